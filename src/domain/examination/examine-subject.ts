import type { Question } from '../claim/question.js';
import { findContradictions } from '../contradiction/compare-claims.js';
import { sortedFindings, type Findings } from '../contradiction/findings.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { examineTied } from './examine-tied.js';
import { tiedProperties, tiesAmong, type Ties } from './ties.js';

/** Everything that does not fit among the claims about one subject. */
export interface Examination extends Pick<Findings, 'findings'> {
  /** Keys of the properties whose search stopped before it had seen everything, sorted. */
  readonly exhausted: readonly string[];
}

/**
 * What the engine says of a subject: every contradiction between two answers to one of its questions, and every one
 * across questions that are tied. This is what the stored contradictions have to equal; it depends on nothing but what
 * is given, and not on any order in it.
 *
 * @param questions all of the subject, each property once, with every claim that takes part (not DEPRECATED, REJECTED
 *   or RETRACTED)
 * @param ties all identities and orders of the vocabulary
 * @returns findings sorted by their members; no two have the same
 */
export function examineSubject(questions: readonly Question[], ties: Ties, vocabulary: Vocabulary): Examination {
  const pairwise = questions.flatMap(({ property, claims }) => findContradictions(property, claims, vocabulary));
  const across = tiedQuestions(questions, ties).map((tied) => ({
    tied,
    ...examineTied(tied.questions, tied.ties, vocabulary),
  }));
  const exhausted = across.filter((each) => each.exhausted).flatMap(({ tied }) => tied.questions);
  return {
    findings: sortedFindings([...pairwise, ...across.flatMap(({ findings }) => findings)]),
    exhausted: exhausted.map(({ property }) => property.key).sort(),
  };
}

interface TiedQuestions {
  readonly questions: readonly Question[];
  readonly ties: Ties;
}

/** The questions in groups, such that none is tied to one of another group. */
function tiedQuestions(questions: readonly Question[], ties: Ties): readonly TiedQuestions[] {
  const groups = new Map<string, readonly string[]>();
  for (const { property } of questions) {
    const keys = tiedProperties(property.key, ties);
    groups.set(keys.join(' '), keys);
  }
  return [...groups.values()].map((keys) => ({
    questions: questions.filter(({ property }) => keys.includes(property.key)),
    ties: tiesAmong(keys, ties),
  }));
}
