import type { Claim, Property } from '../claim/claim.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Finding } from './contradiction.js';
import { explainPair } from './explain.js';
import { sortedFindings } from './findings.js';
import { pairHedge, strengthOf } from './hedging.js';
import { pairOf, type Pair } from './pair.js';
import { RULES } from './rules/index.js';
import type { Rule, Verdict } from './rules/rule.js';

/**
 * What does not fit between two claims of one question, or null. The order of the two never matters, down to the
 * words of the explanation. Which claims are worth comparing (published, not deprecated) is the caller's to know.
 */
export function compareClaims(property: Property, a: Claim, b: Claim, vocabulary: Vocabulary): Finding | null {
  if (a.id === b.id || hadTheirOwnTime(property, a, b)) return null;
  const pair = pairOf(property, a, b, vocabulary);
  for (const rule of RULES) {
    const verdict = rule.applies(pair);
    if (verdict !== null) return findingOf(pair, rule, softened(pair, verdict));
  }
  return null;
}

/** Every contradiction between two of the claims, all of one question, sorted by their members. */
export function findContradictions(
  property: Property,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  return sortedFindings(
    claims.flatMap((claim, index) => against(property, claim, claims.slice(index + 1), vocabulary)),
  );
}

/** Every contradiction of one claim with one of the others of its question, sorted by their members. */
export function findContradictionsOf(
  property: Property,
  claim: Claim,
  others: readonly Claim[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  return sortedFindings(against(property, claim, others, vocabulary));
}

function against(
  property: Property,
  claim: Claim,
  others: readonly Claim[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  return others.flatMap((other) => compareClaims(property, claim, other, vocabulary) ?? []);
}

/** A value that varies freely may have been one thing then and another later. */
function hadTheirOwnTime({ accrual }: Property, a: Claim, b: Claim): boolean {
  if (accrual !== 'VARYING' || a.firstSaid === null || b.firstSaid === null) return false;
  return a.firstSaid.to < b.firstSaid.from || b.firstSaid.to < a.firstSaid.from;
}

/** A claim that nobody makes without a hedge cannot be half of a conflict. */
function softened({ first, second }: Pair, verdict: Verdict): Verdict {
  if (verdict.strength !== 'CONFLICT') return verdict;
  return { ...verdict, strength: strengthOf([first, second]), reason: `${verdict.reason}${pairHedge(first, second)}` };
}

function findingOf({ property, vocabulary, first, second }: Pair, rule: Rule, verdict: Verdict): Finding {
  return {
    members: [first.id, second.id].sort(),
    kind: verdict.kind,
    strength: verdict.strength,
    rule: rule.id,
    explanation: explainPair(first, second, verdict.reason, property, vocabulary),
  };
}
