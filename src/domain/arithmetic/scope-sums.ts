import type { ScopeTerm } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { relateScopes } from '../scope/scope.js';
import { overlapping } from '../values/division.js';
import type { Division, Vocabulary } from '../values/vocabulary.js';
import type { Identity } from './identity.js';

/** Says of each scope which quantity of a sum it is: EQUAL scopes are one. */
type QuantityOf = (scope: readonly ScopeTerm[]) => string;

/** What parts of a question's scopes are declared complete, as sums over scopes. */
export interface ScopeSums {
  readonly sums: readonly Identity[];
  readonly quantityOf: QuantityOf;
  /** The scope of each quantity of the sums. */
  readonly scopes: ReadonlyMap<string, readonly ScopeTerm[]>;
}

const LABEL = 'the parts are declared complete';

/** A division along a dimension; null where it holds along every dimension that takes its concepts. */
interface Cut extends Division {
  readonly dimension: string | null;
}

/**
 * The sums that hold among scopes because parts are declared complete, in the vocabulary or for the question: everybody
 * = passengers + crew, and within any other scope likewise: the Russians = Russian passengers + Russian crew. Those that
 * a given scope is a part of, and those that what they add up is a part of in turn: no sum that has anything to say of
 * some scopes depends on which others are given. A partition whose parts exclude each other no longer says nothing.
 */
export function scopeSums(
  { partitions = [] }: Pick<Question, 'partitions'>,
  scopes: readonly (readonly ScopeTerm[])[],
  vocabulary: Vocabulary,
): ScopeSums {
  const cuts: readonly Cut[] = [
    ...vocabulary.divisions.map((each) => ({ ...each, dimension: null })),
    ...partitions
      .filter(({ parts }) => parts.length > 1 && overlapping(parts, (a, b) => vocabulary.relate(a, b)) === null)
      .map(({ dimension, parts }) => ({ dimension, parts, whole: null })),
  ];
  const quantityOf = quantities(vocabulary);
  const sums = new Map<string, Identity>();
  const reached = new Map(cuts.length === 0 ? [] : scopes.map((scope) => [quantityOf(scope), scope]));
  // A map hands out what is added while it is walked, each key once.
  for (const scope of reached.values()) {
    for (const { cut, rest, dimension } of cutsThrough(scope, cuts, vocabulary)) {
      const within = (conceptId: string | null): readonly ScopeTerm[] =>
        conceptId === null ? rest : [...rest, { dimension, conceptId }];
      const whole = within(cut.whole);
      const parts = cut.parts.map(within);
      const quantities = parts.map(quantityOf).sort();
      const name = JSON.stringify([quantityOf(whole), quantities]);
      if (sums.has(name)) continue;
      sums.set(name, { id: name, label: LABEL, whole: quantityOf(whole), parts: quantities });
      for (const each of [whole, ...parts]) if (!reached.has(quantityOf(each))) reached.set(quantityOf(each), each);
    }
  }
  return { sums: [...sums.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), quantityOf, scopes: reached };
}

/** Of each cut that the scope is a part of: the dimension in which it is, and what else narrows the scope. */
function cutsThrough(scope: readonly ScopeTerm[], cuts: readonly Cut[], vocabulary: Vocabulary) {
  return scope.flatMap(({ dimension, conceptId }) => {
    const rest = scope.filter((term) => term.dimension !== dimension);
    return cuts
      .filter((cut) => cut.dimension === null || cut.dimension === dimension)
      .filter(({ parts }) => parts.some((part) => vocabulary.relate(part, conceptId) === 'EQUAL'))
      .map((cut) => ({ cut, rest, dimension }));
  });
}

/** Names a scope by its terms, or like the one that it is EQUAL to, whichever was asked for first. */
function quantities(vocabulary: Vocabulary): QuantityOf {
  const names = new Map<string, string>();
  const known: { readonly scope: readonly ScopeTerm[]; readonly name: string }[] = [];
  return (scope) => {
    const terms = JSON.stringify(scope.map(({ dimension, conceptId }) => [dimension, conceptId].join(' ')).sort());
    const remembered = names.get(terms);
    if (remembered !== undefined) return remembered;
    const same = known.find((each) => relateScopes(each.scope, scope, vocabulary) === 'EQUAL');
    const name = same?.name ?? terms;
    if (same === undefined) known.push({ scope, name });
    names.set(terms, name);
    return name;
  };
}
