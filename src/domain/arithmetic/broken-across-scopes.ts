import { budgetOf } from '../contradiction/budget.js';
import type { Finding } from '../contradiction/contradiction.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Figure } from './figure.js';
import { findOverruns, type MayMeet, type SearchLimits } from './find-overruns.js';
import { minimalSets } from './identity-broken.js';
import type { Slot } from './inequality.js';
import type { SumRule } from './sum-systems.js';

/** Figures that are tried to see whether a few of them fit. */
const MAX_TRIALS_OF_A_SET = 1_000;

/** Figures for different scopes that cannot all hold because of identities: sets no part of which breaks a rule. */
export function brokenAcrossScopes(
  rules: readonly SumRule[],
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): readonly Finding[] {
  const breaks = rules.map(brokenBy);
  const canHold = (figures: readonly Figure[]): boolean => !breaks.some((isBroken) => isBroken(figures));
  return minimalSets(rules, mayMeet, canHold, limits, vocabulary);
}

/** Asks whether some of these figures break the rule. */
function brokenBy({ smaller, greater }: SumRule): (figures: readonly Figure[]) => boolean {
  const known = new Map([...smaller, ...greater].map((slot) => [slot, new Set(slot.figures)]));
  return (figures) => {
    const isIn = (slot: Slot) => (figure: Figure) => known.get(slot)?.has(figure) ?? false;
    if (!greater.every((slot) => figures.some(isIn(slot)))) return false;
    const among = (slot: Slot): Slot => ({ ...slot, figures: figures.filter(isIn(slot)) });
    const few: SearchLimits = { trials: budgetOf(MAX_TRIALS_OF_A_SET), overruns: budgetOf(1) };
    return findOverruns({ smaller: smaller.map(among), greater: greater.map(among) }, () => true, few).length > 0;
  };
}
