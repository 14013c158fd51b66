import type { Property } from '../claim/claim.js';
import type { Assertion } from '../claim/statement.js';
import { relateValues, type ValueRelation } from '../values/compare.js';
import type { Vocabulary } from '../values/vocabulary.js';

/** How what somebody says relates to what they said before on the same question, of the same people or places. */
export const STANCE_CHANGES = ['NEW', 'REPEATED', 'REFINED', 'BROADENED', 'ADDED', 'CHANGED', 'REVERSED'] as const;
export type StanceChange = (typeof STANCE_CHANGES)[number];

/**
 * NEW where nothing was said before; REPEATED the same; REFINED within what was said, an answer where there was none,
 * or a wider denial; BROADENED around it; ADDED what stands beside it; CHANGED what excludes or competes with it, or
 * that it is not known any more; REVERSED the denial of what was said, or the saying of what was denied.
 *
 * @param before what was said last before, of the same scope; null where nothing was
 */
export function stanceChange(
  property: Pick<Property, 'unit' | 'singleValued'>,
  before: Assertion | null,
  now: Assertion,
  vocabulary: Vocabulary,
): StanceChange {
  if (before === null) return 'NEW';
  if (before.value.kind === 'UNKNOWN' || now.value.kind === 'UNKNOWN') return knowing(before, now);
  const relation = relateValues(before.value, now.value, property, vocabulary);
  if (before.polarity !== now.polarity) return denies(before, relation) ? 'REVERSED' : 'ADDED';
  if (relation === 'EQUAL' || isSameText(before, now)) return 'REPEATED';
  if (relation === 'BROADER') return now.polarity === 'AFFIRMED' ? 'REFINED' : 'BROADENED';
  if (relation === 'NARROWER') return now.polarity === 'AFFIRMED' ? 'BROADENED' : 'REFINED';
  if (now.polarity === 'DENIED' || relation === 'OVERLAPPING' || relation === 'INCOMPARABLE') return 'ADDED';
  if (now.value.kind === 'BOOLEAN') return 'REVERSED';
  return property.singleValued || areDeclaredDisjoint(before, now, vocabulary) ? 'CHANGED' : 'ADDED';
}

function knowing(before: Assertion, now: Assertion): StanceChange {
  if (now.value.kind !== 'UNKNOWN') return 'REFINED';
  return before.value.kind === 'UNKNOWN' ? 'REPEATED' : 'CHANGED';
}

/** Whether a denial, on either side, takes in what the other side affirms. */
function denies(before: Assertion, relation: ValueRelation): boolean {
  return relation === 'EQUAL' || relation === (before.polarity === 'DENIED' ? 'BROADER' : 'NARROWER');
}

function isSameText({ value: a }: Assertion, { value: b }: Assertion): boolean {
  return a.kind === 'TEXT' && b.kind === 'TEXT' && a.text === b.text;
}

function areDeclaredDisjoint({ value: a }: Assertion, { value: b }: Assertion, vocabulary: Vocabulary): boolean {
  return a.kind === 'CONCEPT' && b.kind === 'CONCEPT' && vocabulary.declaredDisjoint(a.conceptId, b.conceptId);
}
