import type { Question } from '../claim/question.js';
import { compareClaims } from '../contradiction/compare-claims.js';
import type { Finding } from '../contradiction/contradiction.js';
import type { Vocabulary } from '../values/vocabulary.js';

/** Which of the given pairs of claims do not fit, whether or not their question has more answers than all are kept of. */
export function findContradictionsAmong(
  questions: readonly Question[],
  pairs: readonly (readonly string[])[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  if (pairs.length === 0) return [];
  const answers = new Map(
    questions.flatMap(({ property, claims }) => claims.map((claim) => [claim.id, { property, claim }])),
  );
  return pairs.flatMap(([a = '', b = '']) => {
    const [one, other] = [answers.get(a), answers.get(b)];
    if (!one || one.property !== other?.property) return [];
    return compareClaims(one.property, one.claim, other.claim, vocabulary) ?? [];
  });
}
