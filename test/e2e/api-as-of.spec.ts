import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
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
    { property: 'aboard', quantity: '67' },
    { property: 'aboard', quantity: '72' },
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

const POSITIONS = `claim { statement } corroboration { citations sources publishers independentOrigins }
  claimants { name } firstSeen lastSeen`;
const FOUND = 'kind strength rule explanation members { statement }';
const THEN = `query ($story: ID!, $asOf: DateTime!) { story(id: $story) { questions(asOf: $asOf) { nodes {
  property { key } positions(asOf: $asOf) { ${POSITIONS} } found: contradictionsAsOf(asOf: $asOf) { ${FOUND} contradiction { rule } } } }
  disputed: questions(asOf: $asOf, disputed: true) { totalCount nodes { property { key } subject {
    questions(asOf: $asOf, disputed: false) { property { key } } } } } } }`;
const NOW = `query ($story: ID!) { story(id: $story) { questions { nodes {
  property { key } disputed positions { ${POSITIONS} } contradictions { status ${FOUND} } } } } }`;

const inOrder = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();
/** What of a question does not depend on the ids of its claims. */
const told = ({ property, positions, found }: Json): Json => ({
  property,
  positions: inOrder(positions.map((each: Json) => ({ ...each, claimants: inOrder(each.claimants) }))),
  found: inOrder(
    found.map(({ kind, strength, rule, explanation, members }: Json) => ({
      kind,
      strength,
      rule,
      explanation,
      members: inOrder(members),
    })),
  ),
});

describe.each(testDatabases)('what was known by some day, on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let agents: string[];
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    agents = [await first.agent('The ministry'), await first.agent('The paper')];
  });
  afterAll(() => app.close());

  /** A story in which all of this is said. */
  async function storyOf(words: readonly Said[]): Promise<World> {
    const world = await first.another();
    const sources: string[] = [];
    for (const [i, publishedAt] of PUBLISHED.entries()) {
      const publisher = i % 2 === 0 ? agents[1] : undefined;
      const dated = publishedAt === null ? {} : { publishedAt };
      sources.push(await world.addSource({ title: `Source ${i}`, publisher, ...dated }));
    }
    for (const { what, source, claimant, ...rest } of words) {
      const by = claimant === undefined ? {} : { claimant: agents[claimant]! };
      const { saidOn, certainty } = rest;
      await world.claim({ ...what, ...by, certainty, ...(saidOn && { saidOn }), source: sources[source]! });
    }
    return world;
  }

  test('is what a story of nothing but that day’s citations says now', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 4, maxLength: 9 }), async (words) => {
        const world = await storyOf(words);
        for (const [day, asOf] of DAYS.entries()) {
          const then = (await read(app, THEN, { story: world.story, asOf })).story;
          const fresh = await storyOf(words.filter(({ source }) => source <= day));
          const now = (await read(app, NOW, { story: fresh.story })).story.questions.nodes as Json[];
          const expected = now.map(({ contradictions, ...rest }) => ({ ...rest, found: contradictions }));
          expect(inOrder(then.questions.nodes.map(told))).toEqual(inOrder(expected.map(told)));
          const disputed = now.filter((question) => question.disputed).map(({ property }) => property.key);
          expect(then.disputed.nodes.map(({ property }: Json) => property.key).sort()).toEqual(disputed.sort());
          expect(then.disputed.totalCount).toBe(disputed.length);
          for (const { subject } of then.disputed.nodes) {
            expect(subject.questions).toHaveLength(now.length - disputed.length);
          }
          found += disputed.length;
        }
      }),
      { numRuns: 6, interruptAfterTimeLimit: 40_000, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(0);
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
