/**
 * How two sets relate, read from the first to the second: NARROWER means that the first lies within the second.
 * UNDETERMINED: the vocabulary does not say.
 */
export type SetRelation =
  'EQUAL' | 'NARROWER' | 'BROADER' | 'OVERLAPPING' | 'DISJOINT' | 'UNDETERMINED';
