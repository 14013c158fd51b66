import { PLACE_NOUNS } from './english/words.js';
import type { Finding } from './finding.js';
import { namedConcepts } from './names.js';
import type { NamedConcept, Scene } from './scene.js';
import type { SuggestedScopeTerm } from './suggestion.js';

/** What a preposition ties to a count ("30,000 displaced in Derna"), with the tokens of its name. */
export interface Narrowing {
  readonly term: SuggestedScopeTerm;
  readonly from: number;
  readonly to: number;
  /** "In Derna alone", "the highest number in Derna": it narrows whatever the rest of the text says. */
  readonly isSure: boolean;
}

/** How far before a figure "In Syria, ..." may begin. */
const FRONTED = 6;
/** How many words may stand between a preposition and the name: "in the port city of Derna". */
const REACH = 5;

/**
 * What may narrow a count by the prepositions of its property's `scopedBy`: behind it ("12 died in Arlen"), in front of
 * its clause ("In Arlen, 12 died"), or behind the noun that names it ("the death toll in Arlen is 12"). Whether it does,
 * the whole text tells: see {@link countsByTerm}.
 */
export function narrowingOf(scene: Scene, finding: Finding): Narrowing | null {
  const { scopedBy } = finding.property.recognition;
  if (scopedBy === undefined || finding.property.datatype !== 'QUANTITY') return null;
  for (const { key, schemeKey } of finding.property.scopeDimensions) {
    const prepositions = scopedBy[key];
    if (prepositions === undefined || finding.scope.some(({ dimension }) => dimension === key)) continue;
    const names = namedConcepts(scene, schemeKey);
    const name =
      names.find((each) => isTied(scene, finding, each, prepositions)) ?? placeOfThere(scene, finding, names);
    if (name === undefined || isOneOfMore(scene, name, names)) continue;
    const term = { dimension: key, concept: name.value };
    return { term, from: name.from, to: name.to, isSure: isSingledOut(scene, finding, name) };
  }
  return null;
}

function isTied(scene: Scene, finding: Finding, name: NamedConcept, prepositions: readonly string[]): boolean {
  const { tokens } = scene;
  const preposition = prepositionBefore(scene, name, prepositions);
  if (preposition === null) return false;
  const start = Math.min(finding.from, finding.triggerFrom);
  const end = Math.max(finding.to, finding.triggerTo);
  const isBehind = preposition === end || preposition === finding.to;
  const isWithin = preposition > start && name.to < finding.from;
  const isFronted =
    name.to <= start &&
    start - name.to <= FRONTED &&
    (preposition === 0 || (tokens[name.to]?.text === ',' && opensClause(scene, preposition)));
  return isBehind || isWithin || isFronted;
}

/** "in southern Arlen and northern Tove": the figure is of both. */
function isOneOfMore({ tokens }: Scene, { to }: NamedConcept, names: readonly NamedConcept[]): boolean {
  return tokens[to]?.lower === 'and' && names.some(({ from }) => from > to && from <= to + REACH);
}

/** "officials in Arlen said 12 died there" */
function placeOfThere(
  { tokens }: Scene,
  { from, to, triggerFrom, triggerTo }: Finding,
  names: readonly NamedConcept[],
): NamedConcept | undefined {
  if (tokens[Math.max(to, triggerTo)]?.lower !== 'there') return undefined;
  return names.findLast((name) => name.to <= Math.min(from, triggerFrom));
}

function isSingledOut({ tokens }: Scene, { from, triggerFrom }: Finding, { to }: NamedConcept): boolean {
  const isAlone = /^(?:alone|only)$/.test(tokens[to]?.lower ?? '');
  const before = tokens.slice(Math.max(0, triggerFrom - 2), Math.max(from, triggerFrom));
  return isAlone || before.some(({ lower }) => /^(?:highest|largest|greatest|most|lowest)$/.test(lower));
}

function opensClause({ tokens }: Scene, at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^[;:,]$/.test(before.text) || /^(?:and|while|but)$/.test(before.lower);
}

/** The preposition that a name follows, with no more than its article, adjectives and kind between; null for none. */
function prepositionBefore({ tokens }: Scene, { from }: NamedConcept, prepositions: readonly string[]): number | null {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const { lower = '', pos = '' } = tokens[at] ?? {};
    if (prepositions.includes(lower)) return at;
    if (!(pos === 'DET' || pos === 'ADJ' || lower === 'of' || PLACE_NOUNS.has(lower))) return null;
  }
  return null;
}

/**
 * Whether a text counts by what the narrowings name: where it gives figures of two places that do not lie in each other,
 * each figure is of its place; a single place is where all of it happened.
 */
export function countsByTerm(
  narrowings: readonly Narrowing[],
  ancestors: (conceptId: string) => ReadonlySet<string>,
): boolean {
  const above = (concept: SuggestedScopeTerm['concept']): ReadonlySet<string> => {
    if (concept.kind === 'CONCEPT') return ancestors(concept.conceptId);
    return concept.broader === null ? new Set() : new Set([concept.broader, ...ancestors(concept.broader)]);
  };
  const places = [...new Map(narrowings.map(({ term: { concept } }) => [idOf(concept), above(concept)]))];
  return places.some(([one, aboveOne]) =>
    places.some(([other, aboveOther]) => one !== other && !aboveOne.has(other) && !aboveOther.has(one)),
  );
}

function idOf(concept: SuggestedScopeTerm['concept']): string {
  return concept.kind === 'CONCEPT' ? concept.conceptId : concept.label.toLowerCase();
}
