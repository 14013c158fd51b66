import type { Refusal, Scene } from './api-refusals.js';
import { DECISIONS, REFUSED_DECISIONS, REFUSED_PROPOSALS, version1 } from './api-refused-decisions.js';
import { unknown } from './api-spoilt-claim.js';

const because = { reason: 'Looked at.' };
const note = { note: 'Looked at.' };

const reasons = [
  ...DECISIONS.filter(({ rest }) => 'reason' in rest),
  { mutation: 'citationRemove', object: 'citation', rest: because } as const,
  { mutation: 'claimProposalReject', object: 'proposal', rest: because } as const,
].flatMap(({ mutation, object, rest }): Refusal[] =>
  (
    [
      ['nothing', '', 'REQUIRED', /must not be empty/],
      ['white space', ' \n ', 'INVALID_INPUT', /at least one word/],
      ['a null character', 'a\0', 'INVALID_INPUT', /at least one word/],
      ['half a character', 'a\udc00', 'INVALID_INPUT', /at least one word/],
      ['too many characters', 'a'.repeat(5_001), 'TOO_LONG', /5000/],
    ] as const
  ).map(([what, reason, code, says]) => ({
    what: `${what} for the reason of ${mutation}`,
    mutation,
    given: (scene: Scene) => ({
      id: scene[object],
      ...(mutation === 'citationRemove' || mutation === 'claimProposalReject' ? {} : { expectedVersion: 1 }),
      ...rest,
      reason,
    }),
    code,
    field: 'reason',
    says,
  })),
);

const resolve = (input: (scene: Scene) => object) => (scene: Scene) => ({
  ...version1(scene.open),
  input: input(scene),
});
const update = (input: (scene: Scene) => object) => (scene: Scene) => ({
  ...version1(scene.claim),
  input: input(scene),
});
const cite = (input: (scene: Scene) => object) => (scene: Scene) => ({ input: input(scene) });
const FIRST = 'Entry 1 of the log.';

const particular: Refusal[] = [
  {
    what: 'a claim made what another already says',
    mutation: 'claimUpdate',
    given: update(() => ({ value: { quantity: { amount: '40' } } })),
    code: 'ALREADY_EXISTS',
    field: 'input',
    says: /Another claim of this story says the same; add your citation to it/,
  },
  {
    what: 'a claim given a value of another datatype',
    mutation: 'claimUpdate',
    given: update(() => ({ value: { boolean: true } })),
    code: 'WRONG_DATATYPE',
    field: 'input.value.boolean',
    says: /takes a QUANTITY/,
  },
  {
    what: 'a claim given a scope dimension that its property lacks',
    mutation: 'claimUpdate',
    given: update(({ world }) => ({ scope: [{ dimension: 'place', concept: world.concept('Aktau') }] })),
    code: 'UNKNOWN_SCOPE_DIMENSION',
    field: 'input.scope.0.dimension',
    says: /it has: nationality, role/,
  },
  {
    what: 'a claim given an empty statement',
    mutation: 'claimUpdate',
    given: update(() => ({ statement: '' })),
    code: 'REQUIRED',
    field: 'input.statement',
    says: /must not be empty/,
  },
  {
    what: 'a change of a retracted claim',
    mutation: 'claimUpdate',
    given: ({ retracted }) => ({ id: retracted, expectedVersion: 2, input: { statement: 'Other words.' } }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /RETRACTED; it can be changed once it is reopened/,
  },
  {
    what: 'an approval of what the asker wrote',
    mutation: 'claimApprove',
    given: ({ submitted }) => ({ id: submitted, expectedVersion: 2 }),
    code: 'OWN_WORK',
    field: 'id',
    says: /somebody else has to/,
  },
  {
    what: 'an approval with an empty note',
    mutation: 'claimApprove',
    given: ({ submitted }) => ({ id: submitted, expectedVersion: 2, note: ' ' }),
    code: 'INVALID_INPUT',
    field: 'note',
    says: /at least one word/,
  },
  ...(['claimWithdraw', 'claimApprove', 'claimRequestChanges', 'claimReject'] as const).map((mutation): Refusal => ({
    what: 'a draft',
    mutation,
    given: (scene) => ({ ...version1(scene.claim), ...(/Request|Reject/.test(mutation) && because) }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /is DRAFT; this can be done only where it is IN_REVIEW/,
  })),
  {
    what: 'what is submitted already',
    mutation: 'claimSubmit',
    given: ({ submitted }) => ({ id: submitted, expectedVersion: 2 }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /is IN_REVIEW; this can be done only where it is DRAFT or CHANGES_REQUESTED/,
  },
  {
    what: 'what was never closed',
    mutation: 'claimReopen',
    given: (scene) => ({ ...version1(scene.claim), ...because }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /is DRAFT; this can be done only where it is REJECTED or RETRACTED/,
  },
  {
    what: 'a second retraction',
    mutation: 'claimRetract',
    given: ({ retracted }) => ({ id: retracted, expectedVersion: 2, ...because }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /RETRACTED/,
  },
  {
    what: 'a citation that the claim has',
    mutation: 'citationAdd',
    given: cite(({ world, claim }) => ({ claim, citation: world.citationOf({ quote: FIRST }) })),
    code: 'ALREADY_EXISTS',
    field: 'input.citation',
    says: /has this citation already/,
  },
  {
    what: 'a citation from another story',
    mutation: 'citationAdd',
    given: cite(({ other, claim }) => ({ claim, citation: other.citationOf({ quote: FIRST }) })),
    code: 'WRONG_STORY',
    field: 'input.citation.source',
    says: /belongs to another story/,
  },
  {
    what: 'a citation whose quote is not there',
    mutation: 'citationAdd',
    given: cite(({ world, claim }) => ({ claim, citation: world.citationOf({ quote: 'Nowhere.' }) })),
    code: 'QUOTE_NOT_FOUND',
    field: 'input.citation.quote.exact',
    says: /does not occur/,
  },
  {
    what: 'a citation of no claim',
    mutation: 'citationAdd',
    given: cite(({ world, claim }) => ({ claim: unknown(claim), citation: world.citationOf({ quote: FIRST }) })),
    code: 'NOT_FOUND',
    field: 'input.claim',
    says: /no Claim with this id/,
  },
  {
    what: 'a citation of what is no claim',
    mutation: 'citationAdd',
    given: cite(({ world, open }) => ({ claim: open, citation: world.citationOf({ quote: FIRST }) })),
    code: 'WRONG_TYPE',
    field: 'input.claim',
    says: /type Contradiction; one of type Claim is wanted/,
  },
  {
    what: 'the removal of the only citation',
    mutation: 'citationRemove',
    given: ({ citation }) => ({ id: citation, ...because }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /only citation of its claim: retract the claim instead/,
  },
  {
    what: 'the removal of no citation',
    mutation: 'citationRemove',
    given: ({ citation }) => ({ id: unknown(citation), ...because }),
    code: 'NOT_FOUND',
    field: 'id',
    says: /no Citation with this id/,
  },
  ...(['contradictionDismiss', 'contradictionResolve'] as const).map((mutation): Refusal => ({
    what: `${mutation} of what is dismissed`,
    mutation,
    given: ({ dismissed }) => ({
      id: dismissed,
      expectedVersion: 2,
      ...(mutation === 'contradictionDismiss' ? because : { input: { outcome: 'BOTH_STAND', ...note } }),
    }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /is DISMISSED; this can be done only where it is OPEN or IN_REVIEW/,
  })),
  ...(
    [
      ['contradictionTake', {}, /is DISMISSED; this can be done only where it is OPEN\./],
      ['contradictionRelease', {}, /is DISMISSED; this can be done only where it is IN_REVIEW\./],
      ['contradictionConfirm', because, /No evidence has come since it was decided/],
    ] as const
  ).map(([mutation, rest, says]): Refusal => ({
    what: `${mutation} of what is dismissed`,
    mutation,
    given: ({ dismissed }) => ({ id: dismissed, expectedVersion: 2, ...rest }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says,
  })),
  {
    what: 'the reopening of what is open',
    mutation: 'contradictionReopen',
    given: ({ open }) => ({ ...version1(open), ...because }),
    code: 'ILLEGAL_STATE',
    field: 'id',
    says: /is OPEN; this can be done only where it is RESOLVED or DISMISSED/,
  },
  ...(['CLAIM_WRONG', 'SUPERSEDED'] as const).flatMap((outcome): Refusal[] => [
    {
      what: `${outcome} without saying which is right`,
      mutation: 'contradictionResolve',
      given: resolve(() => ({ outcome, ...note })),
      code: 'INVALID_INPUT',
      field: 'input.upheld',
      says: /name the claims that are right: at least one, and not all/,
    },
    {
      what: `${outcome} with both right`,
      mutation: 'contradictionResolve',
      given: resolve(({ claim, rival }) => ({ outcome, upheld: [claim, rival], ...note })),
      code: 'INVALID_INPUT',
      field: 'input.upheld',
      says: /at least one, and not all/,
    },
  ]),
  {
    what: 'ALL_WRONG with one right',
    mutation: 'contradictionResolve',
    given: resolve(({ claim }) => ({ outcome: 'ALL_WRONG', upheld: [claim], ...note })),
    code: 'INVALID_INPUT',
    field: 'input.upheld',
    says: /For ALL_WRONG no claim can be upheld/,
  },
  {
    what: 'an upheld claim that is no member',
    mutation: 'contradictionResolve',
    given: resolve(({ claim, retracted }) => ({ outcome: 'CLAIM_WRONG', upheld: [claim, retracted], ...note })),
    code: 'INVALID_INPUT',
    field: 'input.upheld.1',
    says: /Only members of the contradiction can be upheld/,
  },
  {
    what: 'an upheld agent',
    mutation: 'contradictionResolve',
    given: resolve(({ agent }) => ({ outcome: 'CLAIM_WRONG', upheld: [agent], ...note })),
    code: 'WRONG_TYPE',
    field: 'input.upheld.0',
    says: /one of type Claim is wanted/,
  },
  {
    what: 'a resolution without a note',
    mutation: 'contradictionResolve',
    given: resolve(() => ({ outcome: 'BOTH_STAND', note: '' })),
    code: 'REQUIRED',
    field: 'input.note',
    says: /must not be empty/,
  },
];

/** Changes of what is there that cannot be made. */
export const REFUSED_CHANGES: Refusal[] = [...REFUSED_DECISIONS, ...REFUSED_PROPOSALS, ...reasons, ...particular];
