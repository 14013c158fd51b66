import type { Property, ScopeTerm } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { phraseOf } from '../claim/statement.js';
import { capitalised, listText, mentions } from '../contradiction/explain.js';
import { quantityOfMeasure } from '../values/quantity-of-measure.js';
import type { QuantityValue } from '../values/value.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { between, exceeds } from './bound.js';
import { derivedLeast, derivedMost } from './derived-bound.js';
import { equationsOf, type Equation } from './equation.js';
import { figuresOf, type Figure } from './figure.js';
import { hedgedText } from './hedged-figures.js';
import { usableIdentities, type Identity } from './identity.js';
import { scopedFigures } from './scoped-figures.js';

/** What identities imply for a question, whether or not anybody has said it. */
export interface DerivedPosition {
  readonly scope: readonly ScopeTerm[];
  /** In the property's own unit. */
  readonly value: QuantityValue;
  /** Ids of the claims that it follows from, sorted, each once. */
  readonly restsOn: readonly string[];
  /** Ids of the identities that it follows by, sorted, each once. */
  readonly identities: readonly string[];
  /** "67 aboard (ICDS) and 38 killed (Euronews) imply 29 survivors: whoever was aboard died or survived." */
  readonly explanation: string;
}

/** What is known of the figures for one scope. */
interface Ground {
  readonly scope: readonly ScopeTerm[];
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
}

/**
 * What the answers to other questions of a subject imply for one, by the identities: survivors 29 from 67 aboard and 38
 * killed. One position for each scope for which anything follows. What is answered to the question itself plays no part:
 * the position says what to expect of it. The bounds are the tightest that follow (see `equationsOf`); where they leave
 * nothing, the answers contradict each other and nothing is derived.
 *
 * @param questions with the answers to build on; those to the question itself are passed over
 */
export function derivePositions(
  asked: Property,
  questions: readonly Question[],
  identities: readonly Identity[],
  vocabulary: Vocabulary,
): readonly DerivedPosition[] {
  const properties = new Map([asked, ...questions.map(({ property }) => property)].map((each) => [each.key, each]));
  const { equations } = equationsOf(usableIdentities(identities, properties));
  const known = questions.filter(({ property }) => property.key !== asked.key).flatMap(figuresOf);
  return scopedFigures(known, vocabulary).flatMap(({ scope, items }) => {
    const figures = items.map(({ figure }) => figure);
    return positionOn(asked, { scope, figures, equations }, vocabulary) ?? [];
  });
}

/** What follows at one scope; null where nothing does, or the answers contradict each other. */
export function positionOn(
  asked: Property,
  { scope, figures, equations }: Ground,
  vocabulary: Vocabulary,
): DerivedPosition | null {
  const least = derivedLeast(asked.key, figures, equations);
  const most = derivedMost(asked.key, figures, equations);
  const bases = most === null ? [least] : [least, most];
  const identities = new Map(bases.flatMap((base) => base.identities).map((identity) => [identity.id, identity]));
  if (identities.size === 0 || (most !== null && exceeds(least.bound, most.bound))) return null;
  const ground = new Map(bases.flatMap((base) => base.figures).map((figure) => [figure.claim.id, figure]));
  const value = quantityOfMeasure(between(least.bound, most?.bound ?? null), asked.unit);
  const implied = phraseOf(asked, { polarity: 'AFFIRMED', value, scope }, vocabulary);
  return {
    scope,
    value,
    restsOn: [...ground.keys()].sort(),
    identities: [...identities.keys()].sort(),
    explanation: explain([...ground.values()], implied, [...identities.values()], vocabulary),
  };
}

function explain(
  figures: readonly Figure[],
  implied: string,
  identities: readonly Identity[],
  vocabulary: Vocabulary,
): string {
  const verb = figures.length === 1 ? 'implies' : 'imply';
  const reason = [...new Set(identities.map(({ label }) => label))].join(' and ');
  const said = listText(mentions(figures, vocabulary));
  return capitalised(`${said} ${verb} ${implied}: ${reason}${hedgedText(figures, vocabulary)}.`);
}
