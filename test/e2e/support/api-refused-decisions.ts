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
  { mutation: 'claimProposalAccept', type: 'ClaimProposal', object: 'proposal', rest: {} },
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

/** Decisions on proposals, which never change: there is no version of them to name. */
const ENDS = [
  { mutation: 'claimProposalReject', rest: because },
  { mutation: 'claimProposalWithdraw', rest: {} },
] as const;

/** What those who decide on proposals are refused for. */
export const REFUSED_PROPOSALS: readonly Refusal[] = [
  ...ENDS.flatMap(({ mutation, rest }): Refusal[] => [
    {
      what: 'an id that nothing has',
      mutation,
      given: ({ proposal }) => ({ id: unknown(proposal), ...rest }),
      code: 'NOT_FOUND',
      field: 'id',
      says: /no ClaimProposal with this id/,
    },
    {
      what: 'the id of a claim',
      mutation,
      given: ({ claim }) => ({ id: claim, ...rest }),
      code: 'WRONG_TYPE',
      field: 'id',
      says: /type Claim; one of type ClaimProposal is wanted/,
    },
  ]),
  ...[{ mutation: 'claimProposalAccept' as const, rest: { expectedVersion: 1 } }, ...ENDS].map(
    ({ mutation, rest }): Refusal => ({
      what: 'one that was decided on',
      mutation,
      given: ({ refused }) => ({ id: refused, ...rest }),
      code: 'ILLEGAL_STATE',
      field: 'id',
      says: /The proposal is REJECTED; it was decided on already/,
    }),
  ),
  {
    what: 'what the asker proposed',
    mutation: 'claimProposalAccept',
    given: ({ proposal }) => version1(proposal),
    code: 'OWN_WORK',
    field: 'id',
    says: /somebody else has to/,
  },
  {
    what: 'an empty note',
    mutation: 'claimProposalAccept',
    given: ({ proposal }) => ({ ...version1(proposal), note: ' ' }),
    code: 'INVALID_INPUT',
    field: 'note',
    says: /at least one word/,
  },
  {
    what: 'an empty reason',
    mutation: 'claimUpdate',
    given: ({ published }) => ({ ...version1(published), input: { statement: 'Four.' }, reason: '' }),
    code: 'REQUIRED',
    field: 'reason',
    says: /must not be empty/,
  },
];
