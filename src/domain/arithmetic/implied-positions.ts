import type { Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { derivePositions, type DerivedPosition } from './derive-positions.js';
import { findArithmetic } from './find-arithmetic.js';
import type { Identity } from './identity.js';
import { soundAnswers, type OriginsOf } from './sound-answers.js';

/**
 * What the answers to the other questions about a subject imply for one. Only sound answers are built on (see
 * {@link soundAnswers}), and none of those that cannot all hold together.
 *
 * @param questions of the subject, each property of the identities once, with the answers that take part; those to the
 *   question itself are passed over
 */
export function impliedPositions(
  asked: Property,
  questions: readonly Question[],
  identities: readonly Identity[],
  originsOf: OriginsOf,
  vocabulary: Vocabulary,
): readonly DerivedPosition[] {
  const sound = questions
    .filter(({ property }) => property.key !== asked.key)
    .map((question) => soundAnswers(question, originsOf, vocabulary));
  // Answers to one question that exclude each other are never both sound.
  const { findings } = findArithmetic([...sound, { property: asked, claims: [] }], identities, vocabulary, () => false);
  const unsound = new Set(findings.flatMap(({ members }) => members));
  const standing = sound.map(({ claims, ...question }) => ({
    ...question,
    claims: claims.filter(({ id }) => !unsound.has(id)),
  }));
  return derivePositions(asked, standing, identities, vocabulary);
}
