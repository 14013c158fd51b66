import type { SetRelation } from './relation.js';
import { relateQuantities } from './quantity.js';
import { relateTimes } from './time.js';
import type { Value } from './value.js';
import type { Vocabulary } from './vocabulary.js';

/** How two values relate as sets, or that nobody can tell by their kind alone. */
export type ValueRelation = SetRelation | 'INCOMPARABLE';

/**
 * How value `a` relates to value `b` of the same property. INCOMPARABLE: figures in different dimensions, free text
 * (which only a reader can compare), UNKNOWN (which says nothing), and values of different kinds.
 */
export function relateValues(
  a: Value,
  b: Value,
  property: { readonly unit: string | null },
  vocabulary: Vocabulary,
): ValueRelation {
  if (a.kind === 'QUANTITY' && b.kind === 'QUANTITY') return relateQuantities(a, b, property.unit);
  if (a.kind === 'TIME' && b.kind === 'TIME') return relateTimes(a, b);
  if (a.kind === 'CONCEPT' && b.kind === 'CONCEPT') return vocabulary.relate(a.conceptId, b.conceptId);
  if (a.kind === 'BOOLEAN' && b.kind === 'BOOLEAN') return a.boolean === b.boolean ? 'EQUAL' : 'DISJOINT';
  return 'INCOMPARABLE';
}
