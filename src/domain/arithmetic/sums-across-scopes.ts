import type { ScopeTerm } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { relateScopes } from '../scope/scope.js';
import { scopeClasses } from '../scope/scope-classes.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Equation } from './equation.js';
import type { Figure } from './figure.js';
import type { Slot } from './inequality.js';
import { scopeSums } from './scope-sums.js';
import { bothWays, namedFigures, type Side, type SumRule } from './sum-systems.js';

type Scope = readonly ScopeTerm[];

/** Whether scopes may differ along this dimension. */
type MayDiffer = (dimension: string) => boolean;

/** What the figures for one property say of any scope; slots are yet to be weighted. */
interface Bearing {
  /** Those for the scope or for a part of it: at least so many. */
  readonly floors: Slot;
  /** Ways to say that there are no more: for the scope or for what it is a part of, or for each part that there is. */
  readonly limits: readonly (readonly Slot[])[];
}

/** A question and its scopes. */
interface Ground {
  readonly key: string;
  /** Scopes of which all parts are declared. */
  readonly wholes: readonly Scope[];
  readonly at: (scope: Scope) => (mayDiffer: MayDiffer) => Bearing;
}

/**
 * The equations as inequalities between figures for different scopes, at every scope S that is spoken of, with one figure
 * a property. Of an additive property there are in S at least as many as in any part of S; and no more than in S or in
 * anything that S is a part of, or than in all parts of S together where they are declared complete. So 71 passengers
 * killed and 9 survivors are more than 77 aboard, and 16 Russians aboard are more than 3 killed and 5 survivors.
 *
 * Scopes may differ only along the dimensions of all properties of the equation. Who was killed on the ground is not
 * held against who was aboard, where those aboard are not told apart by where they were.
 *
 * Figures for several parts that nobody declares complete are not added up here: where three nations are counted for
 * each of three properties, one wrong figure would be told in 50 ways. Whether they exceed their own whole is told by
 * itself.
 */
export function sumsAcrossScopes(
  questions: readonly Question[],
  equations: readonly Equation[],
  vocabulary: Vocabulary,
): readonly SumRule[] {
  const figures = namedFigures(questions, equations);
  const grounds = questions.map((question) => groundOf(question, figures, vocabulary));
  const spoken = [...figures.map(({ claim }) => claim.scope), ...grounds.flatMap(({ wholes }) => wholes)];
  const scopes = scopeClasses(
    spoken.map((scope) => ({ scope })),
    vocabulary,
  );
  // What speaks of one scope alone is searched by itself.
  if (scopes.length < 2) return [];
  return scopes.flatMap(({ scope }) => {
    const at = new Map(grounds.map((ground) => [ground.key, ground.at(scope)] as const));
    return equations.flatMap((equation) => {
      const mayDiffer = sharedDimensions(equation, questions);
      return rulesOf(equation, (key) => at.get(key)?.(mayDiffer) ?? { floors: NONE, limits: [] });
    });
  });
}

const NONE: Slot = { quantity: '', weight: 1, figures: [] };

/** Those that all properties of the equation have. */
function sharedDimensions({ weights }: Equation, questions: readonly Question[]): MayDiffer {
  const named = questions.filter(({ property }) => weights.has(property.key));
  return (dimension) => named.every(({ property }) => property.scopeDimensions?.includes(dimension) ?? true);
}

function rulesOf(equation: Equation, bearingOf: (key: string) => Bearing): readonly SumRule[] {
  return bothWays(equation).flatMap(([smaller, greater]) => {
    const floors = smaller.map(({ key, weight }) => ({ ...bearingOf(key).floors, weight }));
    return waysToLimit(greater, bearingOf).map((limits) => ({ equation, smaller: floors, greater: limits }));
  });
}

/** Every way to say how many each of these can be at most. */
function waysToLimit(greater: Side, bearingOf: (key: string) => Bearing): readonly (readonly Slot[])[] {
  return greater.reduce<readonly (readonly Slot[])[]>(
    (chosen, { key, weight }) => {
      const ways = bearingOf(key).limits.map((slots) => slots.map((slot) => ({ ...slot, weight })));
      return chosen.flatMap((some) => ways.map((way) => [...some, ...way]));
    },
    [[]],
  );
}

function groundOf(question: Question, figures: readonly Figure[], vocabulary: Vocabulary): Ground {
  const { key, additive } = question.property;
  const own = scopeClasses(
    figures.filter(({ property }) => property.key === key).map((figure) => ({ figure, scope: figure.claim.scope })),
    vocabulary,
  ).map(({ scope, items }) => ({ scope, figures: items.map(({ figure }) => figure) }));
  const spoken = additive ? own.map(({ scope }) => scope) : [];
  const { sums, scopes, quantityOf } = scopeSums(question, spoken, vocabulary);
  const figuresFor = new Map(own.map((each) => [quantityOf(each.scope), each.figures] as const));
  const slot = (quantity: string, some: readonly Figure[]): Slot => ({ quantity, weight: 1, figures: some });
  const wholes = new Set(sums.map(({ whole }) => whole));

  return {
    key,
    wholes: [...scopes].filter(([quantity]) => wholes.has(quantity)).map(([, scope]) => scope),
    at(scope) {
      const related = own.map((each) => ({
        ...each,
        relation: relateScopes(each.scope, scope, vocabulary),
        apartIn: differing(each.scope, scope),
      }));
      const divided = sums
        .filter(({ whole }) => whole === quantityOf(scope))
        .map(({ parts }) => ({
          slots: parts.map((part) => slot(JSON.stringify([key, part]), figuresFor.get(part) ?? [])),
          apartIn: parts.flatMap((part) => differing(scopes.get(part) ?? [], scope)),
        }));
      return (mayDiffer) => {
        const those = (beside: 'NARROWER' | 'BROADER'): Slot => {
          const bearing = related.filter(
            ({ relation, apartIn }) =>
              relation === 'EQUAL' || (additive && relation === beside && apartIn.every(mayDiffer)),
          );
          return slot(
            key,
            bearing.flatMap(({ figures: some }) => some),
          );
        };
        const byParts = divided.filter(({ apartIn }) => apartIn.every(mayDiffer)).map(({ slots }) => slots);
        const limits = [[those('BROADER')], ...byParts];
        return {
          floors: those('NARROWER'),
          limits: limits.filter((way) => way.every(({ figures: some }) => some.length > 0)),
        };
      };
    },
  };
}

/** The dimensions in which two scopes do not have the same term. */
function differing(a: Scope, b: Scope): readonly string[] {
  const isIn = (scope: Scope, { dimension, conceptId }: ScopeTerm): boolean =>
    scope.some((term) => term.dimension === dimension && term.conceptId === conceptId);
  const apart = [...a.filter((term) => !isIn(b, term)), ...b.filter((term) => !isIn(a, term))];
  return apart.map(({ dimension }) => dimension);
}
