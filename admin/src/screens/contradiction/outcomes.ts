import type { ContradictionRead } from './contradiction.query';

export type Outcome = NonNullable<ContradictionRead['resolution']>['outcome'];

/** What can be decided of a contradiction, in the order of the digits that choose it. */
export const OUTCOMES = [
  'BOTH_STAND',
  'CLAIM_WRONG',
  'ALL_WRONG',
  'SUPERSEDED',
  'DIFFERENT_SCOPE',
  'DIFFERENT_MEANING',
  'NOT_A_CONFLICT',
] as const satisfies readonly Outcome[];
