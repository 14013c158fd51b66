import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOf } from '../../src/graphql/node/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json, type MutationName } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { colleague, disable, type Colleague } from './support/api-desk.js';
import { unknown } from './support/api-spoilt-claim.js';
import { World } from './support/api-world.js';

const COMMENT = `__typename id body text version createdAt editedAt removedAt author { name } mentions { id name }
  subject { __typename ... on Claim { id } ... on Contradiction { id } ... on Source { id } }
  revisions { totalCount nodes { id version reason actor { name } changes { field before after } } }`;
const TALK = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) {
  ... on Claim { comments(first: $first, after: $after) { ...Talk } }
  ... on Contradiction { comments(first: $first, after: $after) { ...Talk } }
  ... on Source { comments(first: $first, after: $after) { ...Talk } } } }
  fragment Talk on CommentConnection { totalCount nodes { ${COMMENT} } pageInfo { hasNextPage endCursor } }`;

describe.each(oneDatabase)('comments on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let edith: Colleague;
  let carl: Colleague;
  let rita: Colleague;
  let gone: Colleague;
  let administrator: Colleague;
  let subjects: Record<'Claim' | 'Contradiction' | 'Source', string>;

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    edith = await colleague(app, 'Edith', 'EDITOR');
    carl = await colleague(app, 'Carl', 'CONTRIBUTOR');
    rita = await colleague(app, 'Rita', 'READER');
    gone = await colleague(app, 'Gone', 'EDITOR');
    administrator = await colleague(app, 'Ada', 'ADMIN');
    await disable(app, gone);
    const { claim } = await world.claim({ property: 'aboard', quantity: '67' });
    const { contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    subjects = { Claim: claim.id, Contradiction: contradictions[0].id, Source: world.source };
  });
  afterAll(() => app.close());

  const say = async (by: Colleague, subject: string, body: string): Promise<Json> =>
    (await change(app, 'commentAdd', { subject, body }, `comment { ${COMMENT} }`, by)).comment;
  const talk = async (id: string, by: { key: string | null }, page: object = {}): Promise<Json> =>
    (await read(app, TALK, { id, ...page }, by)).node.comments;
  const find = async (id: string, by: { key: string | null }): Promise<Json> =>
    (await read(app, `query ($id: ID!) { node(id: $id) { ... on Comment { ${COMMENT} } } }`, { id }, by)).node;
  const publish = (): Promise<unknown> => app.database.prisma.claim.updateMany({ data: { status: 'PUBLISHED' } });

  test.each(['Claim', 'Contradiction', 'Source'] as const)(
    'stand on a %s, oldest first, a page at a time',
    async (type) => {
      const subject = subjects[type];
      const said = [];
      for (const body of ['One.', 'Two.', 'Three.']) said.push(await say(carl, subject, body));
      expect(said[0]).toMatchObject({
        __typename: 'Comment',
        body: 'One.',
        text: 'One.',
        version: 1,
        editedAt: null,
        removedAt: null,
        author: { name: 'Carl' },
        mentions: [],
        subject: { __typename: type, id: subject },
        revisions: { totalCount: 1 },
      });
      const first = await talk(subject, edith, { first: 2 });
      expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect(first.nodes).toEqual(said.slice(0, 2));
      expect((await talk(subject, edith, { after: first.pageInfo.endCursor })).nodes).toEqual(said.slice(2));
      expect(await find(said[2].id, edith)).toEqual(said[2]);
    },
  );

  test('are no business of readers: not in lists, not in counts, not by their ids nor those of their revisions', async () => {
    const comment = await say(carl, subjects.Claim, 'Between us.');
    await publish();
    for (const key of [rita.key, null]) {
      for (const subject of Object.values(subjects)) {
        expect(await talk(subject, { key })).toMatchObject({ totalCount: 0, nodes: [] });
      }
      expect(await find(comment.id, { key })).toBeNull();
      expect(await find(comment.revisions.nodes[0].id, { key })).toBeNull();
    }
  });

  test.each([
    '<script>alert(1)</script>',
    '**bold** [link](javascript:alert(1)) <img src=x onerror=alert(1)>',
    "'; DROP TABLE comment; --",
    'two\nlines\tand a tab 😀 \u202e',
    '@Edith, @[not an id], edith@desk.example',
    '{{ 7 * 7 }} ${7 * 7} &lt;b&gt;',
  ])('keep what they say as it is: %j', async (body) => {
    const comment = await say(carl, subjects.Source, body);
    expect(comment).toMatchObject({ body, text: body, mentions: [] });
    expect(await find(comment.id, edith)).toEqual(comment);
  });

  test('mention people by their ids, each once, and are read with the names of today', async () => {
    const body = `@[${edith.id}] and @[${carl.id}]: look. @[${edith.id}]!`;
    const comment = await say(carl, subjects.Claim, body);
    expect(comment).toMatchObject({
      body,
      text: '@Edith and @Carl: look. @Edith!',
      mentions: [
        { id: edith.id, name: 'Edith' },
        { id: carl.id, name: 'Carl' },
      ],
    });
  });

  test('are put in other words by their author; the earlier ones stay on record', async () => {
    const { id } = await say(carl, subjects.Claim, 'It is fiveteen.');
    const edited = { id, expectedVersion: 1, body: 'It is fifteen.' };
    const { comment } = await change(app, 'commentEdit', edited, `comment { ${COMMENT} }`, carl);
    expect(comment).toMatchObject({ body: 'It is fifteen.', version: 2, editedAt: expect.any(String) });
    expect(comment.revisions.nodes.map(({ changes }: Json) => changes)).toEqual([
      [{ field: 'body', before: null, after: 'It is fiveteen.' }],
      [{ field: 'body', before: 'It is fiveteen.', after: 'It is fifteen.' }],
    ]);
    const before = await fingerprint(app.database);
    await change(app, 'commentEdit', { ...edited, expectedVersion: 2 }, 'comment { id }', carl);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('that mentioned somebody who left can still be changed', async () => {
    const leaving = await colleague(app, 'Lena', 'EDITOR');
    const { id } = await say(carl, subjects.Claim, `@[${leaving.id}] knows.`);
    await disable(app, leaving);
    const body = `@[${leaving.id}] knew.`;
    const { comment } = await change(app, 'commentEdit', { id, expectedVersion: 1, body }, 'comment { text }', carl);
    expect(comment.text).toBe('@Lena knew.');
  });

  test('that are removed leave their place; what they said is for administrators', async () => {
    const mine = await say(carl, subjects.Source, 'Never mind.');
    const rude = await say(carl, subjects.Source, 'Something rude.');
    await change(app, 'commentRemove', { id: mine.id }, 'comment { id }', carl);
    const { comment } = await change(
      app,
      'commentRemove',
      { id: rude.id, reason: 'Rude.' },
      `comment { ${COMMENT} }`,
      administrator,
    );
    expect(comment.revisions.nodes).toMatchObject([
      { version: 1, changes: [{ before: null, after: 'Something rude.' }] },
      { version: 2, reason: 'Rude.', actor: { name: 'Ada' }, changes: [{ before: 'Something rude.', after: null }] },
    ]);
    for (const { id, revisions } of [mine, rude]) {
      const tombstone = {
        body: null,
        text: null,
        mentions: [],
        removedAt: expect.any(String),
        author: { name: 'Carl' },
      };
      expect(await find(id, carl)).toMatchObject({ ...tombstone, version: 2, revisions: { totalCount: 0, nodes: [] } });
      expect(await find(revisions.nodes[0].id, carl)).toBeNull();
    }
    const query = 'query ($id: ID!) { source(id: $id) { comments(first: 100) { nodes { id } } } }';
    const { source } = await read(app, query, { id: subjects.Source }, edith);
    const listed = source.comments.nodes.map(({ id }: Json) => id);
    expect(listed).toEqual(expect.arrayContaining([mine.id, rude.id]));
  });

  test('of fifty claims take as many statements as those of five, and none where nobody asks for them', async () => {
    const other = await world.another();
    for (let i = 1; i <= 50; i += 1) {
      const { claim } = await other.claim({ property: 'score', quantity: String(i) });
      for (const by of [carl, edith]) await say(by, claim.id, `@[${carl.id}] @[${edith.id}] ${i}`);
    }
    const variables = { story: other.story };
    const page = async (first: number, selection: string, by = carl): Promise<number> => {
      const query = `query ($story: ID!) { claims(filter: { story: $story }, first: ${first}) { nodes { ${selection} } } }`;
      const { body, sqlStatements } = await app.graphql(query, variables, { key: by.key });
      expect(body.data.claims.nodes).toHaveLength(first);
      return sqlStatements;
    };
    const comments = `id comments(first: 3) { totalCount nodes { text author { name } mentions { name }
      subject { ... on Claim { statement } } revisions(first: 2) { nodes { version actor { name } } } } }`;
    expect(await page(50, comments)).toBe(await page(5, comments));
    expect(await page(50, 'id statement')).toBe(await page(5, 'id statement'));
    expect((await page(50, 'id comments { nodes { body } }')) - (await page(50, 'id'))).toBe(1);
    await publish();
    expect(await page(50, 'id comments { totalCount nodes { body } }', rita)).toBe(await page(50, 'id', rita));
  });

  interface Refusal {
    readonly what: string;
    readonly mutation: MutationName;
    readonly given: (comment: string) => object;
    readonly by?: () => Colleague;
    readonly code: string;
    readonly field: string;
  }
  const add = (what: string, given: () => object, code: string, field: string): Refusal => ({
    what,
    mutation: 'commentAdd',
    given: () => ({ subject: subjects.Claim, body: 'Words.', ...given() }),
    code,
    field,
  });

  test.each<Refusal>([
    add('nothing to say', () => ({ body: '' }), 'REQUIRED', 'body'),
    add('white space', () => ({ body: ' \n ' }), 'INVALID_INPUT', 'body'),
    add('a null character', () => ({ body: 'a\0' }), 'INVALID_INPUT', 'body'),
    add('half a character', () => ({ body: 'a\ud83d' }), 'INVALID_INPUT', 'body'),
    add('too many characters', () => ({ body: 'a'.repeat(5_001) }), 'TOO_LONG', 'body'),
    add('a mention of nobody', () => ({ body: `@[${unknown(carl.id)}]` }), 'NOT_FOUND', 'body'),
    add('a mention that was mistyped', () => ({ body: '@[Edith]' }), 'NOT_FOUND', 'body'),
    add('a mention of a claim', () => ({ body: `@[${subjects.Claim}]` }), 'WRONG_TYPE', 'body'),
    add('a mention of a reader', () => ({ body: `@[${rita.id}]` }), 'INVALID_INPUT', 'body'),
    add('a mention of who has left', () => ({ body: `@[${gone.id}]` }), 'INVALID_INPUT', 'body'),
    add(
      'too many mentions',
      () => ({ body: Array.from({ length: 51 }, (_, i) => `@[a${i}]`).join('') }),
      'TOO_LONG',
      'body',
    ),
    add('nothing to comment on', () => ({ subject: unknown(subjects.Source) }), 'NOT_FOUND', 'subject'),
    add('no id', () => ({ subject: 'nonsense' }), 'NOT_FOUND', 'subject'),
    add('a story', () => ({ subject: world.story }), 'WRONG_TYPE', 'subject'),
    ...(['commentEdit', 'commentRemove'] as const).flatMap((mutation): Refusal[] => {
      const rest = mutation === 'commentEdit' ? { expectedVersion: 1, body: 'Words.' } : { reason: 'Why.' };
      return [
        {
          what: 'a comment that there is not',
          mutation,
          given: (id) => ({ id: unknown(id), ...rest }),
          code: 'NOT_FOUND',
          field: 'id',
        },
        { what: 'a claim', mutation, given: () => ({ id: subjects.Claim, ...rest }), code: 'WRONG_TYPE', field: 'id' },
        {
          what: 'the comment of another',
          mutation,
          given: (id) => ({ id, ...rest }),
          by: () => edith,
          code: 'NOT_ALLOWED',
          field: 'id',
        },
      ];
    }),
    {
      what: 'an older version',
      mutation: 'commentEdit',
      given: (id) => ({ id, expectedVersion: 7, body: 'Words.' }),
      code: 'STALE_VERSION',
      field: 'expectedVersion',
    },
    {
      what: 'nothing to say instead',
      mutation: 'commentEdit',
      given: (id) => ({ id, expectedVersion: 1, body: '' }),
      code: 'REQUIRED',
      field: 'body',
    },
    {
      what: 'a new mention of who has left',
      mutation: 'commentEdit',
      given: (id) => ({ id, expectedVersion: 1, body: `@[${gone.id}]` }),
      code: 'INVALID_INPUT',
      field: 'body',
    },
    {
      what: 'another’s comment for no reason',
      mutation: 'commentRemove',
      given: (id) => ({ id }),
      by: () => administrator,
      code: 'REQUIRED',
      field: 'reason',
    },
    {
      what: 'an empty reason',
      mutation: 'commentRemove',
      given: (id) => ({ id, reason: '' }),
      code: 'REQUIRED',
      field: 'reason',
    },
  ])('$mutation refuses $what', async ({ mutation, given, by = () => carl, code, field }) => {
    const { id } = await say(carl, subjects.Claim, 'Words to act on.');
    const before = await fingerprint(app.database);
    const payload = await attempt(app, mutation, given(id), 'comment { id }', by());
    expect(payload).toMatchObject({ comment: null, userErrors: [{ code, field: [field] }] });
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test.each(['commentEdit', 'commentRemove'] as const)('%s refuses a comment that was removed', async (mutation) => {
    const { id } = await say(carl, subjects.Claim, 'Soon gone.');
    await change(app, 'commentRemove', { id }, 'comment { id }', carl);
    const rest = mutation === 'commentEdit' ? { expectedVersion: 2, body: 'Back.' } : {};
    const payload = await attempt(app, mutation, { id, ...rest }, 'comment { id }', carl);
    expect(payload).toMatchObject({ comment: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['id'] }] });
    const key = idsOf('Comment', id)!;
    expect(await app.database.prisma.comment.count({ where: { id: key.id, body: null } })).toBe(1);
  });
});
