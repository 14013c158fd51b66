import { occurrencesOf } from './occurrences.js';

/** Code units that are looked up at once: long enough to be rare in prose, short enough for most quotes to have as many. */
const GRAM = 8;
/** Multiplier of the polynomial by which grams are hashed: the 32-bit FNV prime. */
const BASE = 0x01000193;
/** Most chains of grams, as a power of two. */
const MAX_BITS = 20;
/** How many of a pattern's grams are weighed to find the rarest. */
const WEIGHED = 64;

/**
 * {@link occurrencesOf} for many patterns in one text, which is gone through once. After that a pattern costs about as
 * much as it and what it finds are long; or what `occurrencesOf` does, where the text repeats itself too much for that or
 * the pattern has fewer than eight code units.
 */
export function occurrenceIndex(text: string): (pattern: string) => readonly number[] {
  const grams = gramsOf(text);
  return (pattern) => {
    if (pattern.length < GRAM) return occurrencesOf(pattern, text);
    const { offset, count, places } = rarestOf(grams, pattern);
    if (count * pattern.length > text.length) return occurrencesOf(pattern, text);
    return places().flatMap((place) => (text.startsWith(pattern, place - offset) ? [place - offset] : []));
  };
}

/** Where the grams of a text stand, by what they hash to. */
interface Grams {
  readonly slotOf: (hash: number) => number;
  /** How many grams there are of each slot. */
  readonly counts: Uint32Array;
  readonly placesOf: (slot: number) => number[];
}

function gramsOf(text: string): Grams {
  const bits = Math.min(MAX_BITS, Math.ceil(Math.log2(text.length + 2)));
  const slotOf = (hash: number): number => hash >>> (32 - bits);
  const counts = new Uint32Array(2 ** bits);
  const last = new Int32Array(2 ** bits).fill(-1);
  const hashes = hashesOf(text);
  const earlier = new Int32Array(hashes.length);
  for (const [place, hash] of hashes.entries()) {
    const slot = slotOf(hash);
    earlier[place] = last[slot] ?? -1;
    last[slot] = place;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const placesOf = (slot: number): number[] => {
    const places: number[] = [];
    for (let place = last[slot] ?? -1; place >= 0; place = earlier[place] ?? -1) places.push(place);
    return places.reverse();
  };
  return { slotOf, counts, placesOf };
}

/** Of a pattern's first grams that of which there are fewest in the text, and where in the pattern it stands. */
function rarestOf({ slotOf, counts, placesOf }: Grams, pattern: string) {
  let [offset, slot, count] = [0, 0, Infinity];
  for (const [at, hash] of hashesOf(pattern.slice(0, GRAM + WEIGHED - 1)).entries()) {
    const found = counts[slotOf(hash)] ?? 0;
    if (found < count) [offset, slot, count] = [at, slotOf(hash), found];
  }
  return { offset, count, places: () => placesOf(slot) };
}

/** Of each gram of a text, in order (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987). */
function hashesOf(text: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, text.length - GRAM + 1));
  let leaving = 1;
  for (let i = 0; i < GRAM; i += 1) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let end = 0; end < text.length; end += 1) {
    hash = Math.imul(hash, BASE) + text.charCodeAt(end);
    if (end >= GRAM) hash -= Math.imul(leaving, text.charCodeAt(end - GRAM));
    if (end >= GRAM - 1) hashes[end - GRAM + 1] = hash;
  }
  return hashes;
}
