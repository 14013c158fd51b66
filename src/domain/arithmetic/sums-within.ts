import type { Question } from '../claim/question.js';
import type { Findings } from '../contradiction/findings.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { figuresOf, type Figure } from './figure.js';
import type { MayMeet, SearchLimits } from './find-overruns.js';
import { exceededWholes, exceedWhole } from './parts-exceed-whole.js';
import { missedWholes } from './parts-miss-whole.js';

/**
 * What does not add up among the answers to one question: parts that have nothing in common and exceed the whole, and
 * parts that are declared complete and do not make it. No set contains a smaller one of either kind.
 */
export function sumsWithin(
  question: Question,
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): Findings {
  const exceeded = exceededWholes(question, mayMeet, limits, vocabulary);
  const { findings: missed, isBroken, complete } = missedWholes(question, mayMeet, limits, vocabulary);
  const known = new Set(exceeded.map(({ members }) => members.join('\n')));
  const all = [...exceeded, ...missed.filter(({ members }) => !known.has(members.join('\n')))];
  const figures = new Map(figuresOf(question).map((figure) => [figure.claim.id, figure]));
  const canHold = (some: readonly Figure[]): boolean => !isBroken(some) && !exceedWhole(some, vocabulary);
  const isMinimal = (members: readonly string[]): boolean =>
    members.every((spared) => canHold(members.filter((id) => id !== spared).flatMap((id) => figures.get(id) ?? [])));
  // Without complete parts nothing can spoil what exceeds a whole.
  const findings = missed.length === 0 ? all : all.filter(({ members }) => isMinimal(members));
  return { findings, exhausted: !complete };
}
