import type { Finding } from '../contradiction/contradiction.js';
import { strengthOf } from '../contradiction/hedging.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Equation } from './equation.js';
import { explainRemainder, remainderOf } from './explain-remainder.js';
import { explainSum } from './explain-sum.js';
import type { Figure } from './figure.js';
import { findOverruns, type MayMeet, type SearchLimits } from './find-overruns.js';
import { isBrokenBy, type Overrun } from './inequality.js';
import type { SumRule } from './sum-systems.js';

const IDENTITY_BROKEN = 'identity-broken';

/** Whether these figures can all hold. */
export type CanHold = (figures: readonly Figure[]) => boolean;

/**
 * Figures for one scope that cannot all hold because of identities: every minimal set among those that one system
 * speaks of.
 *
 * A set has no solution exactly where one of the system's inequalities is broken (see `equationsOf`), and that takes
 * one end of one claim for each property. So a minimal set has at most one claim a property; two claims of one
 * property that exclude each other are a matter for the pairwise rules. A claim that is impossible by the identities
 * alone is no set of claims that do not fit, and sets with it are not minimal.
 */
export function brokenIdentities(
  system: readonly SumRule[],
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): readonly Finding[] {
  const canHold: CanHold = (figures) => {
    const byKey = new Map(figures.map((figure) => [figure.property.key, figure]));
    return system.every((rule) => !isBrokenBy(rule, byKey));
  };
  return minimalSets(system, mayMeet, canHold, limits, vocabulary);
}

/** Every minimal set of figures for two properties or more that breaks one of the rules, once. */
export function minimalSets(
  rules: readonly SumRule[],
  mayMeet: MayMeet,
  canHold: CanHold,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    for (const overrun of findOverruns(rule, mayMeet, limits)) {
      const figures = [...overrun.smaller, ...overrun.greater].map(({ figure }) => figure);
      const members = figures.map(({ claim }) => claim.id).sort();
      const key = members.join('\n');
      if (new Set(figures.map(({ property }) => property.key)).size < 2 || found.has(key)) continue;
      if (figures.every((spared) => canHold(figures.filter((figure) => figure !== spared)))) {
        found.set(key, findingOf(members, overrun, rule.equation, vocabulary));
      }
    }
  }
  return [...found.values()];
}

function findingOf(members: readonly string[], overrun: Overrun, equation: Equation, vocabulary: Vocabulary): Finding {
  const remainder = remainderOf(overrun, equation);
  const reason = equation.identities.map(({ label }) => label).join(' and ');
  return {
    members,
    kind: 'ARITHMETIC',
    strength: strengthOf([...overrun.smaller, ...overrun.greater].map(({ figure }) => figure.claim)),
    rule: IDENTITY_BROKEN,
    explanation:
      remainder === null ? explainSum(overrun, reason, vocabulary) : explainRemainder(remainder, reason, vocabulary),
  };
}
