import type Big from 'big.js';
import type { Question } from '../claim/question.js';
import type { Finding } from '../contradiction/contradiction.js';
import { strengthOf } from '../contradiction/hedging.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { equationsOf } from './equation.js';
import { explainShortfall } from './explain-shortfall.js';
import { explainSum } from './explain-sum.js';
import { figuresOf, type Figure } from './figure.js';
import { findOverruns, type MayMeet, type SearchLimits } from './find-overruns.js';
import { isBrokenBy, type Inequality, type Overrun, type Term } from './inequality.js';
import { scopeSums } from './scope-sums.js';
import { scopedFigures } from './scoped-figures.js';
import { sumRules } from './sum-systems.js';

const PARTS_MISS_WHOLE = 'parts-miss-whole';
const REASON = 'the parts are declared complete';

/** What declared divisions say of the figures for one question. */
export interface CompleteParts {
  /** Sets of figures that cannot all hold because of them, each as small as they alone can make it. */
  readonly findings: readonly Finding[];
  /** Whether some of these figures, at most one for each scope, break one of the sums. */
  readonly isBroken: (figures: readonly Figure[]) => boolean;
  /** Whether the sums have all been set against each other. */
  readonly complete: boolean;
}

/**
 * Figures for one additive property that cannot all hold because parts are declared complete: 37, 16, 6 and 3 aboard do
 * not make 67, if these four nationalities are all there are. Every set of three or more of which none can be spared: a
 * whole and all of its parts, or, where parts are divided in turn or a whole in two ways, those at the ends of it. What
 * falls short of a whole only because of a part that nobody gives a figure for is no contradiction.
 *
 * The sums are set against each other as identities are (see `equationsOf`): the scopes are its properties.
 */
export function missedWholes(
  question: Question,
  mayMeet: MayMeet,
  limits: SearchLimits,
  vocabulary: Vocabulary,
): CompleteParts {
  const classes = question.property.additive ? scopedFigures(figuresOf(question), vocabulary) : [];
  const { sums, quantityOf } = scopeSums(
    question,
    classes.map(({ scope }) => scope),
    vocabulary,
  );
  const { equations, complete } = equationsOf(sums);
  const figures = new Map(
    classes.map(({ scope, items }) => [quantityOf(scope), items.map(({ figure }) => figure)] as const),
  );
  const rules = equations.flatMap((equation) => sumRules(equation, figures));
  // That parts exceed their whole holds of all that are disjoint, whether or not they are complete.
  const searched = rules.filter(({ equation, greater }) => equation.identities.length > 1 || greater.length > 1);
  const quantityOfClaim = new Map(
    [...figures].flatMap(([quantity, own]) => own.map((figure) => [figure.claim.id, quantity] as const)),
  );
  const found = new Map<string, Finding>();
  for (const rule of searched) {
    for (const overrun of findOverruns(rule, mayMeet, limits)) {
      const members = [...overrun.smaller, ...overrun.greater].map(({ figure }) => figure.claim.id).sort();
      const key = members.join('\n');
      if (members.length < 3 || found.has(key)) continue;
      found.set(
        key,
        findingOf(members, { smaller: told(overrun.smaller), greater: told(overrun.greater) }, vocabulary),
      );
    }
  }
  return {
    findings: [...found.values()],
    isBroken: (some) => isBroken(rules, some, quantityOfClaim),
    complete,
  };
}

function isBroken(
  rules: readonly Inequality[],
  figures: readonly Figure[],
  quantityOfClaim: ReadonlyMap<string, string>,
): boolean {
  const byQuantity = new Map(figures.map((figure) => [quantityOfClaim.get(figure.claim.id) ?? '', figure]));
  return rules.some((rule) => isBrokenBy(rule, byQuantity));
}

/** In the order in which they are told: the greatest first. */
function told(terms: readonly Term[]): readonly Term[] {
  const most = ({ figure }: Term): Big => (figure.most ?? figure.least).amount;
  return [...terms].sort((a, b) => most(b).cmp(most(a)) || (a.figure.claim.id < b.figure.claim.id ? -1 : 1));
}

function findingOf(members: readonly string[], overrun: Overrun, vocabulary: Vocabulary): Finding {
  return {
    members,
    kind: 'ARITHMETIC',
    strength: strengthOf([...overrun.smaller, ...overrun.greater].map(({ figure }) => figure.claim)),
    rule: PARTS_MISS_WHOLE,
    explanation: explainShortfall(overrun, REASON, vocabulary) ?? explainSum(overrun, REASON, vocabulary),
  };
}
