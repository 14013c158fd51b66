import type { Question } from '../claim/question.js';
import type { Finding } from '../contradiction/contradiction.js';
import { strengthOf } from '../contradiction/hedging.js';
import { budgetOf } from '../contradiction/budget.js';
import { relateScopes } from '../scope/scope.js';
import type { ScopeClass } from '../scope/scope-classes.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { explainSum } from './explain-sum.js';
import { figuresOf, type Figure } from './figure.js';
import { findOverruns, type MayMeet, type SearchLimits } from './find-overruns.js';
import type { Inequality, Overrun, Slot } from './inequality.js';
import { scopedFigures, type ScopedFigure } from './scoped-figures.js';

const PARTS_EXCEED_WHOLE = 'parts-exceed-whole';
/** Figures that are tried to see whether a few of them fit. */
const MAX_TRIALS_OF_A_SET = 1_000;
const REASON = 'parts that have nothing in common cannot exceed the whole';

/**
 * Figures for parts of one additive property that together exceed a figure for the whole: every minimal set of a
 * whole and at least two parts, whose scopes all lie within the whole's and are disjoint from one another. That one
 * part exceeds the whole is a matter for the pairwise rules.
 */
export function exceededWholes(
  question: Question,
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): readonly Finding[] {
  if (!question.property.additive) return [];
  return overruns(figuresOf(question), mayMeet, limits, vocabulary)
    .filter(({ smaller }) => smaller.length > 1)
    .map((overrun) => findingOf(overrun, vocabulary));
}

/** Whether some of these figures for one additive property, together exceed another of them. */
export function exceedWhole(figures: readonly Figure[], vocabulary: Vocabulary): boolean {
  const limits: SearchLimits = { trials: budgetOf(MAX_TRIALS_OF_A_SET), overruns: budgetOf(1) };
  return overruns(figures, () => true, limits, vocabulary).length > 0;
}

function overruns(
  figures: readonly Figure[],
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): readonly Overrun[] {
  const classes = scopedFigures(figures, vocabulary);
  const areApart: MayMeet = (a, b) => relateScopes(a.claim.scope, b.claim.scope, vocabulary) === 'DISJOINT';
  return classes.flatMap((whole) => {
    const wholes = new Set(whole.items.map(({ figure }) => figure));
    const mayJoin: MayMeet = (a, b) => mayMeet(a, b) && (wholes.has(a) || wholes.has(b) || areApart(a, b));
    return findOverruns(inequalityOf(whole, classes, vocabulary), mayJoin, limits);
  });
}

function inequalityOf(
  whole: ScopeClass<ScopedFigure>,
  classes: readonly ScopeClass<ScopedFigure>[],
  vocabulary: Vocabulary,
): Inequality {
  const parts = classes.filter(({ scope }) => relateScopes(scope, whole.scope, vocabulary) === 'NARROWER');
  return { smaller: parts.map(slotOf), greater: [slotOf(whole)] };
}

function slotOf({ scope, items }: ScopeClass<ScopedFigure>): Slot {
  return { quantity: JSON.stringify(scope), weight: 1, figures: items.map(({ figure }) => figure) };
}

function findingOf({ smaller, greater }: Overrun, vocabulary: Vocabulary): Finding {
  const parts = [...smaller].sort(
    (a, b) => b.figure.least.amount.cmp(a.figure.least.amount) || (a.figure.claim.id < b.figure.claim.id ? -1 : 1),
  );
  const claims = [...parts, ...greater].map(({ figure }) => figure.claim);
  return {
    members: claims.map(({ id }) => id).sort(),
    kind: 'ARITHMETIC',
    strength: strengthOf(claims),
    rule: PARTS_EXCEED_WHOLE,
    explanation: explainSum({ smaller: parts, greater }, REASON, vocabulary),
  };
}
