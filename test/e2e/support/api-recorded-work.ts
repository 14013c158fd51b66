import { expect } from '@jest/globals';
import { ADMIN_KEY } from '../../support/start-app.js';
import { change, read } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import type { World } from './api-world.js';

/** Changes of who works on what, and of what they say, with what is recorded of each. */
export async function workChanges(world: World, claim: string, contradiction: string): Promise<RecordedChange[]> {
  const { viewer } = await read(world.endpoint, '{ viewer { actor { id } } }');
  const assignee: string = viewer.actor.id;
  const { comment } = await change(world.endpoint, 'commentAdd', { subject: world.source, body: 'Is it whole?' });
  const by = { key: ADMIN_KEY, actor: 'Administrator', role: 'ADMIN' };
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
    [
      'commentAdd',
      { subject: claim, body: 'Seen.' },
      'Comment',
      true,
      null,
      { claimId: expect.any(String), body: 'Seen.', version: 1 },
    ],
    [
      'commentEdit',
      { id: comment.id, expectedVersion: 1, body: 'It is whole.' },
      'Comment',
      true,
      { body: 'Is it whole?' },
      { body: 'It is whole.', version: 2 },
      by,
    ],
    [
      'commentRemove',
      { id: comment.id, reason: 'Settled.' },
      'Comment',
      true,
      { body: 'It is whole.' },
      { reason: 'Settled.', version: 3 },
      by,
    ],
  ];
}
