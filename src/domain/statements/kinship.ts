import { KIN } from './english/kin.js';

const groups = new Map<string, ReadonlySet<number>>();
for (const [group, words] of KIN.entries()) {
  for (const word of words.split(' ')) groups.set(word, new Set([...(groups.get(word) ?? []), group]));
}

/** Whether two words, by lemma, are of one matter: "die" and "fatality". */
export function areKin(a: string, b: string): boolean {
  const [first, second] = [groups.get(a), groups.get(b)];
  if (first === undefined || second === undefined) return false;
  return [...first].some((group) => second.has(group));
}
