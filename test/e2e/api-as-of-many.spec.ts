import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { copySubject } from '../support/copied-subjects.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import type { Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const COPIES = 1_100;
const AS_OF = '2024-12-26T00:00:00Z';

const QUESTIONS = `query ($story: ID!, $disputed: Boolean, $after: String) { story(id: $story) {
  page: questions(asOf: "${AS_OF}", disputed: $disputed, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } } }`;
const CONTRADICTIONS = `query ($story: ID!, $after: String) { story(id: $story) {
  page: contradictionsAsOf(asOf: "${AS_OF}", after: $after) { pageInfo { hasNextPage endCursor } nodes { members { statement } } } } }`;

describe.each(testDatabases)('a story of many questions as of some day, on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let statementsOfFew: number;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    const source = await world.addSource({ publishedAt: '2024-12-25T12:00:00Z' });
    await world.claim({ property: 'altitude', quantity: '1000', source });
    await page(QUESTIONS, { disputed: false });
    statementsOfFew = (await page(QUESTIONS, { disputed: false })).sqlStatements;
    await copySubject(app.database, COPIES);
    const [last] = await app.database.query<{ storyId: string; id: string }>(Prisma.sql`
      SELECT q.story_id AS "storyId", q.subject_id AS id FROM question q ORDER BY q.id DESC LIMIT 1`);
    const subject = encodeId('Subject', last!);
    await world.claim({ property: 'altitude', quantity: '2000', subject, source });
  });
  afterAll(() => app.close());

  async function page(query: string, variables: object): Promise<{ page: Json; sqlStatements: number }> {
    const { body, sqlStatements } = await app.graphql(query, { story: world.story, ...variables });
    expect(body.errors).toBeUndefined();
    return { page: body.data.story.page, sqlStatements };
  }

  test('costs as much for a page as one of few, where the first questions fill it', async () => {
    const { page: first, sqlStatements } = await page(QUESTIONS, { disputed: false });
    expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([20, true]);
    expect(sqlStatements).toBe(statementsOfFew);
  });

  test.each([
    ['questions that were disputed', QUESTIONS],
    ['contradictions', CONTRADICTIONS],
  ])('gives %s after a thousand others in a further page, and looks at a thousand for one', async (_what, query) => {
    const { page: first, sqlStatements } = await page(query, { disputed: true });
    expect([first.nodes, first.pageInfo.hasNextPage]).toEqual([[], true]);
    expect(sqlStatements).toBeLessThan(40);
    const { page: second } = await page(query, { disputed: true, after: first.pageInfo.endCursor });
    expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
  });

  test('counts all of them when asked', async () => {
    const query = `query ($story: ID!) { story(id: $story) { page: questions(asOf: "${AS_OF}", disputed: false, first: 1) { totalCount }
      all: contradictionsAsOf(asOf: "${AS_OF}", first: 1) { totalCount } } }`;
    const { body } = await app.graphql(query, { story: world.story });
    expect(body.data.story).toEqual({ page: { totalCount: COPIES }, all: { totalCount: 1 } });
  });
});
