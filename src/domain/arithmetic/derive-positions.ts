import type { ScopeTerm } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { scopeClasses } from '../scope/scope-classes.js';
import { quantityOfMeasure } from '../values/quantity-of-measure.js';
import type { QuantityValue } from '../values/value.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { between, exceeds } from './bound.js';
import { derivedLeast, derivedMost } from './derived-bound.js';
import { equationsOf, type Equation } from './equation.js';
import { figuresOf, type Figure } from './figure.js';
import { usableIdentities, type Identity } from './identity.js';

/** What identities imply for a question, without anybody having said it. */
export interface DerivedPosition {
  readonly propertyKey: string;
  readonly scope: readonly ScopeTerm[];
  /** In the property's own unit. */
  readonly value: QuantityValue;
  /** Ids of the claims that it follows from, sorted, each once. */
  readonly restsOn: readonly string[];
  /** Ids of the identities that it follows by, sorted, each once. */
  readonly identities: readonly string[];
}

/** What is known of the figures for one scope. */
interface Ground {
  readonly scope: readonly ScopeTerm[];
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
  readonly conflicts: readonly ReadonlySet<string>[];
}

/**
 * What follows from the preferred answers by the identities: survivors 29 from 67 aboard and 38 killed. One position
 * for each property and scope, where nobody answered, or where all that is known together is tighter than any answer
 * (67 aboard and 38 killed make "at least 20 survivors" 29). The bounds are the tightest that follow (see
 * `equationsOf`); where they leave nothing, the answers contradict each other and nothing is derived.
 *
 * @param preferred every property of the identities for which a position is wanted, with the answers to build on
 * @param conflicts members of each contradiction that is a CONFLICT. Nothing is built on a claim in one of them, except
 *   on those that conflict with an answer to the very question: that survivors 32 does not fit 67 and 38 does not keep
 *   67 and 38 from implying 29.
 */
export function derivePositions(
  preferred: readonly Question[],
  identities: readonly Identity[],
  vocabulary: Vocabulary,
  conflicts: readonly (readonly string[])[],
): readonly DerivedPosition[] {
  const questions = [...preferred].sort((a, b) => (a.property.key < b.property.key ? -1 : 1));
  const properties = new Map(questions.map(({ property }) => [property.key, property]));
  const { equations } = equationsOf(usableIdentities(identities, properties));
  const scoped = questions.flatMap(figuresOf).map((figure) => ({ figure, scope: figure.claim.scope }));
  const memberSets = conflicts.map((members) => new Set(members));
  return scopeClasses(scoped, vocabulary).flatMap(({ scope, items }) => {
    const figures = items.map(({ figure }) => figure);
    const ground: Ground = { scope, figures, equations, conflicts: memberSets };
    return questions.flatMap((question) => positionOn(question, ground) ?? []);
  });
}

function positionOn(question: Question, ground: Ground): DerivedPosition | null {
  const { key, unit } = question.property;
  const usable = ground.figures.filter(
    (figure) => figure.property.key === key || isSound(figure, question, ground.conflicts),
  );
  const least = derivedLeast(key, usable, ground.equations);
  const most = derivedMost(key, usable, ground.equations);
  const bases = most === null ? [least] : [least, most];
  // Where a claim states an end as tight as what follows, it stands for itself: then nothing new has been derived.
  const identities = bases.flatMap((base) => base.identities.map(({ id }) => id));
  if (identities.length === 0 || (most !== null && exceeds(least.bound, most.bound))) return null;
  return {
    propertyKey: key,
    scope: ground.scope,
    value: quantityOfMeasure(between(least.bound, most?.bound ?? null), unit),
    restsOn: sortedIds(bases.flatMap(({ figures }) => figures.map(({ claim }) => claim.id))),
    identities: sortedIds(identities),
  };
}

/** Whether the figure's claim is in no conflict but those that an answer to the question is in as well. */
function isSound({ claim }: Figure, { claims }: Question, conflicts: Ground['conflicts']): boolean {
  return conflicts.every((members) => !members.has(claim.id) || claims.some(({ id }) => members.has(id)));
}

function sortedIds(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
