import { change, type MutationName } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
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
export async function reviewChanges(world: World): Promise<RecordedChange[]> {
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
