import type { Finding } from '../contradiction/contradiction.js';
import { strengthOf } from '../contradiction/hedging.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Equation } from './equation.js';
import { explainRemainder, remainderOf } from './explain-remainder.js';
import { explainSum } from './explain-sum.js';
import { findOverruns, type MayMeet, type SearchLimits } from './find-overruns.js';
import { isBrokenBy, type Overrun } from './inequality.js';
import type { SumRule } from './sum-systems.js';

const IDENTITY_BROKEN = 'identity-broken';

/**
 * Figures that cannot all hold because of identities: every minimal set among those that one system speaks of.
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
  const found = new Map<string, Finding>();
  for (const rule of system) {
    for (const overrun of findOverruns(rule, mayMeet, limits)) {
      const { smaller, greater } = overrun;
      const members = [...smaller, ...greater].map(({ figure }) => figure.claim.id).sort();
      const key = members.join('\n');
      if (members.length < 2 || found.has(key) || !isMinimal(overrun, system)) continue;
      found.set(key, findingOf(members, overrun, rule.equation, vocabulary));
    }
  }
  return [...found.values()];
}

/** Whether no inequality of the system is broken by fewer of these figures. */
function isMinimal({ smaller, greater }: Overrun, system: readonly SumRule[]): boolean {
  const terms = [...smaller, ...greater];
  return terms.every((spared) => {
    const rest = new Map(terms.filter((term) => term !== spared).map(({ quantity, figure }) => [quantity, figure]));
    return system.every((rule) => !isBrokenBy(rule, rest));
  });
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
