import { tempered } from './certainty.js';
import { agreement, contradiction, exchanged, verdictOf, type Ruling, type Verdict } from './comparison.js';
import { conflictOf } from './conflict.js';
import { alignmentOf } from './differences.js';
import { overlapOf } from './overlap.js';
import { readStatement } from './read-statement.js';
import { reckoningOf } from './reckoning.js';
import type { Statement } from './statement.js';
import type { Thesaurus } from './thesaurus.js';
import { verdictOfChanges } from './verdict-of-changes.js';
import { verdictOfOverlap } from './verdict-of-overlap.js';

/** What is known of two statements besides their words. */
export interface StatementContext {
  /** Day from which "on Wednesday" counts, "2024-12-26"; null leaves such words unread. */
  readonly publishedAt: string | null;
}

/** A verdict and what was read of either statement. */
export interface StatementComparison {
  readonly verdict: Verdict;
  readonly a: Statement;
  readonly b: Statement;
}

/**
 * Compares two statements by their words, figures, dates and denials. Pure: the same statements give the same verdict,
 * and exchanging them exchanges REFINES and GENERALISES and nothing else. Never fails: what cannot be read is UNRELATED
 * or, where the rest agrees, a contradiction that is only POSSIBLE.
 */
export function compareStatements(
  a: string,
  b: string,
  { publishedAt }: StatementContext,
  thesaurus: Thesaurus,
): StatementComparison {
  const [first, second] = [readStatement(a, publishedAt), readStatement(b, publishedAt)];
  const ruling = a <= b ? rulingOn(first, second, thesaurus) : exchanged(rulingOn(second, first, thesaurus));
  return { verdict: verdictOf(tempered(ruling, [first, second], thesaurus)), a: first, b: second };
}

/** What is to be said of two statements that were read; exchanged where they are. */
export function rulingOn(a: Statement, b: Statement, thesaurus: Thesaurus): Ruling {
  if (a.text.trim() === b.text.trim()) return agreement('EQUIVALENT', 1, () => 'Both are worded the same.');
  if (a.units.length === 0 || b.units.length === 0)
    return agreement('UNRELATED', 1, () => 'There is nothing to compare.');
  const alignment = alignmentOf(a.units, b.units);
  const byChanges = alignment === null ? null : verdictOfChanges(alignment, thesaurus);
  if (byChanges !== null) return byChanges;
  const byReckoning = reckoned(a, b, thesaurus) ?? orNull(reckoned(b, a, thesaurus));
  if (byReckoning !== null) return byReckoning;
  const [forward, backward] = [overlapOf(a.units, b.units, thesaurus), overlapOf(b.units, a.units, thesaurus)];
  const conflict = conflictOf(a, b, forward, thesaurus) ?? orNull(conflictOf(b, a, backward, thesaurus));
  return conflict ?? verdictOfOverlap(forward, backward);
}

function orNull(ruling: Ruling | null): Ruling | null {
  return ruling === null ? null : exchanged(ruling);
}

function reckoned(story: Statement, result: Statement, thesaurus: Thesaurus): Ruling | null {
  const reckoning = reckoningOf(story, result, thesaurus);
  if (reckoning === null) return null;
  const { figure, sum } = reckoning;
  if (sum !== null)
    return agreement('REFINES', 0.8, (names) => `The figures of the ${names.a} give that of the ${names.b}: ${sum}.`);
  return contradiction(
    'ARITHMETIC',
    'POSSIBLE',
    0.7,
    (names) => `No sum, difference, product or quotient of the figures of the ${names.a} gives ${figure.text}.`,
  );
}
