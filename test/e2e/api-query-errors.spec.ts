import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { prepareScene, type Scene } from './support/api-refusals.js';

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** Lists with the arguments that are tried on them. */
const LISTS = [
  'stories',
  'claims',
  'contradictions',
  'agents',
  'properties',
  'concepts',
  'conceptSchemes',
  'search',
] as const;
const argumentsOf = (list: string, args: string): string => `(${list === 'search' ? 'query: "log" ' : ''}${args})`;

const WRONG_PAGES: [what: string, args: string][] = [
  ['first: 0', 'first: 0'],
  ['first: -1', 'first: -1'],
  ['first: 101', 'first: 101'],
  ['an after that is no cursor', 'after: "nonsense"'],
  ['an empty after', 'after: ""'],
  ['a cursor of another order', `after: "${cursor('elsewhere', ID)}"`],
];
const BOTH_WAYS = ['stories', 'claims', 'contradictions'];
const WRONG_PAGES_BOTH_WAYS: [what: string, args: string][] = [
  ['first and last', 'first: 1 last: 1'],
  ['last: 0', 'last: 0'],
  ['last: 101', 'last: 101'],
  ['a before that is no cursor', 'before: "nonsense"'],
];

/** Cursors of the right order whose values somebody made up. */
const FORGED: [list: string, order: string, forged: string][] = [
  ...LISTS.filter((list) => list !== 'search').flatMap((list): [string, string, string][] => {
    const order = BOTH_WAYS.includes(list) ? 'newest' : 'oldest';
    return [
      [list, '', cursor(order, 'not a uuid')],
      [list, '', cursor(order, null)],
      [list, '', cursor(order, 7)],
      [list, '', cursor(order, ID, ID)],
    ];
  }),
  ...BOTH_WAYS.flatMap((list): [string, string, string][] =>
    [
      ['yesterday', ID],
      ['2024-12-25T06:28:00.000Z'],
      [null, ID],
      ['infinity', ID],
      [7, ID],
      ['2024-12-25T06:28:00.000Z', 'x'],
    ].map((values) => [list, 'orderBy: { field: UPDATED_AT, direction: DESC } ', cursor('updatedAt DESC', ...values)]),
  ),
  ['stories', 'orderBy: { field: TITLE, direction: ASC } ', cursor('title ASC', 7, ID)],
  ['stories', 'orderBy: { field: TITLE, direction: ASC } ', cursor('title ASC', 'a\0', ID)],
  ['search', '', cursor('best', 'much', ID)],
  ['search', '', cursor('best', 1)],
];

describe.each(testDatabases)('a query on %s', (kind) => {
  let app: TestApp;
  let scene: Scene;
  beforeAll(async () => {
    app = await startApi(kind);
    scene = await prepareScene(app);
  });
  afterAll(() => app.close());

  async function expectBadInput(query: string, variables: object = {}): Promise<string> {
    const { status, body } = await app.graphql(query, variables, { key: null });
    expect(body.errors?.map(({ extensions }: { extensions: object }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    ]);
    expect(status).toBe(200);
    return body.errors[0].message as string;
  }

  describe.each(LISTS)('%s', (list) => {
    test.each(WRONG_PAGES)('is refused for %s', async (_what, args) => {
      await expectBadInput(`{ ${list}${argumentsOf(list, args)} { pageInfo { endCursor } } }`);
    });
  });

  describe.each(BOTH_WAYS)('%s', (list) => {
    test.each(WRONG_PAGES_BOTH_WAYS)('is refused for %s', async (_what, args) => {
      await expectBadInput(`{ ${list}(${args}) { pageInfo { endCursor } } }`);
    });
  });

  test.each(FORGED)('%s %sis refused for a cursor that was made up: %s', async (list, order, forged) => {
    await expectBadInput(
      `query ($after: String) { ${list}${argumentsOf(list, `${order}after: $after`)} { pageInfo { endCursor } } }`,
      { after: forged },
    );
  });

  test.each([
    ['claims of what is no story', 'claims(filter: { story: $id })', /id of a story/],
    ['claims of what is no subject', 'claims(filter: { subject: $id })', /id of a subject/],
    ['contradictions of what is no story', 'contradictions(filter: { story: $id })', /id of a story/],
    ['a search in what is no story', 'search(query: "log", story: $id)', /id of a story/],
  ])('is refused for %s', async (_what, field, says) => {
    for (const id of [scene.agent, 'nonsense']) {
      expect(await expectBadInput(`query ($id: ID!) { ${field} { nodes { __typename } } }`, { id })).toMatch(says);
    }
    await expectBadInput(`query ($id: ID!) { ${field} { nodes { __typename } } }`, { id: '' });
  });

  test('is refused for a subject of another story than the one named', async () => {
    const query =
      'query ($story: ID!, $subject: ID!) { claims(filter: { story: $story, subject: $subject }) { totalCount } }';
    const variables = { story: scene.other.story, subject: scene.world.subject };
    expect(await expectBadInput(query, variables)).toMatch(/of another story/);
  });

  test.each(['yesterday', '2024-12-25', '', '0000-01-01T00:00:00Z'])('is refused for the moment "%s"', async (asOf) => {
    const nested = `query ($id: ID!, $asOf: DateTime) { story(id: $id) {
      subjects { nodes { questions { positions(asOf: $asOf) { firstSeen } } } } } }`;
    const { body } = await app.graphql(nested, { id: scene.world.story, asOf });
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    await expectBadInput(
      'query ($id: ID!, $asOf: DateTime) { story(id: $id) { questions(asOf: $asOf) { totalCount } } }',
      {
        id: scene.world.story,
        asOf,
      },
    );
  });

  test.each([
    ['neither id nor slug', 'story { id }', /Give id or slug/],
    ['both id and slug', 'story(id: "a", slug: "b") { id }', /Give id or slug, not both/],
    ['an empty search', 'search(query: "") { totalCount }', /must not be empty/],
    ['a blank search', 'search(query: "  ") { totalCount }', /at least one word/],
    ['a search with a null character', 'search(query: "a\\u0000b") { totalCount }', /one line of text/],
    ['an over-long search', `search(query: "${'a'.repeat(301)}") { totalCount }`, /300/],
    ['a title with a null character', 'stories(filter: { title: "a\\u0000" }) { totalCount }', /one line of text/],
    ['a property with a null character', 'claims(filter: { property: "a\\u0000" }) { totalCount }', /one line of text/],
    ['a scheme that is no key', 'concepts(scheme: "a\\u0000") { totalCount }', /lower-case letter/],
    ['an agent with a null character', 'agents(query: "a\\u0000") { totalCount }', /one line of text/],
  ])('is refused for %s', async (_what, field, says) => {
    expect(await expectBadInput(`{ ${field} }`)).toMatch(says);
  });

  test('is refused for more than a hundred nodes', async () => {
    const ids = Array(101).fill(scene.claim);
    expect(await expectBadInput('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toMatch(/At most 100/);
  });

  test.each(['story', 'source', 'claim', 'question', 'contradiction', 'agent', 'node'])(
    '%s gives null for an id that nothing has, is malformed or of another type',
    async (field) => {
      const ids = [`${scene.claim.slice(0, -4)}AAAA`, 'nonsense', '', 'A'.repeat(5_000), '\0'];
      if (field !== 'node') ids.push(field === 'agent' ? scene.claim : scene.agent);
      for (const id of ids) {
        expect(await read(app, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id })).toEqual({ [field]: null });
      }
    },
  );

  test('a story is null for a slug that nothing has', async () => {
    for (const slug of ['no-such-story', 'Not A Slug', '', 'a\0', '\ud800']) {
      expect(await read(app, 'query ($slug: String) { story(slug: $slug) { id } }', { slug })).toEqual({ story: null });
    }
  });
});
