import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { read, type Json } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const LEADING = 64;
const ANSWERS = 70;

const IMPORT = `mutation ($input: ClaimImportInput!) { claimImport(input: $input) {
  claimImport { claims { id } raised } userErrors { message } } }`;

/** A question on which every answer contradicts every other: altitudes, each of one metre. */
class Question {
  constructor(
    private readonly app: TestApp,
    readonly world: World,
  ) {}

  async import(from: number, to: number): Promise<{ ids: string[]; raised: number }> {
    const words = Array.from({ length: to - from }, (_, i) => ({ property: 'altitude', quantity: String(from + i) }));
    const claims = words.map((each) => this.world.inputOf(each));
    const { claimImport } = await read(this.app, IMPORT, { input: { claims } });
    const { claims: written, raised } = claimImport.claimImport;
    return { ids: written.map(({ id }: Json) => id), raised };
  }

  async add(amount: number): Promise<Json> {
    return this.world.claim({ property: 'altitude', quantity: String(amount) });
  }

  /** The pairs of statements that are stored and stand. */
  async standing(): Promise<string[]> {
    return (await this.#rows(Prisma.sql`x.status <> 'LAPSED'`)).sort();
  }

  async lapsed(): Promise<number> {
    return (await this.#rows(Prisma.sql`x.status = 'LAPSED'`)).length;
  }

  /** What the rule keeps, from the claims alone: each leader with all before it, each further answer with the first. */
  async expected(): Promise<string[]> {
    const ranked = await this.app.database.query<{ amount: string }>(Prisma.sql`
      SELECT quantity_amount::text AS amount FROM claim c JOIN story s ON s.id = c.story_id WHERE s.slug = ${await this.#slug()}
        AND c.status <> 'RETRACTED' AND c.rank <> 'DEPRECATED'
      ORDER BY c.rank = 'PREFERRED' DESC, floor(log(2, c.citation_count)) DESC, first_said_from, first_said_to, identity`);
    const pair = (a: { amount: string }, b: { amount: string }): string => [a.amount, b.amount].sort().join(' ');
    return ranked
      .flatMap((claim, rank) => ranked.slice(0, rank < LEADING ? rank : 1).map((other) => pair(claim, other)))
      .sort();
  }

  async #rows(where: Prisma.Sql): Promise<string[]> {
    const rows = await this.app.database.query<{ pair: string }>(Prisma.sql`
      SELECT (SELECT string_agg(c.quantity_amount::text, ' ' ORDER BY c.quantity_amount::text COLLATE "C") FROM contradiction_member m
        JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
        WHERE m.story_id = x.story_id AND m.contradiction_id = x.id) AS pair
      FROM contradiction x JOIN story s ON s.id = x.story_id WHERE s.slug = ${await this.#slug()} AND ${where}`);
    return rows.map(({ pair }) => pair);
  }

  async #slug(): Promise<string> {
    return (await read(this.app, 'query ($id: ID!) { story(id: $id) { slug } }', { id: this.world.story })).story.slug;
  }

  async state(): Promise<Json> {
    const query = `query ($id: ID!) { node(id: $id) { ... on Subject { questions {
      disputed condensation { answers leading } contradictions { status } } } } }`;
    return (await read(this.app, query, { id: this.world.subject })).node.questions[0];
  }
}

describe.each(testDatabases)('a question with very many answers on %s', (kind) => {
  let app: TestApp;
  let first: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  afterAll(() => app.close());

  const open = async (): Promise<Question> => new Question(app, await first.another());
  const kept = (answers: number): number => (LEADING * (LEADING - 1)) / 2 + (answers - LEADING);

  test('keeps every pair of as many answers as lead, and one more of one more', async () => {
    const question = await open();
    expect((await question.import(100, 100 + LEADING)).raised).toBe((LEADING * (LEADING - 1)) / 2);
    expect((await question.state()).condensation).toBeNull();
    const { contradictions } = await question.add(900);
    expect((await question.state()).condensation).toEqual({ answers: LEADING + 1, leading: LEADING });
    expect(await question.standing()).toEqual(await question.expected());
    expect(await question.standing()).toHaveLength(kept(LEADING + 1));
    expect(contradictions.length).toBeGreaterThan(0);
  });

  test('keeps what the rule keeps, after every kind of change', async () => {
    const question = await open();
    const { world } = question;
    const { ids, raised } = await question.import(100, 100 + ANSWERS);
    expect(raised).toBe(kept(ANSWERS));
    const check = async (): Promise<void> => {
      expect(await question.standing()).toEqual(await question.expected());
    };
    await check();
    const [one, two, three] = [ids[68]!, ids[69]!, ids[0]!];
    await world.cite(one);
    await check();
    await world.rank(two, 'PREFERRED');
    await check();
    await world.retract(two);
    await check();
    await world.rank(three, 'DEPRECATED');
    await check();
    await question.import(500, 505);
    await check();
    await world.rank(three, 'NORMAL');
    await check();
    await world.update(ids[5]!, { property: 'altitude', quantity: '77' });
    await check();
    for (const id of ids.slice(40, 52)) await world.rank(id, 'DEPRECATED');
    await check();
    expect((await question.state()).condensation).toBeNull();
    expect((await question.state()).disputed).toBe(true);
  });

  test('keeps decisions, and what is set aside comes back with them', async () => {
    const question = await open();
    const { world } = question;
    const { ids } = await question.import(100, 100 + LEADING);
    const [decided] = await world.contradictions('OPEN');
    await world.decide('contradictionDismiss', decided.id);
    const others = ids.filter((id) => !decided.members.some((member: Json) => member.id === id));
    // Both of its claims now stand behind as many as lead.
    await question.import(300, 300 + LEADING);
    for (const id of others) await world.cite(id);
    const query = 'query ($id: ID!) { node(id: $id) { ... on Contradiction { status } } }';
    expect((await read(app, query, { id: decided.id })).node.status).toBe('DISMISSED');
    expect(await question.lapsed()).toBeGreaterThan(0);
  });

  test('gives the full relation of an answer on demand, in pages', async () => {
    const question = await open();
    const { ids } = await question.import(100, 100 + ANSWERS);
    const query = `query ($id: ID!, $after: String) { claim(id: $id) { contradictions(first: 100) { totalCount }
      incompatible(first: 60, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { claim { id } kind strength rule explanation } } } }`;
    const counts = new Set<number>();
    for (const id of [ids[0], ids[ANSWERS - 1]]) {
      const { claim } = await read(app, query, { id });
      counts.add(claim.contradictions.totalCount);
      expect(claim.incompatible.totalCount).toBe(ANSWERS - 1);
      expect(claim.incompatible.nodes[0]).toMatchObject({
        kind: 'QUANTITY',
        strength: 'CONFLICT',
        rule: 'quantity-disjoint',
      });
      const after = claim.incompatible.pageInfo.endCursor;
      const rest = (await read(app, query, { id, after })).claim.incompatible;
      const seen = [...claim.incompatible.nodes, ...rest.nodes].map((node: Json) => node.claim.id);
      expect(new Set([...seen, id])).toEqual(new Set(ids));
      expect([claim.incompatible.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    }
    expect(Math.min(...counts)).toBeLessThan(ANSWERS - 1);
  });
});
