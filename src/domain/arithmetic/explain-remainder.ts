import type { Attribution } from '../claim/claim.js';
import { phraseOf, valueText } from '../claim/statement.js';
import { capitalised, isSameSpeaker, listText, mentions, speakerText } from '../contradiction/explain.js';
import { quantityOfMeasure } from '../values/quantity-of-measure.js';
import type { QuantityValue } from '../values/value.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { between, compareLeast, ZERO } from './bound.js';
import type { Equation } from './equation.js';
import type { Figure } from './figure.js';
import { hedgedText } from './hedged-figures.js';
import { leastTotal, mostTotal, type Overrun, type Term } from './inequality.js';

/** A whole and all its parts, told as what the others leave for one part. */
export interface Remainder {
  readonly whole: Term;
  readonly parts: readonly Term[];
  readonly odd: Term;
}

/**
 * How an overrun reads as a remainder, where it is a whole and all its parts. What is left over is reckoned for the
 * part that somebody else reported than all the rest, or else for the last part of the identity.
 */
export function remainderOf({ smaller, greater }: Overrun, { identities }: Equation): Remainder | null {
  const [identity, ...others] = identities;
  if (identity === undefined || others.length > 0) return null;
  const terms = [...smaller, ...greater];
  const whole = terms.find(({ quantity }) => quantity === identity.whole);
  const parts = identity.parts.flatMap((key) => terms.find(({ quantity }) => quantity === key) ?? []);
  if (whole === undefined || parts.length < Math.max(2, identity.parts.length)) return null;
  const odd = parts.find((part) => standsAlone(part, terms)) ?? parts.at(-1);
  return odd === undefined ? null : { whole, parts: parts.filter((part) => part !== odd), odd };
}

/** "67 aboard (ICDS) and 38 killed (same source) leave 29 survivors; Euronews reported 32: ...". */
export function explainRemainder({ whole, parts, odd }: Remainder, reason: string, vocabulary: Vocabulary): string {
  const known = [whole, ...parts].map(({ figure }) => figure);
  const { property, claim } = odd.figure;
  const left = leftText(odd.figure, leftBy(whole, parts, property.unit), vocabulary);
  const speaker = speakerText(claim.attribution, known.at(-1)?.claim.attribution ?? null, 'the same source');
  const reported = `${speaker}${speaker.includes(',') ? ',' : ''} reported ${valueText(claim.value, property, vocabulary)}`;
  const hedge = hedgedText([...known, odd.figure], vocabulary);
  return capitalised(`${listText(mentions(known, vocabulary))} leave ${left}; ${reported}: ${reason}${hedge}.`);
}

function standsAlone(part: Term, terms: readonly Term[]): boolean {
  const speaker = (term: Term): Attribution => term.figure.claim.attribution;
  const [first, ...rest] = terms.filter((term) => term !== part).map(speaker);
  if (first === undefined || isSameSpeaker(first, speaker(part))) return false;
  return rest.every((other) => isSameSpeaker(other, first));
}

/** The whole without the parts, and not below zero. */
function leftBy(whole: Term, parts: readonly Term[], unit: string | null): QuantityValue {
  const { least, most } = whole.figure;
  const [fewest, highest] = [leastTotal(parts), mostTotal(parts)];
  const rest =
    highest === null ? ZERO : { amount: least.amount.minus(highest.amount), open: least.open || highest.open };
  const lower = compareLeast(rest, ZERO) < 0 ? ZERO : rest;
  const upper = most === null ? null : { amount: most.amount.minus(fewest.amount), open: most.open || fewest.open };
  return quantityOfMeasure(between(lower, upper), unit);
}

function leftText({ property, claim }: Figure, value: QuantityValue, vocabulary: Vocabulary): string {
  if (property.phrase === null) return `${valueText(value, property, vocabulary)} for ${property.label}`;
  return phraseOf(property, { polarity: 'AFFIRMED', value, scope: claim.scope }, vocabulary);
}
