import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { budgetOf, type Budget } from '../contradiction/budget.js';
import type { Finding } from '../contradiction/contradiction.js';
import { capitalised } from '../contradiction/explain.js';
import { sortedFindings, type Findings } from '../contradiction/findings.js';
import { pairHedge, strengthOf } from '../contradiction/hedging.js';
import { scopeClasses, type ScopeClass } from '../scope/scope-classes.js';
import { isAfter } from '../values/time.js';
import type { TimeValue } from '../values/value.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { explainOrder } from './explain-order.js';
import { precedencesOf, type Order } from './order.js';

const ORDER_BROKEN = 'order-broken';
/** Pairs that are compared for one subject before the search stops. */
const MAX_COMPARISONS = 20_000;
/** Findings for one subject before the search stops. */
export const MAX_FINDINGS = 1_000;

/** An affirmed time, and what it is the time of. */
interface Dated {
  readonly property: Property;
  readonly claim: Claim;
  readonly scope: Claim['scope'];
  readonly time: TimeValue;
}

interface Limits {
  readonly comparisons: Budget;
  readonly findings: Budget;
}

/**
 * Every minimal set of times for one subject that the declared orders rule out. Only what speaks of the same people or
 * places (EQUAL scopes) is put in order.
 *
 * Each such set is a pair, however long the chain between the two: with x ≤ y for each order and an interval for each
 * time, setting every time to the latest start among those before it is a solution unless one of those starts comes
 * after its own end; that start and that end are two claims (a difference system has no solution exactly where its
 * graph has a negative cycle: R. Bellman, 1958; here such a cycle is one start, a chain and one end). Cycles of orders
 * make all times in them one, and intervals that meet two by two all meet (E. Helly, 1923). A time that names no zone
 * is compared with one that does as `relateTimes` does: it is after it only where no zone on Earth could help. Two
 * times of one property are a matter for the pairwise rules.
 *
 * Cost: at most P × P comparisons for two properties with P answers each, in an order in which those that cannot fail
 * are not made. The search stops after 20,000 comparisons or 1,000 findings, the widest apart first, and says that it
 * is exhausted.
 */
export function findOrder(questions: readonly Question[], orders: readonly Order[], vocabulary: Vocabulary): Findings {
  const limits: Limits = { comparisons: budgetOf(MAX_COMPARISONS), findings: budgetOf(MAX_FINDINGS) };
  const properties = new Map(questions.map(({ property }) => [property.key, property]));
  const classes = scopeClasses(questions.flatMap(datedClaims), vocabulary);
  const findings = precedencesOf(orders).flatMap(({ chain }) =>
    classes.flatMap((each) =>
      reversedPairs(chain, each, limits).map(([first, second]) =>
        findingOf(first, second, explainOrder(first, second, chain, properties, vocabulary)),
      ),
    ),
  );
  return {
    findings: sortedFindings(findings),
    exhausted: limits.comparisons.isExhausted() || limits.findings.isExhausted(),
  };
}

function datedClaims({ property, claims }: Question): readonly Dated[] {
  return claims.flatMap((claim) =>
    claim.polarity === 'AFFIRMED' && claim.value.kind === 'TIME'
      ? [{ property, claim, scope: claim.scope, time: claim.value }]
      : [],
  );
}

/** The claims about the first of the chain that come after one about its last. */
function reversedPairs(
  chain: readonly string[],
  { items }: ScopeClass<Dated>,
  limits: Limits,
): readonly (readonly [first: Dated, second: Dated])[] {
  const answersTo = (key: string | undefined): Dated[] => items.filter(({ property }) => property.key === key);
  const firsts = answersTo(chain[0]).sort((a, b) => b.time.earliest - a.time.earliest || byId(a, b));
  const seconds = answersTo(chain.at(-1)).sort((a, b) => a.time.latest - b.time.latest || byId(a, b));
  const found: (readonly [Dated, Dated])[] = [];
  for (const first of firsts) {
    for (const second of seconds) {
      // A zone could only bring the two closer together, so neither this one nor any further one can fail.
      if (first.time.earliest <= second.time.latest) break;
      if (!limits.comparisons.spend()) return found;
      if (!isAfter(first.time, second.time)) continue;
      if (!limits.findings.spend()) return found;
      found.push([first, second]);
    }
  }
  return found;
}

function findingOf(first: Dated, second: Dated, explanation: string): Finding {
  const claims = [first.claim, second.claim];
  return {
    members: claims.map(({ id }) => id).sort(),
    kind: 'ORDER',
    strength: strengthOf(claims),
    rule: ORDER_BROKEN,
    explanation: capitalised(`${explanation}${pairHedge(first.claim, second.claim)}.`),
  };
}

function byId(a: Dated, b: Dated): number {
  return a.claim.id < b.claim.id ? -1 : 1;
}
