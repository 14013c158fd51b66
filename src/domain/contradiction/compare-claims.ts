import type { Claim, Property } from '../claim/claim.js';
import { hadTheirOwnTime } from '../claim/validity.js';
import { byStanding, LEADING } from '../condensation/standing.js';
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

/**
 * The contradictions between two of the claims, all of one question, that are kept, sorted by their members. Every one
 * where there are at most {@link LEADING} claims. Of more, the leading ones by standing are set against each other in
 * full, and each further one against the first by standing that it contradicts: never more contradictions than
 * `LEADING * (LEADING - 1) / 2` and one for each further claim, and none where a claim contradicts no other.
 */
export function findContradictions(
  property: Property,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  leading = LEADING,
): readonly Finding[] {
  const ranked = [...claims].sort(byStanding);
  return sortedFindings(
    ranked.flatMap((claim, rank) => {
      if (rank < leading) return against(property, claim, ranked.slice(0, rank), vocabulary);
      return firstAgainst(property, claim, ranked, rank, vocabulary) ?? [];
    }),
  );
}

/** Every contradiction of one claim with one of the others of its question, kept or not, sorted by their members. */
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

/** The contradiction of the claim at a rank with the first one before it that it does not fit. */
function firstAgainst(
  property: Property,
  claim: Claim,
  ranked: readonly Claim[],
  rank: number,
  vocabulary: Vocabulary,
): Finding | null {
  for (let before = 0; before < rank; before += 1) {
    const other = ranked[before];
    const finding = other && compareClaims(property, claim, other, vocabulary);
    if (finding) return finding;
  }
  return null;
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
