import { findArithmetic, type InConflict } from '../arithmetic/find-arithmetic.js';
import type { Answer, Question } from '../claim/question.js';
import { compareClaims } from '../contradiction/compare-claims.js';
import { sortedFindings, type Findings } from '../contradiction/findings.js';
import { findOrder } from '../order/find-order.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Ties } from './ties.js';

/**
 * What does not fit beyond pairs of answers to one question: between questions of a subject that are tied, and among
 * the parts and the whole within one of them. No set contains a pair that the pairwise rules call a CONFLICT.
 *
 * No two findings of a subject, pairwise ones included, have the same members: a pair of one question is found by the
 * pairwise rules alone, a set of figures by identities spans several questions, a set of parts and their whole has
 * three members or more, and a reversed order has times where sums have figures.
 *
 * @param questions the subject's questions about a property and all that are tied to it ({@link tiedProperties})
 * @param ties those among these properties
 */
export function examineTied(questions: readonly Question[], ties: Ties, vocabulary: Vocabulary): Findings {
  const all = [...questions, ...unasked(questions, ties)];
  const arithmetic = findArithmetic(all, ties.identities, vocabulary, pairConflicts(questions, vocabulary));
  const order = findOrder(all, ties.orders, vocabulary);
  return {
    findings: sortedFindings([...arithmetic.findings, ...order.findings]),
    exhausted: arithmetic.exhausted || order.exhausted,
  };
}

/** Properties that nobody claims anything of: explanations name them all the same. */
function unasked(questions: readonly Question[], { properties }: Ties): readonly Question[] {
  const asked = new Set(questions.map(({ property }) => property.key));
  return properties.filter(({ key }) => !asked.has(key)).map((property) => ({ property, claims: [] }));
}

/** Asks the pairwise rules, once for each pair that the search comes upon. */
function pairConflicts(questions: readonly Question[], vocabulary: Vocabulary): InConflict {
  const answers = new Map(
    questions.flatMap(({ property, claims }) =>
      claims.map((claim): [string, Answer] => [claim.id, { property, claim }]),
    ),
  );
  const known = new Map<string, boolean>();
  return (a, b) => {
    const [first, second] = [answers.get(a), answers.get(b)];
    if (first === undefined || first.property !== second?.property) return false;
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const conflict =
      known.get(pair) ?? compareClaims(first.property, first.claim, second.claim, vocabulary)?.strength === 'CONFLICT';
    known.set(pair, conflict);
    return conflict;
  };
}
