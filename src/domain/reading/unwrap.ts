/** Lines that a page's width broke have about the same length: the longest of plain text and of columns. */
const WIDEST = 130;
const NARROWEST = 30;
/** A line that is much shorter than the widest of its block ended by itself. */
const FULL = 0.7;
/** What ends a line that is complete in itself. */
const COMPLETE = /[.!?:;"\u201D\u00BB)]$/;
/** What begins another item or heading. */
const OPENING = /^(?:[-\u2013\u2014\u2022*#>|]|\d+[.)] )/;

/**
 * The text with a space in place of each line break that only the width of a page made (texts from PDF, mail, old
 * agencies' wires): same length, so that offsets stay. A break stays where a paragraph, a heading or an item ends.
 */
export function unwrapped(text: string): string {
  if (!/[^\n\r][\n\r]+[^\n\r]/.test(text)) return text;
  return text.replace(/[^\n\r]+(?:(?:\r\n|\n|\r)[^\n\r]+)+/g, unwrappedBlock);
}

/** A block is what stands between empty lines; in a list of facts no line begins in the middle of a sentence. */
function unwrappedBlock(block: string): string {
  const parts = block.split(/(\r\n|\n|\r)/);
  const lines = parts.filter((_, index) => index % 2 === 0).map((line) => line.trim());
  const widest = Math.max(...lines.map(({ length }) => length));
  const isProse = lines.slice(1).some((line) => /^\p{Ll}/u.test(line));
  if (!isProse || widest > WIDEST || widest < NARROWEST) return block;
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const [before = '', after = ''] = [lines[(index - 1) / 2], lines[(index + 1) / 2]];
      return isBroken(before, after, widest) ? ' '.repeat(part.length) : part;
    })
    .join('');
}

/** Whether a sentence goes on in the next line. */
function isBroken(before: string, after: string, widest: number): boolean {
  if (before === '' || OPENING.test(after) || COMPLETE.test(before)) return false;
  return /^[\p{Ll},]/u.test(after) || before.length >= widest * FULL;
}
