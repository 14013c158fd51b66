import { daysOf } from '../claim/validity.js';
import type { Accrual, Claim, Property, ScopeTerm } from '../claim/claim.js';
import { conceptGraph } from '../values/concept-graph.js';
import { quantityOf, type QuantityInput } from '../values/quantity.js';
import { timeOf } from '../values/time.js';
import type { Value } from '../values/value.js';
import type { Concept } from '../values/vocabulary.js';
import { pairOf } from './pair.js';
import type { Rule } from './rules/rule.js';

/** What specs of contradictions are written with: a small vocabulary, claims in a line each, and verdicts in a word. */

function concept(id: string, schemeId: string, broader: readonly string[] = [], disjointWith: readonly string[] = []) {
  return { id, schemeId, prefLabel: id.replaceAll('-', ' '), broader, disjointWith } satisfies Concept;
}

export const vocabulary = conceptGraph(
  [
    concept('accident', 'cause'),
    concept('bird-strike', 'cause', ['accident']),
    concept('fog', 'cause', ['accident']),
    concept('external-interference', 'cause', [], ['accident']),
    concept('missile', 'cause', ['external-interference']),
    concept('Azerbaijani', 'nationality'),
    concept('Russian', 'nationality'),
    concept('crew', 'role'),
    concept('pilots', 'role', ['crew']),
    concept('children', 'role'),
    concept('Kazakhstan', 'place'),
    concept('Aktau', 'place', ['Kazakhstan']),
    concept('Azerbaijan', 'place'),
    concept('Russia', 'place'),
  ],
  [
    { id: 'cause', siblingsExclusive: false },
    { id: 'nationality', siblingsExclusive: true },
    { id: 'role', siblingsExclusive: false },
    { id: 'place', siblingsExclusive: true },
  ],
);

export function property(datatype: Property['datatype'], rest: Partial<Property> = {}): Property {
  return {
    key: 'key',
    label: 'label',
    datatype,
    unit: null,
    singleValued: true,
    additive: false,
    accrual: 'FIXED' satisfies Accrual,
    phrase: null,
    ...rest,
  };
}

/** A count of people whose parts can be set against the whole. */
export const killed = property('QUANTITY', {
  key: 'fatalities',
  label: 'fatalities',
  unit: 'person',
  additive: true,
  phrase: '{value} killed',
});
export const toll = { ...killed, accrual: 'CUMULATIVE' } as const satisfies Property;
export const altitude = property('QUANTITY', { key: 'altitude', label: 'altitude', unit: 'm' });
export const cause = property('CONCEPT', { key: 'cause', label: 'cause' });
export const factors = { ...cause, key: 'factors', singleValued: false } as const satisfies Property;
export const place = property('CONCEPT', { key: 'place', label: 'place' });
export const date = property('TIME', { key: 'occurredOn', label: 'date' });
export const jammed = property('BOOLEAN', { key: 'jammed', label: 'GPS jammed' });
export const motive = property('TEXT', { key: 'motive', label: 'motive' });

export function figure(input: QuantityInput | string, unit: string | null = 'person'): Value {
  const result = quantityOf(typeof input === 'string' ? { amount: input } : input, unit);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

export function time(edtf: string): Value {
  const result = timeOf(edtf);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

export function is(conceptId: string): Value {
  return { kind: 'CONCEPT', conceptId };
}

export const YES: Value = { kind: 'BOOLEAN', boolean: true };
export const NO: Value = { kind: 'BOOLEAN', boolean: false };
export const UNKNOWN: Value = { kind: 'UNKNOWN' };

export function text(words: string): Value {
  return { kind: 'TEXT', text: words, language: null };
}

/** Reads "nationality: Russian, role: crew". */
export function scope(notation: string): readonly ScopeTerm[] {
  return [...notation.matchAll(/(\w+): (\w+)/g)].map(([, dimension = '', conceptId = '']) => ({
    dimension,
    conceptId,
  }));
}

interface Said {
  readonly id?: string;
  readonly denied?: boolean;
  readonly scope?: string;
  readonly hedged?: boolean;
  /** EDTF of when it was first said. */
  readonly on?: string;
  readonly source?: string;
  readonly claimant?: string;
  readonly citations?: number;
  readonly preferred?: boolean;
}

/** A claim that one source makes. */
export function claim(value: Value, said: Said = {}): Claim {
  const on = said.on === undefined ? null : time(said.on);
  const interval = on?.kind === 'TIME' ? { from: on.earliest, to: on.latest } : null;
  const speaker = said.claimant ?? said.source ?? 'ICDS';
  return {
    id: said.id ?? 'a',
    polarity: said.denied === true ? 'DENIED' : 'AFFIRMED',
    value,
    scope: scope(said.scope ?? ''),
    hedged: said.hedged ?? false,
    firstSaid: interval,
    saidDays: interval === null ? [] : [daysOf(interval)],
    speakers: [{ id: speaker, name: speaker, lastSaid: interval }],
    isWidelySaid: false,
    attribution: {
      sourceId: said.source ?? 'ICDS',
      sourceName: said.source ?? 'ICDS',
      claimantName: said.claimant ?? null,
      saidOn: said.on ?? null,
    },
    standing: {
      preferred: said.preferred ?? false,
      citations: said.citations ?? 1,
      identity: `identity of ${said.id ?? 'a'}`,
    },
  };
}

/** One row of a rule's table: a name, the property, two claims, and "KIND STRENGTH" or null. */
export type Scenario = readonly [
  name: string,
  property: Property,
  a: Claim,
  b: Claim,
  verdict: 'nothing' | `${string} ${string}`,
];

/** What the rule alone makes of the pair, both ways round. */
export function verdictsOf(rule: Rule, about: Property, a: Claim, b: Claim): readonly string[] {
  const other = { ...b, id: 'b' };
  return [pairOf(about, a, other, vocabulary), pairOf(about, other, a, vocabulary)].map((pair) => {
    const verdict = rule.applies(pair);
    return verdict === null ? 'nothing' : `${verdict.kind} ${verdict.strength}`;
  });
}
