/** A text with its typography evened out, and where each of its characters came from. */
export interface FoldedText {
  readonly folded: string;
  /**
   * Offset in the original text at which each code unit of `folded` begins, and one more entry for the end. A run of
   * white space folds to one space, so offsets can leap.
   */
  readonly offsets: Uint32Array;
}

const WHITE_SPACE = /\s/;
/** What each family of marks folds to. */
const FAMILIES: readonly (readonly [folded: string, marks: RegExp])[] = [
  ["'", /['\u2018\u2019\u201A\u201B\u2032]/],
  ['"', /["\u201C\u201D\u201E\u201F\u00AB\u00BB]/],
  ['-', /[-\u2010\u2011\u2012\u2013\u2014\u2015\u2212]/],
];

/**
 * Evens out what editors and browsers change without anybody's doing: a run of white space (no-break spaces and line
 * breaks among it) becomes one space, typographic quotation marks become straight ones, single with single and double
 * with double, and dashes become hyphens. Letters, case, accents and Unicode normalisation stay as they are.
 */
export function foldText(text: string): FoldedText {
  const offsets = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  let inWhiteSpace = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charAt(offset);
    const isWhiteSpace = WHITE_SPACE.test(unit);
    if (!isWhiteSpace || !inWhiteSpace) {
      offsets[pieces.length] = offset;
      pieces.push(isWhiteSpace ? ' ' : foldMark(unit));
    }
    inWhiteSpace = isWhiteSpace;
  }
  offsets[pieces.length] = text.length;
  return { folded: pieces.join(''), offsets: offsets.subarray(0, pieces.length + 1) };
}

function foldMark(unit: string): string {
  return FAMILIES.find(([, marks]) => marks.test(unit))?.[0] ?? unit;
}
