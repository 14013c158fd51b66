import { CONVERSES, OPPOSITES } from './english/opposites.js';

const opposites = pairsOf(OPPOSITES);
const converses = pairsOf(CONVERSES);

/** Whether two words, by lemma, exclude each other. */
export function areOpposites(a: string, b: string): boolean {
  return opposites.get(a)?.has(b) ?? false;
}

/** Whether two words, by lemma, name one act from its two sides: "buy" and "sell". */
export function areConverse(a: string, b: string): boolean {
  return converses.get(a)?.has(b) ?? false;
}

function pairsOf(groups: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  const add = (from: string, to: readonly string[]): void => {
    pairs.set(from, new Set([...(pairs.get(from) ?? []), ...to]));
  };
  for (const [one, other] of groups) {
    const [first, second] = [one.split(' '), other.split(' ')];
    for (const word of first) add(word, second);
    for (const word of second) add(word, first);
  }
  return pairs;
}
