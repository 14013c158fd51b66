import type { Question } from '../claim/question.js';
import { budgetOf } from '../contradiction/budget.js';
import type { Finding } from '../contradiction/contradiction.js';
import { sortedFindings, type Findings } from '../contradiction/findings.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { brokenAcrossScopes } from './broken-across-scopes.js';
import { equationsOf } from './equation.js';
import type { MayMeet, SearchLimits } from './find-overruns.js';
import { usableIdentities, type Identity } from './identity.js';
import { brokenIdentities } from './identity-broken.js';
import { sumSystems } from './sum-systems.js';
import { sumsAcrossScopes } from './sums-across-scopes.js';
import { sumsWithin } from './sums-within.js';

/** Figures that are tried for one subject before the search stops. */
const MAX_TRIALS = 20_000;
/** Sets that are found for one subject before the search stops. */
export const MAX_SETS = 1_000;

/** Whether the pairwise rules call the claims with these ids a CONFLICT; the order of the two makes no difference. */
export type InConflict = (a: string, b: string) => boolean;

/**
 * Every minimal set of figures for one subject that cannot all hold: by the identities between its questions, at one
 * scope and between scopes ({@link sumsAcrossScopes}, which says what it leaves out), and within one question by the sums
 * of disjoint parts and of those that are declared complete. No set contains a smaller one, nor a pair already in
 * conflict. One subject has each property once. All claims are taken as of one time: a toll of yesterday and a count of
 * today are added up.
 *
 * Counting in whole numbers finds nothing more where ends are whole and closed, and the identities split each whole in
 * one way or in two: their matrix is then totally unimodular, so that a solution in whole numbers exists wherever one
 * exists at all (A. J. Hoffman and J. B. Kruskal, "Integral boundary points of convex polyhedra", 1956).
 *
 * Cost: for K questions with P answers each, at most P^m choices for an equation of m properties; those that cannot
 * break it are not tried. The search stops after 20,000 trials or 1,000 sets, with the tightest found first, and says
 * that it is exhausted; what it has found by then still is contradictory and minimal, and does not depend on the order
 * of questions, claims or identities.
 */
export function findArithmetic(
  questions: readonly Question[],
  identities: readonly Identity[],
  vocabulary: Vocabulary,
  inConflict: InConflict,
): Findings {
  const limits: SearchLimits = { trials: budgetOf(MAX_TRIALS), overruns: budgetOf(MAX_SETS) };
  const mayMeet: MayMeet = (a, b) => !inConflict(a.claim.id, b.claim.id);
  const asked = [...questions].sort((a, b) => (a.property.key < b.property.key ? -1 : 1));
  const properties = new Map(asked.map(({ property }) => [property.key, property]));
  const { equations, complete } = equationsOf(usableIdentities(identities, properties));
  const byIdentity = sumSystems(asked, equations, vocabulary).flatMap((system) =>
    brokenIdentities(system, mayMeet, limits, vocabulary),
  );
  const across = sumsAcrossScopes(asked, equations, vocabulary);
  const byScopes = brokenAcrossScopes(across, mayMeet, limits, vocabulary);
  const byParts = asked.map((question) => sumsWithin(question, mayMeet, limits, vocabulary));
  return {
    findings: sortedFindings([
      ...byIdentity,
      ...newAmong(byScopes, byIdentity),
      ...byParts.flatMap(({ findings }) => findings),
    ]),
    exhausted:
      !complete ||
      byParts.some(({ exhausted }) => exhausted) ||
      limits.trials.isExhausted() ||
      limits.overruns.isExhausted(),
  };
}

/** Those of which the members are not told of already. */
function newAmong(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const told = new Set(known.map(({ members }) => members.join('\n')));
  return findings.filter(({ members }) => !told.has(members.join('\n')));
}
