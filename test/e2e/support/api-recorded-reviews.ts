import { expect } from '@jest/globals';
import { change, type Endpoint, type MutationName } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import { ADMIN_KEY } from '../../support/start-app.js';
import { propose, publish } from './api-proposals.js';
import type { World } from './api-world.js';

const because = { reason: 'Looked at.' };

/** What is done to a claim that somebody else wrote and submitted, and where it leads. */
const REVIEWED: readonly [MutationName, object, to: string][] = [
  ['claimWithdraw', {}, 'DRAFT'],
  ['claimApprove', { note: 'Looked at.' }, 'PUBLISHED'],
  ['claimRequestChanges', because, 'CHANGES_REQUESTED'],
  ['claimReject', because, 'REJECTED'],
];

/** One change of each kind in the review of claims, each on a claim of its own. */
export async function reviewChanges(world: World, editor: Endpoint): Promise<RecordedChange[]> {
  // Each of a subject of its own, as claims in conflict are published only where that is acknowledged.
  const claimed = async (quantity: string): Promise<string> => {
    const subject = await world.addSubject(`Pier ${quantity}`);
    return (await world.claim({ subject, quantity })).claim.id;
  };
  const changes: RecordedChange[] = [];
  for (const [i, [name, rest, to]] of REVIEWED.entries()) {
    const id = await claimed(String(10 + i));
    await change(world.endpoint, 'claimSubmit', { id, expectedVersion: 1 });
    const after = { status: to, version: 3 };
    changes.push([name, { id, expectedVersion: 2, ...rest }, 'Claim', true, { status: 'IN_REVIEW' }, after]);
  }
  const submitted = { id: await claimed('20'), expectedVersion: 1 };
  const closed = { id: await claimed('21'), expectedVersion: 1, ...because };
  await change(world.endpoint, 'claimRetract', closed);
  return [
    ...changes,
    ...(await proposalChanges(world, editor, claimed)),
    ['claimSubmit', submitted, 'Claim', true, { status: 'DRAFT' }, { status: 'IN_REVIEW', version: 2 }],
    [
      'claimReopen',
      { ...closed, expectedVersion: 2 },
      'Claim',
      true,
      { status: 'RETRACTED' },
      { status: 'DRAFT', version: 3 },
    ],
  ];
}

/** One change of each kind in the review of what was proposed for published claims. */
async function proposalChanges(
  world: World,
  editor: Endpoint,
  claimed: (quantity: string) => Promise<string>,
): Promise<RecordedChange[]> {
  const ends: RecordedChange[] = [];
  const waiting = { status: 'PENDING', claimId: expect.any(String) };
  for (const [i, name] of (['Accept', 'Reject', 'Withdraw'] as const).entries()) {
    const id = await publish(world, editor, await claimed(String(30 + i)));
    const { id: proposal } = await propose(world, world.endpoint, id, `Put in other words ${i}.`);
    if (name === 'Accept') {
      const was = { statement: expect.any(String) };
      const is = { statement: 'Put in other words 0.', version: 4 };
      const accepted = ['ClaimProposal', waiting, { status: 'ACCEPTED', note: null, madeVersion: 4 }] as const;
      const given = { id: proposal, expectedVersion: 3 };
      ends.push(['claimProposalAccept', given, 'Claim', true, was, is, undefined, [accepted]]);
    } else {
      const reject = name === 'Reject';
      const after = { status: reject ? 'REJECTED' : 'WITHDRAWN', note: reject ? because.reason : null };
      const given = { id: proposal, ...(reject && because) };
      const by = reject ? undefined : { key: ADMIN_KEY, actor: 'Administrator', role: 'ADMIN' };
      ends.push([`claimProposal${name}`, given, 'ClaimProposal', true, waiting, after, by]);
    }
  }
  return ends;
}
