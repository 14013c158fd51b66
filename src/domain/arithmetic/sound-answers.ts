import type { Claim } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { byStanding, LEADING } from '../condensation/standing.js';
import { compareClaims } from '../contradiction/compare-claims.js';
import type { Finding } from '../contradiction/contradiction.js';
import { figureCorrected, haveAllMovedOn } from '../contradiction/rules/figure-corrected.js';
import { isFirstSaidBefore } from '../contradiction/rules/rule.js';
import type { Vocabulary } from '../values/vocabulary.js';

/** The independent origins of a claim, by its id. */
export type OriginsOf = (claimId: string) => number;

/**
 * The question with those of its answers that something can be built on: the figures that no better answer excludes. Of
 * two that cannot both hold, the one that editors prefer counts, or else the one that is said without a hedge, or else
 * the one with more independent origins; of equals none does. A figure that was updated gives way to the newer one.
 *
 * Of more than {@link LEADING} answers the leading ones by standing are looked at, so that the work stays bounded.
 */
export function soundAnswers(question: Question, originsOf: OriginsOf, vocabulary: Vocabulary): Question {
  const { property, claims } = question;
  const leading = [...claims].sort(byStanding).slice(0, LEADING);
  const sound = leading.filter((claim) =>
    leading.every((other) => {
      const finding = compareClaims(property, claim, other, vocabulary);
      return finding === null || !excludes(other, claim, finding, originsOf);
    }),
  );
  return { ...question, claims: sound };
}

/** Whether the one answer keeps the other from being built on, by what does not fit between them. */
function excludes(one: Claim, other: Claim, { kind, strength, rule }: Finding, originsOf: OriginsOf): boolean {
  if (kind === 'UPDATE') {
    return rule === figureCorrected.id ? haveAllMovedOn(other, one) : isFirstSaidBefore(other, one);
  }
  // Figures for different scopes can be reconciled, or need a reader.
  return strength !== 'POSSIBLE' && kind !== 'SCOPE' && weightOrder(one, other, originsOf) >= 0;
}

/** More than zero where the first weighs more. */
function weightOrder(a: Claim, b: Claim, originsOf: OriginsOf): number {
  return (
    Number(a.standing.preferred) - Number(b.standing.preferred) ||
    Number(b.hedged) - Number(a.hedged) ||
    originsOf(a.id) - originsOf(b.id)
  );
}
