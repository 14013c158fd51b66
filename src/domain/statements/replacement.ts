import type { Support } from './support.js';
import type { Unit } from './statement.js';

/** Names that stand in one place of two sentences alike: "aired on" one and "airs on" the other. */
export interface Replacement {
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
}

/** Words after a governor among which its place is looked for: "aired again last week on". */
const REACH = 5;
const ARTICLES = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their']);
const PLACES = new Set(['by', 'in', 'on', 'at', 'to', 'from', 'with', 'for', 'of', 'near', 'into', 'against', 'as']);

/**
 * The first name of a hypothesis that the text does not have, and the name that the text has in its place: after the
 * same preposition of the same verb or noun. Null where every name is known or its place is not found.
 */
export function replacementIn(
  text: readonly Unit[],
  hypothesis: readonly Unit[],
  supports: readonly Support[],
): Replacement | null {
  const found = new Map(supports.map((support) => [keyOf(support.unit), support]));
  const isKnown = (unit: Unit): boolean => (found.get(keyOf(unit))?.degree ?? 0) > 0.5;
  const said = new Set(hypothesis.map(({ key }) => key));
  for (let at = 1; at < hypothesis.length; at += 1) {
    const from = at;
    while (isName(hypothesis[at])) at += 1;
    const names = hypothesis.slice(from, at);
    if (names.length === 0 || names.some(isKnown)) continue;
    const before = beforeArticles(hypothesis, from);
    const preposition = hypothesis[before];
    if (preposition === undefined || !PLACES.has(preposition.key)) continue;
    const governor = hypothesis[before - 1];
    const by = governor === undefined ? null : (found.get(keyOf(governor))?.by ?? null);
    if (by === null || governor === undefined || !isKnown(governor)) continue;
    const other = nameAfter(
      text,
      text.findIndex((unit) => keyOf(unit) === keyOf(by)),
      preposition.key,
    );
    if (other.length > 0 && !other.some(({ key }) => said.has(key))) return { a: other, b: names };
  }
  return null;
}

function nameAfter(text: readonly Unit[], governor: number, preposition: string): readonly Unit[] {
  for (let at = governor + 1; governor >= 0 && at <= governor + REACH && at < text.length; at += 1) {
    if (text[at]?.key !== preposition) continue;
    let from = at + 1;
    while (ARTICLES.has(text[from]?.key ?? '')) from += 1;
    let to = from;
    while (isName(text[to])) to += 1;
    if (to > from) return text.slice(from, to);
  }
  return [];
}

function beforeArticles(units: readonly Unit[], from: number): number {
  let at = from - 1;
  while (ARTICLES.has(units[at]?.key ?? '')) at -= 1;
  return at;
}

function isName(unit: Unit | undefined): boolean {
  return unit?.kind === 'WORD' && unit.isName;
}

function keyOf({ sentence, key }: Unit): string {
  return `${sentence} ${key}`;
}
