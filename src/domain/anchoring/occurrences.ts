/**
 * Where `pattern` begins in `text`, overlapping occurrences among them, in ascending order. Takes time linear in both
 * lengths whatever they hold (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977); indexOf does not.
 * An empty pattern occurs nowhere.
 */
export function occurrencesOf(pattern: string, text: string): readonly number[] {
  if (pattern === '') return [];
  const borders = bordersOf(pattern);
  const found: number[] = [];
  let matched = 0;
  for (let position = 0; position < text.length; position += 1) {
    matched = extend(pattern, borders, matched, text.charCodeAt(position));
    if (matched === pattern.length) found.push(position + 1 - matched);
  }
  return found;
}

/** For each prefix of the pattern (by length), the length of the longest shorter prefix that is also its suffix. */
function bordersOf(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length + 1);
  let border = 0;
  for (let length = 2; length <= pattern.length; length += 1) {
    border = extend(pattern, borders, border, pattern.charCodeAt(length - 1));
    borders[length] = border;
  }
  return borders;
}

/** How much of the pattern is matched after one more code unit, when `matched` of it was matched before. */
function extend(pattern: string, borders: Uint32Array, matched: number, unit: number): number {
  let length = matched;
  while (length > 0 && pattern.charCodeAt(length) !== unit) length = borders[length] ?? 0;
  return pattern.charCodeAt(length) === unit ? length + 1 : length;
}
