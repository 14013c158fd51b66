import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WIRE } from '../../src/domain/corroboration/texts.spec-kit.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { publishEverything, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const ORIGINS = `origins(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { sources reasons
  ties { reason citations sources agent { name } source { title } } citations(first: 2) { totalCount nodes { source { title } } } } }`;

describe.each(testDatabases)('origins on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  const WORDS = 'Most of the injured had breathed in smoke';
  const own = (title: string, input: object = {}): Promise<string> =>
    world.addSource({ title, text: `${title}. ${WORDS}.`, ...input });

  async function origins(claim: string, page: object = {}): Promise<Json> {
    const query = `query ($id: ID!, $first: Int, $after: String) { claim(id: $id) { corroboration { independentOrigins } ${ORIGINS} } }`;
    return (await read(app, query, { id: claim, ...page })).claim;
  }

  test('say what ties their citations together', async () => {
    const ministry = await world.agent('The ministry', { kind: 'ORGANISATION' });
    const spokesman = await world.agent('Its spokesman', { kind: 'PERSON', partOf: ministry });
    const house = await world.agent('The house');
    const paper = await world.agent('The paper', { partOf: house });
    const release = await own('Release', { publisher: ministry });
    const wire = await world.addSource({ title: 'Wire', text: WIRE });
    const { claim } = await world.claim({ quantity: '41', source: release, quote: WORDS });
    const cite = (source: string, claimant?: string) =>
      world.cite(claim.id, { source, quote: WORDS, ...(claimant && { claimant }) });
    await cite(await own('Outlet'), spokesman);
    await cite(await own('Alone'));
    await cite(wire);
    await cite(await world.addSource({ title: 'Reprint', text: `Fire at sea, again. ${WIRE}` }));
    const column = await own('Column', { publisher: paper });
    await cite(column);
    await cite(await own('Leader', { publisher: house }));
    await cite(await own('Column again', { derivedFrom: column }));

    const { corroboration, origins: found } = await origins(claim.id);
    expect(corroboration.independentOrigins).toBe(4);
    expect(found.totalCount).toBe(4);
    const told = found.nodes.map((origin: Json) => [
      origin.sources,
      origin.citations.totalCount,
      origin.citations.nodes.map(({ source }: Json) => source.title),
      origin.reasons,
      origin.ties.map((tie: Json) => [tie.reason, tie.sources, tie.citations, tie.agent?.name ?? tie.source.title]),
    ]);
    expect(told).toEqual([
      [
        3,
        3,
        ['Column', 'Leader'],
        ['DERIVED_FROM', 'SAME_PUBLISHER_GROUP'],
        [
          ['DERIVED_FROM', 2, 2, 'Column'],
          ['SAME_PUBLISHER_GROUP', 2, 2, 'The house'],
        ],
      ],
      [2, 2, ['Wire', 'Reprint'], ['NEAR_DUPLICATE'], [['NEAR_DUPLICATE', 2, 2, 'Wire']]],
      [2, 2, ['Release', 'Outlet'], ['SAME_CLAIMANT'], [['SAME_CLAIMANT', 2, 2, 'The ministry']]],
      [1, 1, ['Alone'], [], []],
    ]);
    const pages: number[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Json = (await origins(claim.id, { first: 1, after })).origins;
      pages.push(...nodes.map(({ sources }: Json) => sources));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(pages).toEqual([3, 2, 2, 1]);
  });

  test('of witnesses named together are one for each witness', async () => {
    const witnesses = await world.agent('Witnesses', { kind: 'GROUP' });
    const { claim } = await world.claim({ quantity: '41', source: await own('One'), quote: WORDS });
    for (const name of ['Ann', 'Ben']) {
      const claimant = await world.agent(name, { kind: 'PERSON', partOf: witnesses });
      await world.cite(claim.id, { source: await own(name), quote: WORDS, claimant });
    }
    expect((await origins(claim.id)).corroboration.independentOrigins).toBe(3);
  });

  test('near-duplicates of a source come closest first, with how close they are', async () => {
    const wire = await world.addSource({ title: 'Wire', text: WIRE });
    await world.addSource({ title: 'Cut', text: WIRE.slice(0, Math.ceil(WIRE.length * 0.75)) });
    await world.addSource({ title: 'Copy', text: WIRE.toUpperCase() });
    await own('Alone');
    const query = `query ($id: ID!, $after: String) { source(id: $id) { nearDuplicates(first: 1, after: $after) {
      totalCount pageInfo { endCursor } nodes { similarity contained source { title } } } } }`;
    const { nearDuplicates: one } = (await read(app, query, { id: wire })).source;
    expect(one.nodes).toEqual([{ similarity: 1, contained: 1, source: { title: 'Copy' } }]);
    const { nearDuplicates: two } = (await read(app, query, { id: wire, after: one.pageInfo.endCursor })).source;
    expect(two.totalCount).toBe(2);
    expect(two.nodes[0]).toMatchObject({ source: { title: 'Cut' } });
    expect(two.nodes[0].similarity).toBeCloseTo(0.75, 1);
  });

  test('cost the same number of statements for many claims as for few', async () => {
    for (let i = 0; i < 12; i += 1) {
      const text = `Edition ${i}. ${WIRE}`;
      const { claim } = await world.claim({ quantity: `${i}`, source: await world.addSource({ text }), quote: WORDS });
      await world.cite(claim.id, { source: await world.addSource({ text: `${text} Reprinted.` }), quote: WORDS });
    }
    await publishEverything(app.database);
    const query = `query ($story: ID!, $first: Int) { claims(first: $first, filter: { story: $story }) { nodes {
      origins { totalCount nodes { ties { reason agent { name } } citations { nodes { quote { exact } } } } } } } }`;
    const counts = await Promise.all(
      [2, 12].map(
        async (size) => (await app.graphql(query, { story: world.story, first: size }, { key: null })).sqlStatements,
      ),
    );
    expect(counts).toEqual([4, 4]);
    const near = `query ($story: ID!, $first: Int) { story(id: $story) { sources(first: $first) { nodes {
      nearDuplicates { totalCount nodes { similarity } } } } } }`;
    const forSources = await Promise.all(
      [2, 20].map(
        async (size) => (await app.graphql(near, { story: world.story, first: size }, { key: null })).sqlStatements,
      ),
    );
    expect(forSources).toEqual([4, 4]);
  });
});
