import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { createTies } from './support/api-ties.js';
import { World, type ClaimWords } from './support/api-world.js';

const DAYS = ['2024-12-25T12:00:00Z', '2024-12-26T12:00:00Z', '2024-12-28T12:00:00Z'] as const;
/** The fourth source is dated by nobody. */
const PUBLISHED = [...DAYS, null] as const;

const said = fc.record({
  what: fc.constantFrom<ClaimWords>(
    { quantity: '38' },
    { quantity: '42' },
    { quantity: '23', scope: { role: 'crew' } },
    { property: 'inHospital', quantity: '10' },
    { property: 'inHospital', quantity: '11' },
    { quantity: '3', scope: { role: 'crew', nationality: 'Russian' } },
    { quantity: '70', scope: { nationality: 'Kazakh' } },
    { property: 'aboard', quantity: '67' },
    { property: 'aboard', quantity: '72' },
    { property: 'survivors', quantity: '32' },
    { property: 'survivors', quantity: '29' },
    { property: 'survivors', quantity: '5', scope: { nationality: 'Kazakh' } },
    { property: 'passengers', quantity: '62' },
    { property: 'crewAboard', quantity: { lowerBound: '6' } },
    { property: 'departedAt', time: '2024-12-25' },
    { property: 'departedAt', time: '2024-12-27' },
    { property: 'occurredOn', time: '2024-12-25' },
    { property: 'occurredOn', time: '2024-12-26', scope: { place: 'Aktau' } },
    { property: 'reportedAt', time: '2024-12-24' },
    { property: 'cause', concept: 'bird strike' },
    { property: 'cause', concept: 'missile' },
    { property: 'jammed', boolean: true },
    { property: 'jammed', boolean: true, polarity: 'DENIED' },
  ),
  source: fc.nat({ max: 3 }),
  claimant: fc.constantFrom(undefined, 0, 1),
  certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
  saidOn: fc.constantFrom(undefined, '2024-12-24', '2024-12-26'),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

/** A sum, an order, a part of a whole and a pair that only the later days break, over texts that only the third day ties together. */
const words = (what: ClaimWords, source: number): Said => ({
  what,
  source,
  claimant: undefined,
  certainty: 'CERTAIN',
  saidOn: undefined,
});
const EXAMPLES: [Said[]][] = [
  [
    [
      words({ quantity: '38' }, 0),
      words({ quantity: '38' }, 1),
      words({ quantity: '42' }, 2),
      words({ property: 'aboard', quantity: '67' }, 0),
      words({ property: 'survivors', quantity: '32' }, 1),
      words({ property: 'survivors', quantity: '29' }, 3),
    ],
  ],
  [
    [
      words({ property: 'departedAt', time: '2024-12-27' }, 0),
      words({ property: 'reportedAt', time: '2024-12-24' }, 1),
      words({ quantity: '40', scope: { nationality: 'Kazakh' } }, 0),
      words({ quantity: '30', scope: { nationality: 'Russian' } }, 1),
      words({ quantity: '50' }, 2),
      words({ property: 'aboard', quantity: '45' }, 2),
      words({ property: 'altitude', quantity: '900' }, 0),
      words({ property: 'altitude', quantity: '1000' }, 1),
    ],
  ],
];
/** Texts of which the third is one with the first and with the second, which are not one with each other. */
const entries = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `Line ${from + i} of the page.`).join(' ');
const TEXTS = [entries(1, 300), entries(101, 400), entries(51, 350), entries(1, 400)] as const;
const FIRST_SHARED = 101;

const POSITIONS = `claim { statement } corroboration { citations sources publishers independentOrigins }
  claimants { name } firstSeen lastSeen`;
const DERIVED = `explanation value { amount lowerBound upperBound } scope { dimension concept { prefLabel } }
  restsOn { statement } identities { key }`;
const FOUND = 'kind strength rule explanation members { statement }';
const THEN = `query ($story: ID!, $asOf: DateTime!) { story(id: $story) {
  questions(asOf: $asOf) { nodes { property { key } positions(asOf: $asOf) { ${POSITIONS} }
    derived: derivedPositions(asOf: $asOf) { ${DERIVED} }
    found: contradictionsAsOf(asOf: $asOf) { ${FOUND} contradiction { rule } } } }
  disputed: questions(asOf: $asOf, disputed: true) { totalCount nodes { property { key } subject {
    questions(asOf: $asOf, disputed: false) { property { key } } } } }
  all: contradictionsAsOf(asOf: $asOf, first: 100) { totalCount nodes { ${FOUND} } }
  claims(first: 100) { nodes { statement found: contradictionsAsOf(asOf: $asOf) { totalCount nodes { ${FOUND} } } } } } }`;
const OPEN = 'filter: { status: OPEN }';
const NOW = `query ($story: ID!) { story(id: $story) { questions { nodes { property { key } disputed
  positions { ${POSITIONS} } derived: derivedPositions { ${DERIVED} } found: contradictions(${OPEN}) { ${FOUND} } } }
  all: contradictions(first: 100, ${OPEN}) { totalCount nodes { ${FOUND} } }
  claims(first: 100) { nodes { statement found: contradictions(${OPEN}) { totalCount nodes { ${FOUND} } } } } } }`;

const inOrder = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();
/** The words of an explanation in no order: which of two claims that were made at once comes first, their ids settle. */
const wordsOf = (explanation: string): string[] =>
  explanation
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)!
    .sort();
/** What of contradictions does not depend on the ids of their members. */
const foundIn = (found: Json[]): string[] =>
  inOrder(
    found.map(({ kind, strength, rule, explanation, members }: Json) => ({
      kind,
      strength,
      rule,
      explanation: wordsOf(explanation),
      members: inOrder(members),
    })),
  );
const told = ({ property, positions, derived, found }: Json): Json => ({
  property,
  positions: inOrder(positions.map((each: Json) => ({ ...each, claimants: inOrder(each.claimants) }))),
  derived: inOrder(derived.map((each: Json) => ({ ...each, restsOn: inOrder(each.restsOn) }))),
  found: foundIn(found),
});
/** The claims that are in a contradiction, with what they are in. */
const claimsIn = ({ nodes }: Json): string[] =>
  inOrder(
    nodes
      .filter(({ found }: Json) => found.totalCount > 0)
      .map(({ statement, found }: Json) => [statement, found.totalCount, foundIn(found.nodes)]),
  );

describe.each(testDatabases)('what was known by some day, on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let agents: string[];
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    await createTies(app);
    agents = [await first.agent('The ministry'), await first.agent('The paper')];
  });
  afterAll(() => app.close());

  /** A story in which all of this is said, with the first of the sources. */
  async function storyOf(words: readonly Said[], sourceCount: number = PUBLISHED.length): Promise<World> {
    const world = await first.another();
    const sources: string[] = [];
    for (const [i, publishedAt] of PUBLISHED.slice(0, sourceCount).entries()) {
      const publisher = i % 2 === 0 ? agents[1] : undefined;
      const dated = publishedAt === null ? {} : { publishedAt };
      sources.push(await world.addSource({ title: `Source ${i}`, text: TEXTS[i], publisher, ...dated }));
    }
    for (const [i, { what, source, claimant, ...rest }] of words.entries()) {
      const by = claimant === undefined ? {} : { claimant: agents[claimant]! };
      const { saidOn, certainty } = rest;
      const quote = `Line ${FIRST_SHARED + i} of the page.`;
      await world.claim({ ...what, ...by, certainty, ...(saidOn && { saidOn }), source: sources[source]!, quote });
    }
    return world;
  }

  test('is what a story of nothing but that day’s citations says now', async () => {
    const found = new Set<string>();
    let derived = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 6, maxLength: 12 }), async (words) => {
        const world = await storyOf(words);
        for (const [day, asOf] of DAYS.entries()) {
          const then = (await read(app, THEN, { story: world.story, asOf })).story;
          const fresh = await storyOf(
            words.filter(({ source }) => source <= day),
            day + 1,
          );
          const now = (await read(app, NOW, { story: fresh.story })).story;
          const questions = now.questions.nodes as Json[];
          expect(inOrder(then.questions.nodes.map(told))).toEqual(inOrder(questions.map(told)));
          expect(foundIn(then.all.nodes)).toEqual(foundIn(now.all.nodes));
          expect(then.all.totalCount).toBe(now.all.totalCount);
          expect(claimsIn(then.claims)).toEqual(claimsIn(now.claims));
          const disputed = questions.filter((question) => question.disputed).map(({ property }) => property.key);
          expect(then.disputed.nodes.map(({ property }: Json) => property.key).sort()).toEqual(disputed.sort());
          expect(then.disputed.totalCount).toBe(disputed.length);
          for (const { subject } of then.disputed.nodes) {
            expect(subject.questions).toHaveLength(questions.length - disputed.length);
          }
          for (const { kind } of now.all.nodes) found.add(kind);
          derived += questions.flatMap((question) => question.derived).length;
        }
      }),
      { numRuns: 5, examples: EXAMPLES, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
    expect([...found]).toEqual(expect.arrayContaining(['QUANTITY', 'ARITHMETIC', 'ORDER', 'SCOPE']));
    expect(derived).toBeGreaterThan(0);
  });

  test('counts two reports as two origins until a text appears that both are one with', async () => {
    const world = await storyOf([
      words({ quantity: '38' }, 0),
      words({ quantity: '38' }, 1),
      words({ quantity: '38' }, 2),
    ]);
    const query = `query ($id: ID!, $asOf: DateTime!) { story(id: $id) { questions { nodes {
      positions(asOf: $asOf) { corroboration { independentOrigins } } } } } }`;
    const counts = [];
    for (const asOf of DAYS) {
      const [question] = (await read(app, query, { id: world.story, asOf })).story.questions.nodes;
      counts.push(question.positions[0].corroboration.independentOrigins);
    }
    expect(counts).toEqual([1, 2, 1]);
  });

  test('comes in pages that meet, of a story and of a claim', async () => {
    const world = await first.another();
    const source = await world.addSource({ publishedAt: DAYS[0] });
    for (const property of ['altitude', 'aboard', 'score']) {
      for (const quantity of ['1', '2', '3']) await world.claim({ property, quantity, source });
    }
    const { claim } = await world.claim({ property: 'aboard', quantity: '4', source });
    const page = `totalCount pageInfo { hasNextPage endCursor } nodes { explanation }`;
    const query = `query ($story: ID!, $claim: ID!, $asOf: DateTime!, $first: Int, $after: String, $of: String) {
      story(id: $story) { contradictionsAsOf(asOf: $asOf, first: $first, after: $after) { ${page} } }
      claim(id: $claim) { contradictionsAsOf(asOf: $asOf, first: $first, after: $of) { ${page} } } }`;
    const all = { story: world.story, claim: claim.id, asOf: DAYS[1], first: 100 };
    const whole = await read(app, query, all);
    expect(whole.story.contradictionsAsOf.totalCount).toBe(12);
    expect(whole.claim.contradictionsAsOf.totalCount).toBe(3);
    for (const [owner, cursor] of [
      ['story', 'after'],
      ['claim', 'of'],
    ] as const) {
      const seen: Json[] = [];
      for (let at: string | null = null, more = true; more;) {
        const part: Json = (await read(app, query, { ...all, first: 2, [cursor]: at }))[owner].contradictionsAsOf;
        seen.push(...part.nodes);
        [at, more] = [part.pageInfo.endCursor, part.pageInfo.hasNextPage];
      }
      expect(seen).toEqual(whole[owner].contradictionsAsOf.nodes);
    }
    const early = await read(app, query, { ...all, asOf: '2024-12-24T00:00:00Z' });
    expect([early.story.contradictionsAsOf.nodes, early.claim.contradictionsAsOf.nodes]).toEqual([[], []]);
  });

  test('a conflict that a correction has softened since, with what is kept of it', async () => {
    const world = await first.another();
    const [ministry] = agents as [string];
    const early = await world.addSource({ publishedAt: DAYS[0] });
    const middle = await world.addSource({ publishedAt: DAYS[1] });
    const late = await world.addSource({ publishedAt: DAYS[2] });
    await world.claim({ quantity: '42', claimant: ministry, source: early, saidOn: '2024-12-25' });
    const { claim } = await world.claim({ quantity: '38', claimant: agents[1]!, source: middle, saidOn: '2024-12-26' });
    await world.cite(claim.id, { claimant: ministry, source: late, saidOn: '2024-12-27' });
    const query = `query ($id: ID!, $asOf: DateTime!) { story(id: $id) { subjects { nodes { contradictionsAsOf(asOf: $asOf) {
      rule asOf contradiction { rule status } } } } } }`;
    const rules = [];
    for (const asOf of DAYS) {
      const [{ contradictionsAsOf }] = (await read(app, query, { id: world.story, asOf })).story.subjects.nodes as [
        Json,
      ];
      rules.push(contradictionsAsOf.map(({ rule, contradiction }: Json) => [rule, contradiction.rule]));
    }
    expect(rules).toEqual([
      [],
      [['quantity-disjoint', 'figure-corrected']],
      [['figure-corrected', 'figure-corrected']],
    ]);
  });

  test('costs as many statements for few questions as for many', async () => {
    const few = await storyOf([]);
    const counts = [];
    for (const property of ['aboard', 'altitude', 'score', 'fatalities']) {
      const source = await few.addSource({ publishedAt: DAYS[0] });
      await few.claim({ property, quantity: '1', source });
      await few.claim({ property, quantity: '2', source });
      const { body, sqlStatements } = await app.graphql(THEN, { story: few.story, asOf: DAYS[2] });
      expect(body.errors).toBeUndefined();
      counts.push(sqlStatements);
    }
    expect(new Set(counts.slice(1)).size).toBe(1);
  });
});
