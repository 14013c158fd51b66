import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const SIZE = 7;
const PAGE = 3;

/** A list: the path to it, its arguments beside those of the page, and what orders its items. */
interface List {
  readonly what: string;
  /** With `%` where the page's arguments go. */
  readonly field: string;
  readonly node?: string;
  readonly both?: true;
  readonly total: number;
  /** The values by which the items must ascend, or descend. */
  readonly by?: (node: Json) => string;
  readonly descending?: true;
}

const ID = 'id';
/** Ids sort as the UUIDs in them do, once they are bytes again. */
const byId = ({ id }: Json): string => Buffer.from(id, 'base64url').toString('hex');
const orders = (list: string, filter: string, fields: readonly string[], total: number): List[] =>
  fields.flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction): List => {
      const sortedBy = field === 'TITLE' ? 'title' : field === 'UPDATED_AT' ? 'updatedAt' : ID;
      return {
        what: `${list} by ${field} ${direction}`,
        field: `${list}(${filter}orderBy: { field: ${field}, direction: ${direction} } %)`,
        node: `id ${sortedBy === ID ? '' : sortedBy}`,
        both: true,
        total,
        by: (node: Json) => (sortedBy === ID ? byId(node) : `${node[sortedBy]} ${byId(node)}`),
        ...(direction === 'DESC' && { descending: true }),
      };
    }),
  );

const PAIRS = (SIZE * (SIZE - 1)) / 2;
const LISTS: List[] = [
  ...orders('stories', 'filter: { title: "Paged" } ', ['CREATED_AT', 'UPDATED_AT', 'TITLE'], SIZE),
  ...orders('claims', 'filter: { story: $story } ', ['CREATED_AT', 'UPDATED_AT'], SIZE + 3),
  ...orders('contradictions', 'filter: { story: $story } ', ['DETECTED_AT', 'UPDATED_AT'], PAIRS),
  ...orders('story(id: $story) { claims', '', ['CREATED_AT', 'UPDATED_AT'], SIZE + 3),
  ...orders('story(id: $story) { contradictions', '', ['DETECTED_AT', 'UPDATED_AT'], PAIRS),
  {
    what: 'claims of a property',
    field: 'claims(filter: { story: $story, property: "score" } %)',
    both: true,
    total: SIZE,
    by: byId,
    descending: true,
  },
  {
    what: 'claims of a subject',
    field: 'claims(filter: { subject: $subject } %)',
    both: true,
    total: 1,
    by: byId,
    descending: true,
  },
  {
    what: 'claims of a property that nothing has',
    field: 'claims(filter: { story: $story, property: "nothing" } %)',
    both: true,
    total: 0,
  },
  { what: 'retracted claims', field: 'claims(filter: { story: $story, status: RETRACTED } %)', both: true, total: 1 },
  {
    what: 'open contradictions',
    field: 'contradictions(filter: { story: $story, status: OPEN } %)',
    both: true,
    total: PAIRS - 1,
  },
  {
    what: 'dismissed contradictions',
    field: 'contradictions(filter: { story: $story, status: DISMISSED } %)',
    both: true,
    total: 1,
  },
  {
    what: 'conflicts of quantity',
    field: 'contradictions(filter: { story: $story, kind: QUANTITY, strength: CONFLICT } %)',
    both: true,
    total: PAIRS,
  },
  { what: 'tensions', field: 'contradictions(filter: { story: $story, strength: TENSION } %)', both: true, total: 0 },
  { what: 'subjects', field: 'story(id: $story) { subjects(%)', total: 2, by: byId },
  { what: 'sources', field: 'story(id: $story) { sources(%)', total: SIZE + 1, by: byId, descending: true },
  {
    what: 'sources of a publisher',
    field: 'story(id: $story) { sources(filter: { publisher: $agent } %)',
    total: SIZE,
    by: byId,
    descending: true,
  },
  {
    what: 'sources of a kind',
    field: 'story(id: $story) { sources(filter: { kind: NEWS } %)',
    total: SIZE,
    by: byId,
    descending: true,
  },
  { what: 'retracted sources', field: 'story(id: $story) { sources(filter: { status: RETRACTED } %)', total: 0 },
  { what: 'questions', field: 'story(id: $story) { questions(%)', total: 4, by: byId },
  { what: 'disputed questions', field: 'story(id: $story) { questions(disputed: true %)', total: 1 },
  { what: 'citations of a claim', field: 'claim(id: $claim) { citations(%)', total: SIZE, by: byId },
  { what: 'contradictions of a claim', field: 'claim(id: $claim) { contradictions(%)', total: SIZE - 1, by: byId },
  {
    what: 'open contradictions of a claim',
    field: 'claim(id: $claim) { contradictions(filter: { status: OPEN } %)',
    total: SIZE - 1,
    by: byId,
  },
  {
    what: 'revisions of a claim',
    field: 'claim(id: $claim) { revisions(%)',
    node: 'id version',
    // It was made, cited and ranked.
    total: 1 + (SIZE - 1) + 3,
    by: (node) => String(node.version).padStart(3, '0'),
  },
  { what: 'citations of a source', field: 'source(id: $source) { citations(%)', total: 2 * SIZE + 2, by: byId },
  { what: 'snapshots of a source', field: 'source(id: $source) { snapshots(%)', total: 1 },
  { what: 'agents by name', field: 'agents(query: "paged" %)', total: SIZE, by: byId },
  { what: 'agents whose name has an underscore', field: 'agents(query: "_" %)', total: 0 },
  { what: 'properties', field: 'properties(%)', total: 11, by: byId },
  { what: 'concepts', field: 'concepts(%)', total: 12, by: byId },
  { what: 'concepts of a scheme', field: 'concepts(scheme: "cause" %)', total: 3, by: byId },
  { what: 'concepts of no scheme', field: 'concepts(scheme: "nothing" %)', total: 0 },
  { what: 'concepts by name', field: 'concepts(query: "RU" %)', total: 1 },
  { what: 'schemes', field: 'conceptSchemes(%)', total: 4, by: byId },
  { what: 'a search', field: 'search(query: "paged", in: [SOURCE] %)', node: '... on Source { id }', total: SIZE },
];

interface Ids {
  readonly story: string;
  readonly subject: string;
  readonly claim: string;
  readonly source: string;
  readonly agent: string;
}

async function prepare(world: World): Promise<Ids> {
  for (let i = 0; i < SIZE; i += 1) await world.another(`Paged story ${(i * 3) % SIZE}`);
  const agents: string[] = [];
  for (let i = 0; i < SIZE; i += 1) agents.push(await world.agent(`Paged paper ${i}`));
  for (let i = 0; i < SIZE; i += 1) await world.addSource({ title: `Paged ${i}`, publisher: agents[0], kind: 'NEWS' });
  const claims: string[] = [];
  for (let i = 0; i < SIZE; i += 1)
    claims.push((await world.claim({ property: 'score', quantity: String(i) })).claim.id);
  for (let i = 1; i < SIZE; i += 1) await world.cite(claims[2]!);
  await world.claim({ property: 'motive', text: 'Unclear.' }).then(({ claim }) => world.retract(claim.id));
  await world.claim({ property: 'jammed', boolean: true });
  const subject = await world.addSubject('The landing');
  await world.claim({ subject, quantity: '1' });
  for (const i of ['1', '2', '3']) await world.rank(claims[2]!, 'PREFERRED', `Reason ${i}.`);
  const [first] = await world.contradictions();
  await world.decide('contradictionDismiss', first.id);
  return { story: world.story, subject, claim: claims[2]!, source: world.source, agent: agents[0]! };
}

describe.each(testDatabases)('lists on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let ids: Ids;
  beforeAll(async () => {
    app = await startApi(kind);
    const first = await World.create(app);
    world = await first.another('Read in pages');
    ids = await prepare(world);
  });
  afterAll(() => app.close());

  /** One page of a list, and the statements that it took. */
  async function page(
    { field, node = ID }: List,
    args: string,
    more = '',
  ): Promise<{ list: Json; sqlStatements: number }> {
    const nested = /\{ \w+\(/.test(field);
    const used = Object.keys(ids).filter((name) => field.includes(`$${name}`));
    const parameters = used.length > 0 ? `(${used.map((name) => `$${name}: ID!`).join(', ')})` : '';
    const query = `query ${parameters} { ${field.replace('%', args)} {
      ${more} edges { cursor node { __typename ${node} } } nodes { ${node} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } ${nested ? '}' : ''} }`;
    const variables = Object.fromEntries(used.map((name) => [name, ids[name as keyof Ids]]));
    const { body, sqlStatements } = await app.graphql(query, variables);
    if (body.errors) throw new Error(`${query}: ${JSON.stringify(body.errors)}`);
    const [outer] = Object.values<Json>(body.data);
    return { list: nested ? Object.values(outer)[0] : outer, sqlStatements };
  }

  /** Reads the whole list page by page from one end and gives its items' ids in the list's order. */
  async function walk(list: List, way: 'forward' | 'backward'): Promise<Json[]> {
    const forward = way === 'forward';
    const seen: Json[] = [];
    let cursor: string | null = null;
    do {
      const place: string = cursor === null ? '' : `${forward ? 'after' : 'before'}: "${cursor}"`;
      const { list: found }: { list: Json } = await page(
        list,
        `${forward ? 'first' : 'last'}: ${PAGE} ${place}`,
        'totalCount',
      );
      expect(found.totalCount).toBe(list.total);
      expect(found.nodes).toEqual(found.edges.map(({ node: { __typename: _, ...rest } }: Json) => rest));
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.pageInfo;
      expect([startCursor, endCursor]).toEqual([found.edges[0]?.cursor ?? null, found.edges.at(-1)?.cursor ?? null]);
      expect(forward ? hasPreviousPage : hasNextPage).toBe(cursor !== null);
      if (forward) seen.push(...found.nodes);
      else seen.unshift(...found.nodes);
      const more = forward ? hasNextPage : hasPreviousPage;
      if (more) expect(found.nodes).toHaveLength(PAGE);
      cursor = more ? (forward ? endCursor : startCursor) : null;
    } while (cursor !== null);
    return seen;
  }

  test.each(LISTS)('$what: every item once, in order', async (list) => {
    const items = await walk(list, 'forward');
    const seen = items.map(({ id }) => id);
    expect([seen.length, new Set(seen).size]).toEqual([list.total, list.total]);
    if (list.both) expect((await walk(list, 'backward')).map(({ id }) => id)).toEqual(seen);
    if (list.by === undefined) return;
    const keys = items.map(list.by);
    const ascending = [...keys].sort((a, b) => (a < b ? -1 : 1));
    expect(keys).toEqual(list.descending ? ascending.reverse() : ascending);
  });

  test.each(LISTS)('$what: the whole is counted only where that is asked for', async (list) => {
    const [{ sqlStatements: without }, { sqlStatements: counted }] = [
      await page(list, 'first: 2'),
      await page(list, 'first: 2', 'totalCount'),
    ];
    expect(counted).toBe(without + 1);
  });

  test.each(LISTS)('$what: a page has twenty items unless asked otherwise, and at most a hundred', async (list) => {
    expect((await page(list, 'first: null')).list.nodes).toHaveLength(Math.min(20, list.total));
    expect((await page(list, 'first: 100')).list.nodes).toHaveLength(list.total);
  });

  test('a cursor keeps its place while items come before and after it', async () => {
    const list: List = { what: 'claims', field: 'claims(filter: { story: $story, property: "altitude" } %)', total: 0 };
    for (let i = 0; i < 4; i += 1) await world.claim({ property: 'altitude', quantity: String(i) });
    const { list: firstPage } = await page(list, 'first: 2');
    await world.claim({ property: 'altitude', quantity: '100' });
    const { list: second } = await page(list, `first: 2 after: "${firstPage.pageInfo.endCursor}"`);
    const { list: back } = await page(list, `last: 2 before: "${second.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual(firstPage.nodes);
    expect((await page(list, `last: 5 before: "${firstPage.pageInfo.startCursor}"`)).list.nodes).toHaveLength(1);
    const all = (await page(list, 'first: 10')).list.nodes;
    expect([...firstPage.nodes, ...second.nodes]).toEqual(all.slice(1));
  });

  test('what changed moves to the front of the list by change', async () => {
    const query = `query ($id: ID!) { claims(first: 1, filter: { story: $id, property: "score" }, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { id } } }`;
    const [, , id] = (
      await read(app, 'query ($id: ID!) { claims(filter: { story: $id, property: "score" }) { nodes { id } } }', {
        id: ids.story,
      })
    ).claims.nodes;
    await change(app, 'citationAdd', { input: { claim: id.id, citation: world.citationOf() } });
    expect((await read(app, query, { id: ids.story })).claims.nodes).toEqual([id]);
  });
});
