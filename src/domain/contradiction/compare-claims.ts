import type { Claim, Property } from '../claim/claim.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Finding } from './contradiction.js';
import { explainPair } from './explain.js';
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
  return sorted(claims.flatMap((claim, index) => against(property, claim, claims.slice(index + 1), vocabulary)));
}

/** Every contradiction of one claim with one of the others of its question, sorted by their members. */
export function findContradictionsOf(
  property: Property,
  claim: Claim,
  others: readonly Claim[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  return sorted(against(property, claim, others, vocabulary));
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
  if (verdict.strength !== 'CONFLICT' || !(first.hedged || second.hedged)) return verdict;
  return { ...verdict, strength: 'TENSION', reason: `${verdict.reason}, but ${hedge(first, second)}` };
}

function hedge(first: Claim, second: Claim): string {
  if (first.hedged && second.hedged) return 'both are only called possible';
  return `the ${first.hedged ? 'first' : 'second'} is only called possible`;
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

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => compareMembers(a.members, b.members));
}

/** By code units, so that every machine sorts alike. */
function compareMembers(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((id, position) => id !== b[position]);
  if (index < 0) return 0;
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}
