import { expect } from '@jest/globals';
import { read } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import type { World } from './api-world.js';

/** Changes of who works on what, with what is recorded of each. */
export async function workChanges(world: World, claim: string, contradiction: string): Promise<RecordedChange[]> {
  const { viewer } = await read(world.endpoint, '{ viewer { actor { id } } }');
  const assignee: string = viewer.actor.id;
  const nobody = { assigneeId: null, dueOn: null };
  const somebody = { assigneeId: expect.any(String), dueOn: '2026-12-24' };
  return [
    ['claimAssign', { id: claim, assignee, dueOn: '2026-12-24' }, 'Claim', true, nobody, somebody],
    [
      'contradictionAssign',
      { id: contradiction, assignee, dueOn: '2026-12-24' },
      'Contradiction',
      true,
      nobody,
      somebody,
    ],
  ];
}
