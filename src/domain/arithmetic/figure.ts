import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { measureOf } from '../values/quantity.js';
import { scaleOf } from '../values/units.js';
import { exceeds, ZERO, type Bound } from './bound.js';
import { canBeSummed } from './identity.js';

/** An affirmed figure, as what it says a sum has to reach and may not pass, in the base unit of its dimension. */
export interface Figure {
  readonly property: Property;
  readonly claim: Claim;
  /** Zero, or more where the claim says so. */
  readonly least: Bound;
  /** Null where the claim sets no limit: "at least 35". */
  readonly most: Bound | null;
}

/**
 * The figures among the answers to a question. Denials and unknowns are none; nor is a claim that leaves nothing from
 * zero upwards: a count below zero is wrong by itself, and says nothing about the claims beside it.
 */
export function figuresOf({ property, claims }: Question): readonly Figure[] {
  if (!canBeSummed(property)) return [];
  return claims.flatMap((claim) => figureOf(property, claim) ?? []);
}

function figureOf(property: Property, claim: Claim): Figure | null {
  const { value } = claim;
  if (claim.polarity !== 'AFFIRMED' || value.kind !== 'QUANTITY') return null;
  const { dimension, interval } = measureOf(value, property.unit);
  if (dimension !== scaleOf(null, property.unit).dimension) return null;
  const { lower, upper, lowerOpen, upperOpen } = interval;
  const least = lower === null || lower.lt(0) ? ZERO : { amount: lower, open: lowerOpen };
  const most = upper === null ? null : { amount: upper, open: upperOpen };
  return most !== null && exceeds(least, most) ? null : { property, claim, least, most };
}

/** Whether the claim says more than that there are none or some. */
export function hasFloor({ least }: Figure): boolean {
  return least.open || least.amount.gt(0);
}
