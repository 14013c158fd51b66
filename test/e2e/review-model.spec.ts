import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { verified } from '../support/verified.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { employ } from './support/api-accounts.js';
import { World } from './support/api-world.js';
import { REVIEW, type Actor, type ModelClaim } from './support/review-model.js';

const RECORD = `query ($id: ID!) { claim(id: $id) { status version
  revisions(first: 100) { nodes { version actor { ... on User { name } ... on ServiceAccount { name } } } } }
  auditEvents(first: 100, filter: { object: $id }) { nodes { action role
    actor { ... on User { name } ... on ServiceAccount { name } } } } }`;

describe.each(testDatabases)('claims in review on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let actors: Actor[];

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    const person = async (name: string, role: Actor['role']): Promise<Actor> => ({
      name,
      role,
      key: await insertKey(app.database, { role, name }),
      person: name,
    });
    const [cleo, dora, ed, eve] = [
      await person('Cleo', 'CONTRIBUTOR'),
      await person('Dora', 'CONTRIBUTOR'),
      await person('Ed', 'EDITOR'),
      await person('Eve', 'EDITOR'),
    ];
    const { id: account } = await employ(app, 'Robot', 'Ed', 'EDITOR');
    const input = { account, name: 'Robot', role: 'EDITOR' };
    const { newApiKey } = await change(app, 'apiKeyCreate', { input }, 'newApiKey { secret }');
    actors = [cleo, dora, ed, eve, { name: 'Robot', role: 'EDITOR', key: newApiKey.secret, person: 'Ed' }];
  });
  afterAll(() => app.close());

  /** A claim that nothing contradicts, written by one of the actors. */
  async function written(by: Actor): Promise<ModelClaim> {
    const subject = await world.addSubject('One more');
    const input = world.inputOf({ subject, quantity: '7' });
    const { claim } = await change(app, 'claimCreate', { input }, 'claim { id }', { key: by.key });
    const acts = [{ action: 'claimCreate', by: by.name }];
    return { id: claim.id, status: 'DRAFT', version: 1, authors: new Set([by.person]), acts, proposals: [] };
  }

  /** One that was published by another. */
  async function published(by: Actor, editor: Actor): Promise<ModelClaim> {
    const { id, authors, acts } = await written(by);
    await change(app, 'claimSubmit', { id, expectedVersion: 1 }, 'claim { id }', { key: by.key });
    await change(app, 'claimApprove', { id, expectedVersion: 2 }, 'claim { id }', { key: editor.key });
    acts.push({ action: 'claimSubmit', by: by.name }, { action: 'claimApprove', by: editor.name });
    return { id, status: 'PUBLISHED', version: 3, authors, acts, proposals: [] };
  }

  test('whatever several people do, it is as the model has it, and all of it is on record', async () => {
    await fc.assert(
      fc.asyncProperty(REVIEW, async (commands) => {
        const claims = [await written(actors[0]!), await published(actors[2]!, actors[3]!)];
        const real = { endpoint: app, actors, citation: () => world.citationOf() };
        await fc.asyncModelRun(() => ({ model: { claims }, real }), commands);
        for (const claim of claims) {
          const found = await read(app, RECORD, { id: claim.id });
          expect(found.claim).toMatchObject({ status: claim.status, version: claim.version });
          const names = claim.acts.map(({ by }) => by);
          expect(found.claim.revisions.nodes.map(({ actor }: Json) => actor.name)).toEqual(names);
          const told = found.auditEvents.nodes.map(({ action, actor }: Json) => ({ action, by: actor.name }));
          const own = claim.acts.filter(({ action }) => action !== 'citationAdd');
          expect(told.reverse()).toEqual(own);
        }
      }),
      { numRuns: 10 },
    );
    expect((await verified(app.database)).fault).toBeNull();
  }, 180_000);
});
