import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { attempt, documentOf, read, type Json } from './support/api-client.js';
import { publishEverything, startApi } from './support/api-database.js';
import { createTies } from './support/api-ties.js';
import { World } from './support/api-world.js';

const FEW = 5;
const MANY = 20;

const CLAIM = `id statement question { id disputed subject { label } property { key } } story { title }
  property { key scheme { key } scopes { dimension scheme { key } } } value { __typename ... on ConceptValue { concept { prefLabel } } }
  scope { concept { prefLabel } } corroboration { independentOrigins } createdBy { name }`;
const CITATION = `id quote { exact } source { title publisher { name partOf { name } }  snapshot { sha256 } }
  snapshot { text } createdBy { name }`;

/** Each list with what hangs on its items, several levels deep, and the statements that it takes. */
const LISTS: [what: string, statements: number, field: string][] = [
  ['stories', 1, 'stories(first: $first, filter: { title: "Grown" }) { nodes { id title } }'],
  [
    'stories with their lists',
    6,
    `stories(first: $first, filter: { title: "Grown" }) { nodes { subjects { nodes { label } } sources { nodes { title } }
      claims { nodes { statement } } questions { nodes { id } } contradictions { nodes { id } } } }`,
  ],
  ['subjects', 2, 'story(id: $story) { subjects(first: $first) { nodes { label story { title } } } }'],
  [
    'subjects with their questions and positions',
    6,
    `story(id: $story) { subjects(first: $first) { nodes { questions { property { key } positions { claim { statement } } } } } }`,
  ],
  [
    'sources',
    6,
    `story(id: $story) { sources(first: $first) { nodes { title publisher { name partOf { name } } derivedFrom { title } snapshot { sha256 } story { title } } } }`,
  ],
  [
    'sources with snapshots and citations',
    8,
    `story(id: $story) { sources(first: $first) { nodes { snapshots(first: 5) { nodes { sha256 text source { title } } }
      citations(first: 5) { nodes { quote { exact } claim { statement } claimant { name } } } } } }`,
  ],
  ['claims of a story', 9, `story(id: $story) { claims(first: $first) { nodes { ${CLAIM} } } }`],
  ['claims', 9, `claims(first: $first, filter: { story: $story }) { nodes { ${CLAIM} } }`],
  [
    'claims with their citations',
    7,
    `claims(first: $first, filter: { story: $story }) { nodes { id citations(first: 5) { nodes { ${CITATION} } } } }`,
  ],
  [
    'claims with their contradictions, members and their sources',
    6,
    `claims(first: $first, filter: { story: $story }) { nodes { contradictions(first: 2) { nodes { explanation
      members { statement citations(first: 1) { nodes { quote { exact } source { title publisher { name } } } } } } } } }`,
  ],
  [
    'claims with their revisions',
    3,
    `claims(first: $first, filter: { story: $story }) { nodes { revisions { nodes { version actor { name } } } } }`,
  ],
  [
    'questions with their positions',
    8,
    `story(id: $story) { questions(first: $first) { nodes { subject { label } property { key }
      positions { claim { statement citations(first: 2) { nodes { quote { exact } } } } claimants { name } corroboration { sources } } } } }`,
  ],
  [
    'questions with their contradictions',
    5,
    `story(id: $story) { questions(first: $first) { nodes { contradictions { explanation members { statement } } } } }`,
  ],
  [
    'questions with their hypotheses and evidence',
    7,
    `story(id: $story) { questions(first: $first) { nodes { competingHypotheses { agreement
      hypotheses(first: 2) { nodes { inconsistency claim { statement } } } evidence(first: 2) { nodes { diagnosticity claim { statement } } } } } } }`,
  ],
  [
    'questions with what is derived for them',
    9,
    `story(id: $story) { questions(first: $first) { nodes { derivedPositions { value { text } explanation
      restsOn { statement } identities { label } } } } }`,
  ],
  [
    'contradictions of a story',
    8,
    `story(id: $story) { contradictions(first: $first) { nodes { explanation story { title } question { id subject { label } }
      members { statement citations(first: 1) { nodes { source { title publisher { name } } } } }
      resolution { note by { name } upheld { statement } } } } }`,
  ],
  [
    'contradictions with members and their sources',
    2,
    `contradictions(first: $first, filter: { story: $story }) { nodes { explanation
      members { statement citations(first: 1) { nodes { source { title publisher { name } } } } } } }`,
  ],
  [
    'contradictions with their revisions',
    3,
    `contradictions(first: $first, filter: { story: $story }) { nodes { revisions { nodes { reason actor { name } } } } }`,
  ],
  ['agents', 2, 'agents(first: $first) { nodes { name partOf { name } } }'],
  ['properties', 2, 'properties(first: $first) { nodes { key scheme { key } scopes { dimension scheme { key } } } }'],
  [
    'concepts',
    5,
    'concepts(first: $first) { nodes { prefLabel scheme { key } broader { prefLabel } narrower { prefLabel } disjointWith { prefLabel } } }',
  ],
  [
    'a search of all kinds',
    6,
    `search(query: "grown", story: $story, first: $first) { nodes { __typename ... on Claim { statement }
      ... on Source { title publisher { name } } ... on Subject { label story { title } } } }`,
  ],
];

/** A story with as many of everything. */
async function grow(world: World, size: number): Promise<void> {
  const house = await world.agent('The house');
  const publishers: string[] = [];
  for (let i = 0; i < 5; i += 1) publishers.push(await world.agent(`Paper ${i}`, { partOf: house }));
  let derivedFrom: string | undefined;
  for (let i = 0; i < size; i += 1) {
    const publisher = publishers[i % publishers.length]!;
    const source: string = await world.addSource({
      title: `Grown source ${i}`,
      publisher,
      ...(derivedFrom && { derivedFrom }),
    });
    if (i % 3 === 0) derivedFrom = source;
    const subject = await world.addSubject(`Grown subject ${i}`);
    const words = { source, claimant: publishers[(i + 1) % publishers.length]!, subject };
    await world.claim({ ...words, property: 'aboard', quantity: '200', statement: `Flight ${i} carried 200` });
    await world.claim({ ...words, quantity: String(i + 1), scope: i % 2 ? { role: 'crew' } : {} });
    const { contradictions } = await world.claim({
      ...words,
      quantity: String(i + 100),
      scope: i % 2 ? { role: 'crew' } : {},
    });
    await world.claim({ ...words, property: 'cause', concept: i % 2 ? 'missile' : 'bird strike' });
    if (i % 2)
      await world.resolve(contradictions[0].id, { outcome: 'BOTH_STAND', upheld: [contradictions[0].members[0].id] });
  }
}

/*
 * A loader that is asked at two depths of one query may gather its keys in one statement or in two, as the answers
 * come in; so each query here asks for each kind of object at one depth only.
 */
describe.each(testDatabases)('the number of SQL statements on %s', (kind) => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    const first = await World.create(app);
    await createTies(app);
    for (let i = 0; i < MANY; i += 1) await first.another(`Grown story ${i}`);
    world = await first.another('Large');
    await grow(world, MANY);
    await publishEverything(app.database);
  }, 120_000);
  afterAll(() => app.close());

  test.each(LISTS)('of %s is %i, whatever their number', async (_what, statements, field) => {
    const query = `query ($story: ID!, $first: Int) { ${field} }`;
    const ask = async (first: number): Promise<[rows: number, statements: number]> => {
      const { body, sqlStatements } = await app.graphql(
        query.replace('$story: ID!, ', field.includes('$story') ? '$story: ID!, ' : ''),
        { story: world.story, first },
        { key: null },
      );
      if (body.errors) throw new Error(JSON.stringify(body.errors));
      return [rowsOf(Object.values(body.data)[0] as Json), sqlStatements];
    };
    const [[few, forFew], [many, forMany]] = [await ask(FEW), await ask(MANY)];
    expect(few).toBe(FEW);
    expect(many).toBeGreaterThan(FEW);
    expect({ forFew, forMany }).toEqual({ forFew: statements, forMany: statements });
  });

  test('of nodes of one type is 1, of all types one each', async () => {
    const query = `query ($id: ID!) { story(id: $id) { claims(first: 50) { nodes { id } } sources(first: 20) { nodes { id } } contradictions(first: 20) { nodes { id } } } }`;
    const { story } = await read(app, query, { id: world.story });
    const [claims, sources, contradictions] = [story.claims, story.sources, story.contradictions].map(
      ({ nodes }: Json) => nodes.map(({ id }: Json) => id),
    );
    const count = async (ids: string[]): Promise<number> =>
      (await app.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids }, { key: null }))
        .sqlStatements;
    expect(await count(claims.slice(0, 5))).toBe(1);
    expect(await count(claims)).toBe(1);
    expect(await count([...claims, ...sources, ...contradictions])).toBe(3);
  });

  test('of what is derived is that of the vocabulary’s version, where no identity names the property', async () => {
    const at = await world.another();
    await at.claim({ property: 'altitude', quantity: '9000' });
    await publishEverything(app.database);
    const count = async (fields: string): Promise<number> => {
      const query = `query ($id: ID!) { story(id: $id) { questions { nodes { id ${fields} } } } }`;
      return (await app.graphql(query, { id: at.story }, { key: null })).sqlStatements;
    };
    expect(await count('derivedPositions { explanation }')).toBe((await count('')) + 1);
  });

  describe('of a write', () => {
    const write = async (words: Parameters<World['inputOf']>[0], at: World): Promise<number> => {
      const answer = await app.graphql(documentOf('claimCreate'), { input: at.inputOf(words) });
      expect(answer.body.data.claimCreate.userErrors).toEqual([]);
      return answer.sqlStatements;
    };

    test('does not grow with the size of the story', async () => {
      const small = await world.another();
      expect(await write({ property: 'altitude', quantity: '1' }, small)).toBe(
        await write({ property: 'altitude', quantity: '1' }, world),
      );
    });

    test('does not grow with the number of contradictions that a new claim raises', async () => {
      const at = await world.another();
      await write({ property: 'altitude', quantity: '0' }, at);
      const counts = [await write({ property: 'altitude', quantity: '1' }, at)];
      for (let i = 2; i < 20; i += 1) counts.push(await write({ property: 'altitude', quantity: String(i) }, at));
      expect(new Set(counts).size).toBe(1);
    });

    test('does not grow with the number of citations, of the claim or of the input', async () => {
      const at = await world.another();
      const words = { property: 'altitude', quantity: '1' };
      await write(words, at);
      const counts = [await write(words, at)];
      for (let i = 0; i < 20; i += 1) counts.push(await write(words, at));
      const input = at.inputOf(words);
      input.citations = Array.from({ length: 50 }, () => at.citationOf());
      const answer = await app.graphql(documentOf('claimCreate'), { input });
      expect(answer.body.data.claimCreate.userErrors).toEqual([]);
      expect(new Set([...counts, answer.sqlStatements]).size).toBe(1);
    });

    test('of a citation does not grow with those that are there', async () => {
      const at = await world.another();
      const { claim } = await at.claim({ quantity: '1' });
      const counts: number[] = [];
      for (let i = 0; i < 12; i += 1) {
        const answer = await app.graphql(documentOf('citationAdd'), {
          input: { claim: claim.id, citation: at.citationOf() },
        });
        counts.push(answer.sqlStatements);
      }
      expect(new Set(counts).size).toBe(1);
    });

    test('that is refused for its form is that of signing in', async () => {
      const input = world.inputOf({ quantity: 'many' });
      expect((await attempt(app, 'claimCreate', { input })).userErrors).toHaveLength(1);
      expect((await app.graphql(documentOf('claimCreate'), { input })).sqlStatements).toBe(1);
    });
  });
});

/** How many items the outermost list of an answer has. */
function rowsOf(field: Json): number {
  if (Array.isArray(field.nodes)) return field.nodes.length;
  return rowsOf(Object.values(field)[0]);
}
