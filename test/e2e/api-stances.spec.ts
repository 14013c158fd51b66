import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const STANCES = `query ($agent: ID!, $story: ID!, $first: Int, $after: String) { agent(id: $agent) {
  stances(story: $story, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    change saidOn claim { id statement } agent { name } question { id } source { title }
    citation { id quote { exact } } previous { id claim { id } } } } } }`;

describe.each(testDatabases)('stances over the API on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let russia: string;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    russia = await world.agent('Russia');
    const authority = await world.agent('Aviation authority', { partOf: russia });
    const office = await world.agent('Press office', { partOf: authority });
    const president = await world.agent('President', { partOf: russia });
    const paper = await world.agent('The paper');
    const article = await world.addSource({
      publisher: paper,
      publishedAt: '2024-12-29T10:00:00Z',
      title: 'An article',
    });
    const { claim } = await world.claim({
      property: 'cause',
      concept: 'bird strike',
      claimant: authority,
      saidOn: '2024-12-25',
    });
    await world.claim({ property: 'jammed', boolean: true, claimant: office, saidOn: '2024-12-26' });
    await world.cite(claim.id, { claimant: office, saidOn: '2024-12-26' });
    await world.claim({
      property: 'cause',
      concept: 'external interference',
      claimant: president,
      saidOn: '2024-12-28',
    });
    await world.claim({ property: 'cause', concept: 'missile', source: article });
    await world.claim({ property: 'cause', concept: 'bird strike', polarity: 'DENIED', claimant: president });
    const { claim: misread } = await world.claim({ property: 'score', quantity: '1', claimant: president });
    await world.retract(misread.id);
  });
  afterAll(() => app.close());

  const stances = async (agent: string, page: object = {}): Promise<Json> =>
    (await read(app, STANCES, { agent, story: world.story, ...page })).agent.stances;
  const told = (nodes: Json[]): string[] =>
    nodes.map(({ change, saidOn, agent, claim }) => `${saidOn} ${agent.name} ${claim.statement.slice(11)} ${change}`);

  test('of an agent and its parts at any depth, oldest first, with the change of position', async () => {
    const { nodes, totalCount } = await stances(russia);
    expect(told(nodes)).toEqual([
      '2024-12-25 Aviation authority Cause: bird strike NEW',
      '2024-12-26 Press office GPS jammed: yes NEW',
      '2024-12-26 Press office Cause: bird strike REPEATED',
      '2024-12-28 President Cause: external interference CHANGED',
      'null President denied: bird strike as cause NEW',
    ]);
    expect(totalCount).toBe(5);
    expect(nodes[3].previous.id).toBe(nodes[2].citation.id);
    expect(nodes[0].previous).toBeNull();
  });

  test('of an outlet that speaks in its own voice', async () => {
    const { agents } = await read(app, 'query { agents(query: "The paper") { nodes { id } } }');
    const { nodes } = await stances(agents.nodes[0].id);
    expect(told(nodes)).toEqual(['2024-12-29 The paper Cause: missile NEW']);
    expect(nodes[0].source.title).toBe('An article');
  });

  test('come in pages that meet', async () => {
    const whole = (await stances(russia)).nodes;
    const seen: Json[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await stances(russia, { first: 2, after });
      seen.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(whole);
  });

  /** What is said on the cause of the crash, by voice. */
  const VOICES = `query ($id: ID!, $first: Int, $after: String, $each: Int) { question(id: $id) {
    stances(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { speakers agent { name }
      stances(first: $each) { totalCount pageInfo { hasNextPage } nodes { change saidOn agent { name } claim { statement }
        citation { id } previous { id } } } } } } }`;
  const causeOf = async (): Promise<string> => {
    const { nodes } = await stances(russia);
    return nodes[0].question.id;
  };

  test('on a question are those of whole agents, whoever spoke first before the others', async () => {
    const { question } = await read(app, VOICES, { id: await causeOf() });
    const voices = question.stances.nodes as Json[];
    expect(voices.map(({ agent, speakers }) => [agent.name, speakers])).toEqual([
      ['Russia', 3],
      ['The paper', 1],
    ]);
    expect(question.stances.totalCount).toBe(2);
    expect(told(voices[0].stances.nodes)).toEqual([
      '2024-12-25 Aviation authority Cause: bird strike NEW',
      '2024-12-26 Press office Cause: bird strike REPEATED',
      '2024-12-28 President Cause: external interference CHANGED',
      'null President denied: bird strike as cause NEW',
    ]);
    expect(voices[0].stances.totalCount).toBe(4);
    expect(voices[0].stances.nodes[2].previous.id).toBe(voices[0].stances.nodes[1].citation.id);
    expect(told(voices[1].stances.nodes)).toEqual(['2024-12-29 The paper Cause: missile NEW']);
  });

  test('on a question come in pages, at one price for few voices and for many', async () => {
    const id = await causeOf();
    const { body } = await app.graphql(VOICES, { id, first: 1, each: 1 });
    const page = body.data.question.stances;
    expect([page.nodes.length, page.pageInfo.hasNextPage, page.nodes[0].stances.pageInfo.hasNextPage]).toEqual([
      1,
      true,
      true,
    ]);
    const next = (await read(app, VOICES, { id, first: 1, after: page.pageInfo.endCursor })).question.stances;
    expect([next.nodes[0].agent.name, next.pageInfo.hasNextPage]).toEqual(['The paper', false]);
    const price = async (first: number): Promise<number> => (await app.graphql(VOICES, { id, first })).sqlStatements;
    expect(await price(2)).toBe(await price(1));
  });

  test('follow a part that becomes a part of something else', async () => {
    const own = await world.another();
    const [state, ministry] = [await own.agent('State'), await own.agent('Ministry')];
    const { claim } = await own.claim({ quantity: '38', claimant: state, saidOn: '2024-12-25' });
    await own.claim({ quantity: '40', claimant: ministry, saidOn: '2024-12-26' });
    const names = async (): Promise<Json[]> =>
      (await read(app, VOICES, { id: claim.question.id })).question.stances.nodes.map(
        ({ agent, stances: said }: Json) => [agent.name, said.nodes.map(({ change }: Json) => change)],
      );
    expect(await names()).toEqual([
      ['State', ['NEW']],
      ['Ministry', ['NEW']],
    ]);
    await change(app, 'agentUpdate', { id: ministry, input: { partOf: state } });
    expect(await names()).toEqual([['State', ['NEW', 'CHANGED']]]);
  });

  test('of many agents cost no more statements than of one', async () => {
    const query = `query ($story: ID!, $first: Int!) { agents(first: $first) { nodes {
      stances(story: $story, first: 3) { nodes { change agent { name } previous { id } claim { statement } } } } } }`;
    const counts = [];
    for (const first of [2, 2, 5]) {
      const { body, sqlStatements } = await app.graphql(query, { story: world.story, first });
      expect(body.errors).toBeUndefined();
      counts.push(sqlStatements);
    }
    expect(counts[2]).toBe(counts[1]);
  });

  test('of an id that is no story are refused', async () => {
    const { body } = await app.graphql(STANCES, { agent: russia, story: russia });
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});
