import type { Question } from '../claim/question.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { positionOn, type DerivedPosition } from './derive-positions.js';
import { equationsOf } from './equation.js';
import { figuresOf } from './figure.js';
import { findArithmetic } from './find-arithmetic.js';
import { scopeSums } from './scope-sums.js';
import { scopedFigures } from './scoped-figures.js';
import { soundAnswers, type OriginsOf } from './sound-answers.js';

/**
 * What the answers to a question imply for its other scopes where parts are declared complete: of 67 aboard and 5 crew
 * the 62 passengers, or the whole from all of its parts. One position for each scope for which a whole and all other
 * parts, or all parts, have a figure; what is answered for that scope itself plays no part, and of the others only sound
 * answers that can all hold together. A remainder below zero is no position: it is a contradiction.
 */
export function impliedParts(
  question: Question,
  originsOf: OriginsOf,
  vocabulary: Vocabulary,
): readonly DerivedPosition[] {
  const { property } = question;
  if (!property.additive) return [];
  const sound = soundAnswers(question, originsOf, vocabulary);
  const classes = scopedFigures(figuresOf(sound), vocabulary);
  const { sums, quantityOf, scopes } = scopeSums(
    question,
    classes.map(({ scope }) => scope),
    vocabulary,
  );
  const { equations } = equationsOf(sums);
  const named = new Set(equations.flatMap(({ weights }) => [...weights.keys()]));
  return [...named].sort().flatMap((quantity) => {
    const others = sound.claims.filter(({ scope }) => quantityOf(scope) !== quantity);
    const rest = { ...sound, claims: others };
    const { findings } = findArithmetic([rest], [], vocabulary, () => false);
    const unsound = new Set(findings.flatMap(({ members }) => members));
    // For the sums, the scopes are the properties.
    const figures = figuresOf({ ...rest, claims: others.filter(({ id }) => !unsound.has(id)) }).map((figure) => ({
      ...figure,
      property: { ...property, key: quantityOf(figure.claim.scope) },
    }));
    const known = new Set(figures.map((figure) => figure.property.key));
    const whole = equations.filter(
      ({ weights }) => weights.has(quantity) && [...weights.keys()].every((key) => key === quantity || known.has(key)),
    );
    const ground = { scope: scopes.get(quantity) ?? [], figures, equations: whole };
    const position = positionOn({ ...property, key: quantity }, ground, vocabulary);
    return position === null ? [] : [{ ...position, identities: [] }];
  });
}
