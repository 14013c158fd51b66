import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const EVENTS = `query ($filter: AuditFilter, $first: Int, $after: String) { auditEvents(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id entry hash createdAt role action objectType objectId requestId before after
    actor { __typename id name role } story { id title } } } }`;

describe.each(testDatabases)('the audit log over the API on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let editor: string;
  let claim: Json;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    editor = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
    ({ claim } = await world.claim({ property: 'aboard', quantity: '67' }));
    const ranking = { id: claim.id, expectedVersion: 1, rank: 'PREFERRED', reason: 'From the manifest.' };
    await change(app, 'claimRank', ranking, 'claim { id }', { key: editor });
    await world.another();
  });
  afterAll(() => app.close());

  const list = async (variables: object = {}): Promise<Json> => (await read(app, EVENTS, variables)).auditEvents;
  async function everything(filter: object = {}, first = 7): Promise<Json[]> {
    const nodes: Json[] = [];
    for (let after: string | null = null; ;) {
      const page: Json = await list({ filter, first, after });
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) {
        expect(page.totalCount).toBe(nodes.length);
        return nodes;
      }
      after = page.pageInfo.endCursor;
    }
  }

  test('says who did what to what, in which role and request, before and after, newest first', async () => {
    const { nodes } = await list({ filter: { object: claim.id }, first: 2 });
    expect(nodes).toMatchObject([
      {
        action: 'claimRank',
        role: 'EDITOR',
        objectType: 'Claim',
        objectId: claim.id,
        actor: { __typename: 'User', name: 'Edith', role: 'EDITOR' },
        story: { id: world.story },
        before: { rank: 'NORMAL' },
        after: { rank: 'PREFERRED' },
      },
      {
        action: 'claimCreate',
        role: 'ADMIN',
        objectId: claim.id,
        before: null,
        after: { statement: 'The crash: Aboard: 67' },
      },
    ]);
    expect(nodes[0].requestId).toMatch(/\S/);
    expect(nodes[0].hash).toMatch(/^[0-9a-f]{64}$/);
    expect(nodes[0].entry).toBeGreaterThan(nodes[1].entry);
  });

  test('is read by pages of any size, each event once', async () => {
    const all = await everything();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ entry }) => entry as number).sort((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
    const times = all.map(({ createdAt }) => createdAt as string);
    expect(times).toEqual([...times].sort().reverse());
    expect(await everything({}, 100)).toEqual(all);
    expect(await everything({}, 1)).toEqual(all);
  });

  test.each<[string, (sample: Json) => object, (event: Json, sample: Json) => boolean]>([
    ['story', ({ story }) => ({ story: story.id }), (event, { story }) => event.story?.id === story.id],
    ['actor', ({ actor }) => ({ actor: actor.id }), (event, { actor }) => event.actor.id === actor.id],
    ['action', ({ action }) => ({ action }), (event, { action }) => event.action === action],
    ['object', ({ objectId }) => ({ object: objectId }), (event, { objectId }) => event.objectId === objectId],
    ['first moment', ({ createdAt }) => ({ from: createdAt }), (event, { createdAt }) => event.createdAt >= createdAt],
    ['last moment', ({ createdAt }) => ({ to: createdAt }), (event, { createdAt }) => event.createdAt < createdAt],
    [
      'several of them',
      ({ story, createdAt }) => ({ story: story.id, action: 'claimCreate', to: createdAt }),
      (event, { story, createdAt }) =>
        event.story?.id === story.id && event.action === 'claimCreate' && event.createdAt < createdAt,
    ],
  ])('is filtered by %s', async (_, filterOf, holds) => {
    const all = await everything();
    const sample = all.find(({ action }) => action === 'claimRank');
    const expected = all.filter((event) => holds(event, sample));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect(await everything(filterOf(sample))).toEqual(expected);
  });

  test('takes the same number of statements however many events a page has', async () => {
    const statements = [];
    for (const first of [5, 10]) {
      const answer = await app.graphql(EVENTS, { first });
      expect(answer.body.data.auditEvents.nodes).toHaveLength(first);
      statements.push(answer.sqlStatements);
    }
    expect(statements[1]).toBe(statements[0]);
  });

  test('is for administrators, by node, too', async () => {
    const { nodes } = await list({ first: 1 });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await read(app, node, { id: nodes[0].id })).toEqual({ node: { id: nodes[0].id } });
    for (const key of [null, editor]) {
      expect(await read(app, node, { id: nodes[0].id }, { key })).toEqual({ node: null });
      const { body } = await app.graphql(EVENTS, {}, { key });
      expect(body.errors).toMatchObject([{ extensions: { code: key === null ? 'UNAUTHENTICATED' : 'FORBIDDEN' } }]);
    }
  });

  test.each<[string, object, string[]]>([
    ['no id', { story: 'nowhere' }, ['filter', 'story']],
    ['an id of another type', { actor: 'story' }, ['filter', 'actor']],
    ['no id of anything', { object: '?' }, ['filter', 'object']],
  ])('refuses %s', async (_, filter, field) => {
    const given = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value === 'story' ? world.story : value]),
    );
    const { body } = await app.graphql(EVENTS, { filter: given });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  test('refuses what is no time', async () => {
    const { body } = await app.graphql(EVENTS, { filter: { from: 'yesterday' } });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
