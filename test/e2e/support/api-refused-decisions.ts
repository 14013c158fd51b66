import type { Refusal } from './api-refusals.js';
import { unknown } from './api-spoilt-claim.js';

/** A change of the object with this id, made from its first version. */
export const version1 = (id: string): object => ({ id, expectedVersion: 1 });
const because = { reason: 'Looked at.' };
const note = { note: 'Looked at.' };

/** Decisions of each kind on any object, all else as it should be. */
export const DECISIONS = [
  { mutation: 'claimUpdate', type: 'Claim', object: 'claim', rest: { input: { statement: 'Other words.' } } },
  { mutation: 'claimSubmit', type: 'Claim', object: 'claim', rest: {} },
  { mutation: 'claimWithdraw', type: 'Claim', object: 'claim', rest: {} },
  { mutation: 'claimApprove', type: 'Claim', object: 'claim', rest: {} },
  { mutation: 'claimRequestChanges', type: 'Claim', object: 'claim', rest: because },
  { mutation: 'claimReject', type: 'Claim', object: 'claim', rest: because },
  { mutation: 'claimReopen', type: 'Claim', object: 'claim', rest: because },
  { mutation: 'claimRetract', type: 'Claim', object: 'claim', rest: because },
  { mutation: 'claimRank', type: 'Claim', object: 'claim', rest: { rank: 'DEPRECATED', ...because } },
  {
    mutation: 'contradictionResolve',
    type: 'Contradiction',
    object: 'open',
    rest: { input: { outcome: 'BOTH_STAND', ...note } },
  },
  { mutation: 'contradictionTake', type: 'Contradiction', object: 'open', rest: {} },
  { mutation: 'contradictionRelease', type: 'Contradiction', object: 'open', rest: {} },
  { mutation: 'contradictionDismiss', type: 'Contradiction', object: 'open', rest: because },
  { mutation: 'contradictionConfirm', type: 'Contradiction', object: 'dismissed', rest: because },
  { mutation: 'contradictionReopen', type: 'Contradiction', object: 'dismissed', rest: because },
] as const;

/** What each of them is refused for, whatever it decides. */
export const REFUSED_DECISIONS = DECISIONS.flatMap(({ mutation, type, object, rest }): Refusal[] => [
  {
    what: 'an id that nothing has',
    mutation,
    given: (scene) => ({ ...version1(unknown(scene[object])), ...rest }),
    code: 'NOT_FOUND',
    field: 'id',
    says: new RegExp(`no ${type} with this id`),
  },
  {
    what: 'a malformed id',
    mutation,
    given: () => ({ ...version1('nonsense'), ...rest }),
    code: 'NOT_FOUND',
    field: 'id',
    says: new RegExp(`no ${type} with this id`),
  },
  {
    what: 'an id of another type',
    mutation,
    given: ({ source }) => ({ ...version1(source), ...rest }),
    code: 'WRONG_TYPE',
    field: 'id',
    says: new RegExp(`type Source; one of type ${type} is wanted`),
  },
  ...[0, 7, -1, 2_147_483_647].map((expectedVersion): Refusal => ({
    what: `the version ${expectedVersion}`,
    mutation,
    given: (scene) => ({ id: scene[object], expectedVersion, ...rest }),
    code: 'STALE_VERSION',
    field: 'expectedVersion',
    says: /has changed since version .* it is at version [12].* Read it again/,
  })),
]);
