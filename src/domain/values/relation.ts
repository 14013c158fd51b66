/**
 * How two sets relate, read from the first to the second: NARROWER means that the first lies within the second.
 * UNDETERMINED: the vocabulary does not say.
 */
export type SetRelation = 'EQUAL' | 'NARROWER' | 'BROADER' | 'OVERLAPPING' | 'DISJOINT' | 'UNDETERMINED';

/** The same relation read from the second set to the first. */
export function converse<R extends SetRelation | 'INCOMPARABLE'>(relation: R): R | 'NARROWER' | 'BROADER' {
  if (relation === 'NARROWER') return 'BROADER';
  if (relation === 'BROADER') return 'NARROWER';
  return relation;
}
