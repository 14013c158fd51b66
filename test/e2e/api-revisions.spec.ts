import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

describe.each(testDatabases)('revisions on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let editor: string;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    editor = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
  });
  afterAll(() => app.close());

  test('are one for each change of a claim, oldest first, with difference, reason and actor', async () => {
    const { claim } = await world.claim({ property: 'score', quantity: '1' });
    await world.update(claim.id, { property: 'score', quantity: '2' });
    await world.rank(claim.id, 'DEPRECATED', 'Outdated.');
    const variables = { ...(await world.at(claim.id)), reason: 'Withdrawn.' };
    await change(app, 'claimRetract', variables, 'claim { id }', { key: editor });
    const query = `query ($id: ID!) { claim(id: $id) { version rank rankReason status
      revisions { nodes { version reason actor { name } changes { field before after } } } } }`;
    const words = (figure: number): string => `The crash: Score: ${figure}`;
    expect((await read(app, query, { id: claim.id })).claim).toEqual({
      version: 4,
      rank: 'DEPRECATED',
      rankReason: 'Outdated.',
      status: 'RETRACTED',
      revisions: {
        nodes: [
          {
            version: 1,
            reason: null,
            actor: { name: 'Administrator' },
            changes: [{ field: 'statement', before: null, after: words(1) }],
          },
          {
            version: 2,
            reason: null,
            actor: { name: 'Administrator' },
            changes: ['assertion', 'statement'].map((field) => ({ field, before: words(1), after: words(2) })),
          },
          {
            version: 3,
            reason: 'Outdated.',
            actor: { name: 'Administrator' },
            changes: [
              { field: 'rank', before: 'NORMAL', after: 'DEPRECATED' },
              { field: 'rankReason', before: null, after: 'Outdated.' },
            ],
          },
          {
            version: 4,
            reason: 'Withdrawn.',
            actor: { name: 'Edith' },
            changes: [{ field: 'status', before: 'DRAFT', after: 'RETRACTED' }],
          },
        ],
      },
    });
  });
});
