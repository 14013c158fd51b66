import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { putSession } from './support/api-accounts.js';
import { change, read, type Json } from './support/api-client.js';
import { colleague } from './support/api-desk.js';
import { publishEverything, startApi } from './support/api-database.js';
import { propose } from './support/api-proposals.js';
import { makeWebhook } from './support/api-webhooks.js';
import { createTies } from './support/api-ties.js';
import { suggestTwo } from './support/api-suggestions.js';
import { World } from './support/api-world.js';
import { importLines } from './support/bulk-client.js';

/** One object of every type, each with its id. */
const EVERYTHING = `query ($story: ID!, $claim: ID!) {
  story(id: $story) { __typename id subjects { nodes { __typename id } } sources { nodes { __typename id snapshot { __typename id } suggestions { nodes { __typename id } } } }
    contradictions { nodes { __typename id revisions { nodes { __typename id } } } } }
  viewer { inbox { items { nodes { __typename id } } } }
  claim(id: $claim) { __typename id proposals { nodes { __typename id } } comments { nodes { __typename id } } question { __typename id partitions { __typename id } } property { __typename id } createdBy { __typename id }
    citations { nodes { __typename id claimant { __typename id } } } revisions { nodes { __typename id } } }
  concepts(first: 1) { nodes { __typename id scheme { __typename id } } }
  identities { nodes { __typename id } } propertyOrders { nodes { __typename id } } reexaminations { nodes { __typename id } }
  vocabularyPacks { nodes { __typename id } } reviewRequests { nodes { __typename id } } bulkImports { nodes { __typename id } } apiKeys { nodes { __typename id } } webhooks { nodes { __typename id deliveries { nodes { __typename id } } } } auditEvents(first: 1) { nodes { __typename id } } accounts { nodes { __typename id sessions { nodes { __typename id } } } } }`;

function idsIn(value: Json, found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  if (typeof value.id === 'string') found.set(value.id, value.__typename);
  for (const part of Object.values(value)) idsIn(part, found);
  return found;
}

describe.each(testDatabases)('finding again on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let ids: Map<string, string>;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    const { claim } = await world.claim({
      property: 'aboard',
      quantity: '67',
      claimant: await world.agent('The ministry'),
    });
    const { contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    await world.decide('contradictionDismiss', contradictions[0].id);
    await createTies(app);
    await change(app, 'vocabularyImport', { input: { content: 'pack: empty\nlabel: Empty\n' } });
    await importLines(app, '');
    await putSession(app, 'Administrator');
    const { id: webhook } = await makeWebhook(app, 'https://1.1.1.1/');
    await change(app, 'webhookPing', { id: webhook });
    await suggestTwo(world);
    const concepts = ['crew', 'passengers'].map((label) => world.concept(label));
    const all = { question: claim.question.id, dimension: 'role', concepts, note: 'Nobody else was aboard.' };
    await change(app, 'partitionDeclare', { input: all });
    const edith = await colleague(app, 'Edith', 'EDITOR');
    await change(app, 'commentAdd', { subject: claim.id, body: 'Seen.' }, 'comment { id }', edith);
    await change(app, 'sourceCorrect', { id: world.source, reason: 'It says so itself.' });
    await publishEverything(app.database);
    await propose(world, world.endpoint, claim.id, 'Sixty-seven were aboard.');
    ids = idsIn(await read(app, EVERYTHING, { story: world.story, claim: claim.id }));
  });
  afterAll(() => app.close());

  test('every type of object has an id by which node finds it', async () => {
    const query = '{ __type(name: "Node") { possibleTypes { name } } }';
    const types = (await read(app, query)).__type.possibleTypes.map(({ name }: Json) => name);
    // Nothing in a test acts as a service.
    expect([...new Set(ids.values()), 'ServiceAccount'].sort()).toEqual(types.sort());
    for (const [id, type] of ids) {
      expect(await read(app, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })).toEqual({
        node: { __typename: type, id },
      });
    }
  });

  test('nodes come in the order asked for, as often as asked for, null where there is none', async () => {
    const asked = [...ids.keys()].reverse();
    const all = [...asked, 'nonsense', asked[0]!];
    const { nodes } = await read(app, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: all });
    expect(nodes).toEqual(all.map((id) => (ids.has(id) ? { __typename: ids.get(id), id } : null)));
  });

  test('an id whose story is another finds nothing', async () => {
    const other = await world.another();
    const bytes = (id: string): Buffer => Buffer.from(id, 'base64url');
    for (const [id, type] of ids) {
      if (bytes(id).length !== 33) continue;
      const moved = Buffer.concat([bytes(id).subarray(0, 1), bytes(other.story).subarray(1), bytes(id).subarray(17)]);
      const query = 'query ($id: ID!) { node(id: $id) { id } }';
      expect({ type, ...(await read(app, query, { id: moved.toString('base64url') })) }).toEqual({ type, node: null });
    }
  });

  test('a story is found by its slug', async () => {
    const query = 'query ($slug: String!) { story(slug: $slug) { id slug title } }';
    expect(await read(app, query, { slug: 'a-story' })).toEqual({
      story: { id: world.story, slug: 'a-story', title: 'A story' },
    });
  });
});

describe.each(testDatabases)('searching on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let other: World;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    other = await world.another();
    await world.addSubject('Embraer 190', ['J2-8243', 'the aeroplane']);
    await world.addSource({ title: 'The aeroplane’s black box' });
    await world.addSource({ title: 'Café owners saw smoke' });
    await world.claim({ property: 'motive', text: 'None.', statement: 'The aeroplane was diverted to Aktau.' });
    await world.claim({ property: 'motive', text: 'Fog.', statement: 'Grozny was closed by fog.' });
    await other.addSource({ title: 'An aeroplane elsewhere' });
  });
  afterAll(() => app.close());

  async function found(query: string, more: object = {}): Promise<string[]> {
    const document = `query ($query: String!, $in: [SearchKind!], $story: ID) { search(query: $query, in: $in, story: $story) {
      totalCount nodes { __typename ... on Claim { statement } ... on Source { title } ... on Subject { label } } } }`;
    const { search } = await read(app, document, { query, ...more });
    expect(search.totalCount).toBe(search.nodes.length);
    return search.nodes.map((node: Json) => node.statement ?? node.title ?? node.label);
  }

  const CLAIM = 'The aeroplane was diverted to Aktau.';
  test.each<[what: string, query: string, hits: string[]]>([
    ['a word', 'diverted', [CLAIM]],
    ['another form of a word', 'diverting', [CLAIM]],
    ['a word in capitals', 'DIVERTED', [CLAIM]],
    ['a misspelled word', 'divertd', [CLAIM]],
    ['a misspelled name', 'Embrair', ['Embraer 190']],
    ['a word without its accent', 'cafe', ['Café owners saw smoke']],
    ['an alias', 'J2-8243', ['Embraer 190']],
    ['words of one text', 'grozny fog', ['Grozny was closed by fog.']],
    ['words that stand together', '"closed by fog"', ['Grozny was closed by fog.']],
    ['words that do not', '"fog closed"', []],
    ['one word or another', 'zeppelin or fog', ['Grozny was closed by fog.']],
    ['a word and not another', 'aeroplane -diverted -box -elsewhere', ['Embraer 190']],
    ['nothing', 'zeppelin', []],
    ['only signs', '%_\\ -"', []],
  ])('finds by %s', async (_what, query, hits) => {
    expect(await found(query)).toEqual(hits);
  });

  test('finds all kinds, or only those asked for', async () => {
    expect((await found('aeroplane')).sort()).toEqual(
      ['An aeroplane elsewhere', 'Embraer 190', CLAIM, 'The aeroplane’s black box'].sort(),
    );
    expect(await found('aeroplane', { in: ['CLAIM'] })).toEqual([CLAIM]);
    expect(await found('aeroplane', { in: ['SUBJECT', 'SUBJECT'] })).toEqual(['Embraer 190']);
    expect(await found('aeroplane', { in: [] })).toHaveLength(4);
  });

  test('finds in one story', async () => {
    expect(await found('aeroplane', { story: other.story })).toEqual(['An aeroplane elsewhere']);
    expect(await found('aeroplane', { story: world.story })).toHaveLength(3);
  });

  test('puts whole words before look-alikes', async () => {
    await other.addSource({ title: 'Divertimento' });
    expect((await found('diverted'))[0]).toBe(CLAIM);
  });
});
