import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';
import { randomSelection, SELECTION_VARIABLES } from './support/random-selection.js';

/*
 * Lists, stories and claims by id are read with what hangs on them, as far as a query allows; `nodes` reads every object
 * whole and what hangs on it by loaders. Whatever is asked, the two must say the same.
 */

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const RUNS = 40;

/** Where objects are found with what hangs on them, by the fields of an answer. */
const WAYS: [type: string, field: (selection: string) => string, ...path: string[]][] = [
  ['Claim', (s) => `claims(first: 3, filter: { story: $story }) { nodes { ${s} } }`, 'claims', 'nodes'],
  ['Claim', (s) => `story(id: $story) { title claims(first: 4) { nodes { ${s} } } }`, 'story', 'claims', 'nodes'],
  [
    'Claim',
    (s) => `story(id: $story) { claims(first: 2, after: $after) { edges { node { ${s} } } } }`,
    'story',
    'claims',
    'edges',
    'node',
  ],
  [
    'Claim',
    (s) => `story(id: $story) { claims(last: 2, orderBy: { field: UPDATED_AT, direction: ASC }) { nodes { ${s} } } }`,
    'story',
    'claims',
    'nodes',
  ],
  ['Claim', (s) => `claim(id: $claim) { ${s} }`, 'claim'],
  [
    'Contradiction',
    (s) => `contradictions(first: 3, filter: { story: $story }) { nodes { ${s} } }`,
    'contradictions',
    'nodes',
  ],
  [
    'Contradiction',
    (s) => `story(id: $story) { contradictions(first: 3) { nodes { ${s} } } }`,
    'story',
    'contradictions',
    'nodes',
  ],
];

describe.each(testDatabases)('what comes with a row on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let claim: string;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    claim = await tell(world);
  }, 120_000);
  afterAll(() => app.close());

  const asked = async (fields: string, after: string | null): Promise<Json> => {
    const uses = (name: string) => fields.includes(`$${name}`);
    const own = [uses('story') && '$story: ID!', uses('claim') && '$claim: ID!'];
    const shared = SELECTION_VARIABLES.split(', ').filter((text) => uses(text.slice(1, text.indexOf(':'))));
    const variables = [...own, ...shared].filter((text) => text !== false).join(', ');
    const query = `query ${variables && `(${variables})`} { ${fields} }`;
    if (validate(schema, parse(query)).length > 0) return null;
    return read(app, query, { story: world.story, claim, after });
  };

  test.each(WAYS)('is what is read by itself: %s, %#', async (type, field, ...path) => {
    const { claims } = (
      await read(app, 'query ($story: ID!) { story(id: $story) { claims(first: 2) { pageInfo { endCursor } } } }', {
        story: world.story,
      })
    ).story;
    const cursor: string = claims.pageInfo.endCursor;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 5, maxLength: 80 }), async (tape) => {
        const selection = randomSelection(schema, type, tape);
        const answer = await asked(field(selection), cursor).catch(() => null);
        if (answer === null) return;
        const found = at(answer, path);
        const ids = found.map(({ id }: Json) => id);
        const whole = await asked(
          `nodes(ids: ${JSON.stringify(ids)}) { ... on ${type} { ${selection} } }`,
          cursor,
        ).catch(() => null);
        if (whole === null) return;
        compared += found.length;
        expect(found).toEqual(whole.nodes);
      }),
      { numRuns: RUNS, seed: 20_260_101 },
    );
    expect(compared).toBeGreaterThan(RUNS / 2);
  });
});

/** What stands at a path of fields, of lists every item. */
function at(answer: Json, path: readonly string[]): Json[] {
  return path.reduce<Json[]>((found, name) => found.flatMap((each) => each[name]), [answer]);
}

/** A story with claims of every kind, several citations, and contradictions. @returns the id of one of its claims */
async function tell(world: World): Promise<string> {
  const ministry = await world.agent('The ministry', { kind: 'OFFICE' });
  const paper = await world.agent('The paper');
  const wire = await world.addSource({ title: 'The wire', publisher: paper, publishedAt: '2024-12-25T10:00:00Z' });
  const source = await world.addSource({ title: 'A copy', derivedFrom: wire, url: 'https://example.org/copy' });
  const { claim } = await world.claim({ quantity: '38', source, claimant: ministry, saidOn: '2024-12-26' });
  await world.claim({ quantity: '38', source: wire, certainty: 'POSSIBLE' });
  await world.claim({ quantity: '38' });
  await world.claim({ quantity: { lowerBound: '42' }, source: wire });
  await world.claim({ quantity: '23', scope: { role: 'crew' } });
  await world.claim({ property: 'cause', concept: 'bird strike', claimant: ministry });
  const { contradictions } = await world.claim({ property: 'cause', concept: 'missile', source });
  await world.resolve(contradictions[0].id, { outcome: 'BOTH_STAND', upheld: [contradictions[0].members[0].id] });
  await world.claim({ property: 'cause', unknown: true });
  await world.claim({ property: 'altitude', quantity: { amount: '2500', unit: 'm' } });
  return claim.id;
}
