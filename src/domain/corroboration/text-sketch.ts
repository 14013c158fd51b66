import { shinglesOf } from './shingles.js';

/** What is kept of a text to tell how much of it stands in another. */
export interface TextSketch {
  /** How many distinct shingles the text has. */
  readonly shingles: number;
  /** The least of their hashes, ascending: all of them where there are no more than {@link SKETCH_SIZE}. */
  readonly least: readonly number[];
}

/** How much two texts have in common, each figure from 0 to 1. */
export interface TextOverlap {
  /** Shingles in both, as a share of those in either: the Jaccard coefficient. */
  readonly resemblance: number;
  /** The share of the first text's shingles that the second has. */
  readonly firstInSecond: number;
  /** The share of the second text's shingles that the first has. */
  readonly secondInFirst: number;
  /** On how many shingles of the shorter text the figures rest. */
  readonly sample: number;
}

/**
 * Hashes in a sketch. The standard error of a resemblance r is at most sqrt(r(1-r)/256), 0.03 in the middle; texts of
 * up to 256 shingles are compared exactly.
 */
export const SKETCH_SIZE = 256;

/** How many of a sketch's least hashes are looked up to find the texts that it may have something in common with. */
const SKETCH_KEYS = 64;

/**
 * A text's bottom-k MinHash sketch: the least hashes of its shingles under one hash function.
 *
 * @see A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997, section 4: the least s elements
 *      of a set are a fair sample of it, and those of two sets tell how much the sets have in common.
 */
export function sketchOf(text: string): TextSketch {
  const shingles = shinglesOf(text);
  return { shingles: shingles.length, least: [...shingles.subarray(0, SKETCH_SIZE)] };
}

/** The hashes by which a sketch is found: texts without one in common have little in common. */
export function keysOf(sketch: TextSketch): readonly number[] {
  return sketch.least.slice(0, SKETCH_KEYS);
}

/**
 * Estimates from two sketches what two texts have in common. Both are cut at the hash up to which both are complete;
 * up to there they are the texts' own sets, and a fair sample of all.
 */
export function overlapOf(first: TextSketch, second: TextSketch): TextOverlap {
  const bound = Math.min(reachOf(first), reachOf(second));
  const [a, b] = [upTo(first.least, bound), upTo(second.least, bound)];
  const inSecond = new Set(b);
  const shared = a.filter((hash) => inSecond.has(hash)).length;
  const share = (whole: number) => (whole === 0 ? 0 : shared / whole);
  return {
    resemblance: share(a.length + b.length - shared),
    firstInSecond: share(a.length),
    secondInFirst: share(b.length),
    sample: first.shingles <= second.shingles ? a.length : b.length,
  };
}

/** Up to which hash a sketch has every hash of its text. */
function reachOf({ shingles, least }: TextSketch): number {
  return least.length === shingles ? Infinity : (least.at(-1) ?? Infinity);
}

function upTo(hashes: readonly number[], bound: number): readonly number[] {
  return bound === Infinity ? hashes : hashes.filter((hash) => hash <= bound);
}
