import type { Claim } from '../../claim/claim.js';
import { compareDecimals } from '../../values/decimal.js';
import { below } from '../../values/interval.js';
import { measureOf } from '../../values/quantity.js';
import type { Value } from '../../values/value.js';
import type { ContradictionKind, Strength } from '../contradiction.js';
import type { Pair } from '../pair.js';

/** What a rule makes of a pair; who is in it and which rule spoke is added by whoever asked. */
export interface Verdict {
  readonly kind: ContradictionKind;
  readonly strength: Strength;
  /** Why the two do not fit, as the end of a sentence that has named "the first" and "the second". */
  readonly reason: string;
}

/** One way in which two claims of a question fail to fit. Pure: the same pair gives the same verdict. */
export interface Rule {
  /** Stable and public: stored with every contradiction that the rule finds. */
  readonly id: string;
  /** When the rule fires, in one line for readers of a list of rules. */
  readonly summary: string;
  readonly applies: (pair: Pair) => Verdict | null;
}

/** Whether the two claims stand as rival answers: both affirmed, where a subject can have only one value. */
export function areRivals({ property, first, second }: Pair): boolean {
  return property.singleValued && first.polarity === 'AFFIRMED' && second.polarity === 'AFFIRMED';
}

/** The kind of contradiction that values of this kind give rise to when they exclude each other. */
export function kindOf(value: Value): ContradictionKind {
  return KINDS[value.kind];
}

const KINDS = {
  QUANTITY: 'QUANTITY',
  TIME: 'TIME',
  CONCEPT: 'CATEGORY',
  BOOLEAN: 'POLARITY',
  TEXT: 'TEXT',
  UNKNOWN: 'TEXT',
} as const satisfies Record<Value['kind'], ContradictionKind>;

/** Whether both are figures of one dimension, and every number of the first is less than every one of the second. */
export function firstIsLower({ property, first, second }: Pair): boolean {
  return isBelow(first.value, second.value, property.unit);
}

/** Whether both are figures of one dimension, and every number of the second is less than every one of the first. */
export function secondIsLower({ property, first, second }: Pair): boolean {
  return isBelow(second.value, first.value, property.unit);
}

function isBelow(a: Value, b: Value, propertyUnit: string | null): boolean {
  if (a.kind !== 'QUANTITY' || b.kind !== 'QUANTITY') return false;
  const [lesser, greater] = [measureOf(a, propertyUnit), measureOf(b, propertyUnit)];
  return lesser.dimension === greater.dimension && below(lesser.interval, greater.interval, compareDecimals);
}

/** Whether one claim was made for certain before the other; false where a date is missing or they overlap. */
export function isFirstSaidBefore(earlier: Claim, later: Claim): boolean {
  return earlier.firstSaid !== null && later.firstSaid !== null && earlier.firstSaid.to < later.firstSaid.from;
}
