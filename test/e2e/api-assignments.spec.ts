import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOf } from '../../src/graphql/node/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { colleague, disable, type Colleague } from './support/api-desk.js';
import { unknown } from './support/api-spoilt-claim.js';
import { World } from './support/api-world.js';

const WORK = `version updatedAt assignee { __typename id name } dueOn assignmentRevisions {
  totalCount nodes { id version actor { name } changes { field before after } } }`;
const CLAIM_WORK = `query ($id: ID!) { claim(id: $id) { ${WORK} revisions { totalCount } } }`;

describe.each(oneDatabase)('assigning on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let edith: Colleague;
  let carl: Colleague;
  let cora: Colleague;
  let rita: Colleague;
  let gone: Colleague;
  let service: string;

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    edith = await colleague(app, 'Edith', 'EDITOR');
    carl = await colleague(app, 'Carl', 'CONTRIBUTOR');
    cora = await colleague(app, 'Cora', 'CONTRIBUTOR');
    rita = await colleague(app, 'Rita', 'READER');
    gone = await colleague(app, 'Gone', 'EDITOR');
    await disable(app, gone);
    service = await asService(await colleague(app, 'Feed', 'CONTRIBUTOR'));
  });
  afterAll(() => app.close());

  async function asService({ id, name }: Colleague): Promise<string> {
    await app.database.prisma.account.updateMany({ where: { name }, data: { kind: 'SERVICE' } });
    return id;
  }

  let figure = 0;
  async function newClaim(): Promise<string> {
    figure += 1;
    return (await world.claim({ property: 'score', quantity: String(figure) })).claim.id;
  }
  const assign = (by: Colleague, id: string, to: Colleague | null, dueOn?: string | null): Promise<Json> =>
    change(
      app,
      'claimAssign',
      { id, assignee: to?.id ?? null, ...(dueOn !== undefined && { dueOn }) },
      'claim { id }',
      by,
    );
  const workOf = async (id: string, by: Colleague = carl): Promise<Json> =>
    (await read(app, CLAIM_WORK, { id }, by)).claim;

  test('a claim is given, given on with its day, and taken back; its own version and revisions stay', async () => {
    const id = await newClaim();
    const before = await workOf(id);
    expect(before).toMatchObject({ assignee: null, dueOn: null, assignmentRevisions: { totalCount: 0, nodes: [] } });
    await assign(edith, id, carl, '2026-12-24');
    expect(await workOf(id)).toMatchObject({
      assignee: { __typename: 'User', id: carl.id, name: 'Carl' },
      dueOn: '2026-12-24',
    });
    await assign(edith, id, cora);
    expect(await workOf(id)).toMatchObject({ assignee: { id: cora.id }, dueOn: '2026-12-24' });
    await assign(edith, id, cora, null);
    expect(await workOf(id)).toMatchObject({ assignee: { id: cora.id }, dueOn: null });
    await assign(edith, id, null);
    const { assignmentRevisions, ...rest } = await workOf(id);
    expect(rest).toEqual({ ...before, assignmentRevisions: undefined, assignee: null, dueOn: null });
    const told = assignmentRevisions.nodes.map(({ version, actor, changes }: Json) => [version, actor.name, changes]);
    expect(told).toEqual([
      [
        1,
        'Edith',
        [
          { field: 'assignee', before: null, after: 'Carl' },
          { field: 'dueOn', before: null, after: '2026-12-24' },
        ],
      ],
      [2, 'Edith', [{ field: 'assignee', before: 'Carl', after: 'Cora' }]],
      [3, 'Edith', [{ field: 'dueOn', before: '2026-12-24', after: null }]],
      [4, 'Edith', [{ field: 'assignee', before: 'Cora', after: null }]],
    ]);
  });

  test('a contradiction is given and taken back; its version and status stay', async () => {
    const { claim } = await world.claim({ property: 'aboard', quantity: '67' });
    const { contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    const id: string = contradictions[0].id;
    const query = `query ($id: ID!) { contradiction(id: $id) { status ${WORK} revisions { totalCount } } }`;
    const before = (await read(app, query, { id })).contradiction;
    const given = await change(
      app,
      'contradictionAssign',
      { id, assignee: carl.id, dueOn: '2027-01-05' },
      `contradiction { id assignee { name } dueOn }`,
      edith,
    );
    expect(given.contradiction).toEqual({ id, assignee: { name: 'Carl' }, dueOn: '2027-01-05' });
    await change(app, 'contradictionAssign', { id, assignee: null }, 'contradiction { id }', carl);
    const after = (await read(app, query, { id })).contradiction;
    expect(after.assignmentRevisions.totalCount).toBe(2);
    expect({ ...after, assignmentRevisions: before.assignmentRevisions }).toEqual(before);
    expect(await workOf(claim.id)).toMatchObject({ assignee: null });
  });

  test('a contributor takes what nobody has, by a day of their own, and gives up what is theirs', async () => {
    const id = await newClaim();
    await assign(carl, id, carl, '2026-12-01');
    expect(await workOf(id)).toMatchObject({ assignee: { name: 'Carl' }, dueOn: '2026-12-01' });
    await assign(carl, id, null);
    expect(await workOf(id)).toMatchObject({ assignee: null, dueOn: null });
  });

  test('saying what is so already changes nothing', async () => {
    const id = await newClaim();
    const nothing = await fingerprint(app.database);
    await assign(carl, id, null);
    expect(await fingerprint(app.database)).toEqual(nothing);
    await assign(edith, id, carl, '2026-12-01');
    const before = await fingerprint(app.database);
    await assign(edith, id, carl);
    await assign(carl, id, carl, '2026-12-01');
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('readers see nobody assigned, no day and no revisions of it', async () => {
    const id = await newClaim();
    await assign(edith, id, carl, '2026-12-01');
    await app.database.prisma.claim.updateMany({
      where: { id: idsOf('Claim', id)!.id },
      data: { status: 'PUBLISHED' },
    });
    const [revision] = (await workOf(id)).assignmentRevisions.nodes;
    const asked = 'query ($id: ID!) { node(id: $id) { __typename } }';
    expect((await read(app, asked, { id: revision.id }, carl)).node).toEqual({ __typename: 'Revision' });
    for (const key of [rita.key, null]) {
      expect((await read(app, asked, { id: revision.id }, { key })).node).toBeNull();
      const found = (await read(app, CLAIM_WORK, { id }, { key })).claim;
      expect(found).toMatchObject({ assignee: null, dueOn: null, assignmentRevisions: { totalCount: 0, nodes: [] } });
    }
  });

  test('a page of fifty claims with who has them takes as many statements as one of five', async () => {
    const other = await world.another();
    const claims: string[] = [];
    for (let i = 1; i <= 50; i += 1)
      claims.push((await other.claim({ property: 'score', quantity: String(i) })).claim.id);
    for (const [i, id] of claims.entries()) await assign(edith, id, [carl, cora, edith][i % 3]!, '2026-12-01');
    const query = `query ($story: ID!, $first: Int!) { claims(filter: { story: $story }, first: $first) { nodes {
      id assignee { name } dueOn assignmentRevisions { nodes { version } } } } }`;
    const pages = await Promise.all(
      [5, 50].map((first) => app.graphql(query, { story: other.story, first }, { key: carl.key })),
    );
    expect(pages.map(({ body }) => body.data.claims.nodes.length)).toEqual([5, 50]);
    expect(pages[1]!.sqlStatements).toBe(pages[0]!.sqlStatements);
    const bare = `query ($story: ID!) { claims(filter: { story: $story }) { nodes { id statement } } }`;
    const asked = `query ($story: ID!) { claims(filter: { story: $story }) { nodes { id statement dueOn } } }`;
    const [without, withDays] = [bare, asked].map((text) =>
      app.graphql(text, { story: other.story }, { key: carl.key }),
    );
    expect((await withDays!).sqlStatements - (await without!).sqlStatements).toBe(1);
  });

  const REFUSALS: [what: string, by: () => Colleague, given: (id: string) => object, code: string, field: string][] = [
    ['a claim to somebody else', () => carl, () => ({ assignee: cora.id }), 'NOT_ALLOWED', 'assignee'],
    ['nobody by a day', () => edith, () => ({ dueOn: '2026-12-01' }), 'INVALID_INPUT', 'dueOn'],
    [
      'a day that there is not',
      () => edith,
      () => ({ assignee: carl.id, dueOn: '2026-02-30' }),
      'INVALID_DATE',
      'dueOn',
    ],
    ['an instant', () => edith, () => ({ assignee: carl.id, dueOn: '2026-12-01T00:00:00Z' }), 'INVALID_DATE', 'dueOn'],
    ['a reader', () => edith, () => ({ assignee: rita.id }), 'INVALID_INPUT', 'assignee'],
    ['whose account is disabled', () => edith, () => ({ assignee: gone.id }), 'INVALID_INPUT', 'assignee'],
    ['a service', () => edith, () => ({ assignee: service }), 'INVALID_INPUT', 'assignee'],
    ['nobody there is', () => edith, () => ({ assignee: unknown(carl.id) }), 'NOT_FOUND', 'assignee'],
    ['a claim as a person', () => edith, (id) => ({ assignee: id }), 'WRONG_TYPE', 'assignee'],
    ['an empty person', () => edith, () => ({ assignee: '' }), 'REQUIRED', 'assignee'],
    ['a claim that there is not', () => edith, (id) => ({ id: unknown(id), assignee: carl.id }), 'NOT_FOUND', 'id'],
    ['a person to work on', () => edith, () => ({ id: carl.id, assignee: carl.id }), 'WRONG_TYPE', 'id'],
  ];

  test.each(REFUSALS)('refuses %s', async (_what, by, given, code, field) => {
    const id = await newClaim();
    const before = await fingerprint(app.database);
    const payload = await attempt(app, 'claimAssign', { id, ...given(id) }, 'claim { id }', by());
    expect(payload).toMatchObject({ claim: null, userErrors: [{ code, field: [field] }] });
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test.each<[what: string, by: () => Colleague, to: () => Colleague | null, dueOn: string | null]>([
    ['takes from another', () => cora, () => cora, null],
    ['takes back from another', () => cora, () => null, null],
    ['gives theirs to another', () => carl, () => cora, null],
    ['moves the day that an editor set', () => carl, () => carl, '2027-01-01'],
  ])('refuses a contributor who %s', async (_what, by, to, dueOn) => {
    const id = await newClaim();
    await assign(edith, id, carl, '2026-12-01');
    const before = await fingerprint(app.database);
    const payload = await attempt(app, 'claimAssign', { id, assignee: to()?.id ?? null, dueOn }, 'claim { id }', by());
    expect(payload).toMatchObject({ claim: null, userErrors: [{ code: 'NOT_ALLOWED', field: ['assignee'] }] });
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('of two who take the same at once, one has it', async () => {
    const id = await newClaim();
    const payloads = await Promise.all(
      [carl, cora].map((by) => attempt(app, 'claimAssign', { id, assignee: by.id }, 'claim { id }', by)),
    );
    expect(payloads.map(({ userErrors }) => userErrors.map(({ code }: Json) => code)).sort()).toEqual([
      [],
      ['NOT_ALLOWED'],
    ]);
    const { assignmentRevisions } = await workOf(id);
    expect(assignmentRevisions.totalCount).toBe(1);
  });

  test('somebody’s own are listed until they are settled, the soonest due first, with how near the day is', async () => {
    const worker = await colleague(app, 'Wanda', 'CONTRIBUTOR');
    const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
    const days = [day(9), null, day(-2), day(1), day(9)];
    const ids: string[] = [];
    for (const dueOn of days) {
      const id = await newClaim();
      await assign(edith, id, worker, dueOn);
      ids.push(id);
    }
    const other = await world.another();
    await other.claim({ property: 'aboard', quantity: '67' });
    const rival = (await other.claim({ property: 'aboard', quantity: '72' })).contradictions[0].id;
    await change(app, 'contradictionAssign', { id: rival, assignee: worker.id }, 'contradiction { id }', edith);
    const query = `query ($first: Int, $after: String, $due: [DueState!]) { viewer { assignments(first: $first, after: $after, due: $due) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { due dueOn assignedBy { name } subject { __typename ... on Claim { id } ... on Contradiction { id } } } } } }`;
    const own = async (variables: object, { key }: { key: string | null } = worker): Promise<Json> =>
      (await read(app, query, variables, { key })).viewer.assignments;
    const all = await own({});
    expect(all.nodes.map(({ due, subject }: Json) => [due, subject.id])).toEqual([
      ['OVERDUE', ids[2]],
      ['SOON', ids[3]],
      ['LATER', ids[0]],
      ['LATER', ids[4]],
      ['NONE', ids[1]],
      ['NONE', rival],
    ]);
    expect(all.nodes[0]).toMatchObject({ dueOn: days[2], assignedBy: { name: 'Edith' } });
    const first = await own({ first: 4 });
    const rest = await own({ after: first.pageInfo.endCursor });
    expect([first.totalCount, [...first.nodes, ...rest.nodes]]).toEqual([6, all.nodes]);
    const pressing = await own({ due: ['OVERDUE', 'SOON'] });
    expect([pressing.totalCount, pressing.nodes]).toEqual([2, all.nodes.slice(0, 2)]);
    await world.retract(ids[2]!);
    await other.decide('contradictionDismiss', rival);
    expect((await own({})).nodes.map(({ subject }: Json) => subject.id)).toEqual([ids[3], ids[0], ids[4], ids[1]]);
    expect((await own({}, carl)).nodes.map(({ subject }: Json) => subject.id)).not.toContain(ids[3]);
    for (const nobody of [rita, { key: null }])
      expect(await own({}, nobody)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('people are those whom work can be given to, by name, found by a part of it, without addresses', async () => {
    const query = `query ($query: String, $first: Int, $after: String) { people(query: $query, first: $first, after: $after) {
      totalCount nodes { __typename id name } pageInfo { hasNextPage endCursor } } }`;
    const all = (await read(app, query, {}, carl)).people;
    expect(all.nodes.map(({ name }: Json) => name)).toEqual(['Administrator', 'Carl', 'Cora', 'Edith', 'Wanda']);
    const first = (await read(app, query, { first: 3 }, carl)).people;
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = (await read(app, query, { after: first.pageInfo.endCursor }, carl)).people;
    expect(rest.nodes.map(({ name }: Json) => name)).toEqual(['Edith', 'Wanda']);
    expect((await read(app, query, { query: 'oR' }, carl)).people.nodes).toEqual([
      { __typename: 'User', id: expect.any(String), name: 'Administrator' },
      { __typename: 'User', id: cora.id, name: 'Cora' },
    ]);
    expect((await read(app, query, { query: '%' }, carl)).people.totalCount).toBe(0);
    const { fields } = (await read(app, '{ __type(name: "User") { fields { name } } }')).__type;
    expect(fields.map(({ name }: Json) => name).sort()).toEqual(['id', 'name', 'role']);
  });
});
