import type { RecordedChange } from './api-recorded-source-changes.js';
import type { World } from './api-world.js';

/** What people do with contradictions, with what is recorded of each. */
export async function contradictionChanges(world: World): Promise<RecordedChange[]> {
  const { contradictions } = await world
    .claim({ property: 'score', quantity: '5' })
    .then(() => world.claim({ property: 'score', quantity: '6' }));
  await world.claim({ property: 'jammed', boolean: true });
  const { claim, contradictions: others } = await world.claim({ property: 'jammed', boolean: false });
  await world.decide('contradictionDismiss', others[0].id);
  await world.cite(claim.id);
  const because = { reason: 'Looked at.' };
  const of = (
    name: RecordedChange[0],
    expectedVersion: number,
    rest: object,
    before: object,
    after: object,
    id: string = contradictions[0].id,
  ): RecordedChange => [name, { id, expectedVersion, ...rest }, 'Contradiction', true, before, after];
  return [
    of('contradictionTake', 1, {}, { status: 'OPEN' }, { status: 'IN_REVIEW' }),
    of('contradictionRelease', 2, {}, { status: 'IN_REVIEW' }, { status: 'OPEN' }),
    of(
      'contradictionResolve',
      3,
      { input: { outcome: 'BOTH_STAND', note: 'Looked at.' } },
      { status: 'OPEN' },
      { status: 'RESOLVED', outcome: 'BOTH_STAND', ...because },
    ),
    of('contradictionReopen', 4, because, { status: 'RESOLVED' }, { status: 'OPEN', ...because }),
    of('contradictionDismiss', 5, because, { status: 'OPEN' }, { status: 'DISMISSED' }),
    of('contradictionConfirm', 3, because, { status: 'DISMISSED' }, { status: 'DISMISSED', ...because }, others[0].id),
  ];
}
