import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { attempt, change, documentOf, endpointAt, read, type Endpoint, type Json } from '../e2e/support/api-client.js';
import { insertKey, startApi } from '../e2e/support/api-database.js';
import { createTies } from '../e2e/support/api-ties.js';
import { World } from '../e2e/support/api-world.js';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { startServiceProcess } from '../support/service-process.js';
import { createServerDatabase } from '../support/test-databases.js';

const WRITERS = 32;
const ROUNDS = 3;
const PAIRS = (WRITERS * (WRITERS - 1)) / 2;

/** Every pair of claims of the question that has a contradiction, one text each. */
async function contradictedPairs(database: Database, property: string): Promise<string[]> {
  const rows = await database.query<{ pair: string }>(Prisma.sql`
    SELECT string_agg(m.claim_id::text, ' ' ORDER BY m.claim_id) AS pair
    FROM contradiction x JOIN contradiction_member m ON m.story_id = x.story_id AND m.contradiction_id = x.id
    JOIN question q ON q.story_id = x.story_id AND q.id = x.question_id JOIN property p ON p.id = q.property_id
    WHERE x.status = 'OPEN' AND p.key = ${property} AND q.disputed GROUP BY x.id`);
  return rows.map(({ pair }) => pair);
}

/** All claims at once, each 38, 39, 40 ... of one property, spread over the endpoints. */
async function writeAtOnce(worlds: readonly World[], property: string): Promise<Json[]> {
  const inputs = Array.from({ length: WRITERS }, (_, i) => worlds[0]!.inputOf({ property, quantity: String(38 + i) }));
  const answers = await Promise.all(
    inputs.map((input, i) =>
      worlds[i % worlds.length]!.endpoint.graphql(documentOf('claimCreate', 'claim { id } contradictions { id }'), {
        input,
      }),
    ),
  );
  return answers.map(({ status, body }) => {
    expect({ status, errors: body.errors, refused: body.data?.claimCreate.userErrors }).toEqual({
      status: 200,
      errors: undefined,
      refused: [],
    });
    return body.data.claimCreate;
  });
}

describe('writers who contradict each other at the same instant', () => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi('postgresql');
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  test.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))('find every pair exactly once, round %i', async () => {
    const written = await writeAtOnce([world], 'score');
    const ids = new Set(written.map(({ claim }) => claim.id));
    expect(ids.size).toBe(WRITERS);
    const found = await world.contradictions('OPEN');
    expect(found.length).toBe(100);
    const query =
      'query ($id: ID!) { story(id: $id) { contradictions { totalCount } questions { nodes { disputed } } } }';
    const { story } = await read(app, query, { id: world.story });
    expect(story).toEqual({ contradictions: { totalCount: PAIRS }, questions: { nodes: [{ disputed: true }] } });
    const raised = written.flatMap(({ contradictions }) => contradictions.map(({ id }: Json) => id));
    expect([raised.length, new Set(raised).size]).toEqual([PAIRS, PAIRS]);
  });

  test('find every sum that does not come out, across tied questions', async () => {
    await createTies(app);
    const told: [string, string[]][] = [
      ['aboard', ['67', '68']],
      ['fatalities', ['38', '39', '40', '41']],
      ['survivors', ['20', '21', '22', '23']],
    ];
    const written = await Promise.all(
      told.flatMap(([property, figures]) => figures.map((quantity) => world.claim({ property, quantity }))),
    );
    const found = (await world.contradictions('OPEN')).filter(({ kind }) => kind === 'ARITHMETIC');
    const sets = new Set(found.map(({ members }) => members.map(({ id }: Json) => id).join(' ')));
    // No figure of these comes out with any two others: 2 × 4 × 4.
    expect([found.length, sets.size]).toEqual([32, 32]);
    const raised = written.flatMap(({ contradictions }) =>
      contradictions.filter(({ kind }: Json) => kind === 'ARITHMETIC'),
    );
    expect(raised).toHaveLength(32);
    const query = 'query ($id: ID!) { story(id: $id) { questions { nodes { disputed searchExhausted } } } }';
    expect((await read(app, query, { id: world.story })).story.questions.nodes).toEqual(
      Array(3).fill({ disputed: true, searchExhausted: false }),
    );
  });

  test('agree on one claim where they say the same', async () => {
    const inputs = Array.from({ length: WRITERS }, () => world.inputOf({ quantity: '38' }));
    const written = await Promise.all(
      inputs.map((input) => change(app, 'claimCreate', { input }, 'alreadyExisted claim { id }')),
    );
    expect(new Set(written.map(({ claim }) => claim.id)).size).toBe(1);
    expect(written.filter(({ alreadyExisted }) => !alreadyExisted)).toHaveLength(1);
    const query = 'query ($id: ID!) { claim(id: $id) { citations { totalCount } } }';
    expect((await read(app, query, { id: written[0].claim.id })).claim.citations.totalCount).toBe(WRITERS);
  });

  test('do not undo each other, nor lose against changes of the vocabulary', async () => {
    const [scheme, property] = [`s${randomUUID().slice(0, 8)}`, `p${randomUUID().slice(0, 8)}`];
    await Promise.all([
      ...Array.from({ length: 12 }, (_, i) => world.claim({ property: 'altitude', quantity: String(i) })),
      change(app, 'conceptSchemeCreate', { input: { key: scheme, label: 'New' } }),
      ...Array.from({ length: 4 }, (_, i) =>
        change(app, 'conceptCreate', { input: { scheme: 'place', prefLabel: `${scheme} ${i}` } }),
      ),
      change(app, 'propertyCreate', { input: { key: property, label: 'New', datatype: 'BOOLEAN' } }),
    ]);
    expect(await world.contradictions('OPEN')).toHaveLength((12 * 11) / 2);
    await world.claim({ property, boolean: true });
  });
});

describe('two services on one server', () => {
  test(`find every pair of ${WRITERS} claims exactly once`, async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const driver = await PostgresqlDriver.open({ url, poolSize: 2, patience: 10_000, onIdleError: () => undefined });
    const database = await Database.open(driver);
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    const variables = { DATABASE_URL: url, GAINSAY_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'info' };
    const services = await Promise.all([startServiceProcess(variables), startServiceProcess(variables)]);
    try {
      const [one, two] = services.map((service): Endpoint => endpointAt(service.url));
      const world = await World.create(one!);
      await writeAtOnce([world, world.through(two!)], 'score');
      const pairs = await contradictedPairs(database, 'score');
      expect([pairs.length, new Set(pairs).size]).toEqual([PAIRS, PAIRS]);
    } finally {
      for (const service of services) service.kill('SIGTERM');
      expect((await Promise.all(services.map(({ exit }) => exit))).map(({ code }) => code)).toEqual([0, 0]);
      await database.close();
      await drop();
    }
  });
});

describe('while somebody holds a question', () => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi('postgresql');
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  /** Waits until that many sessions of this database wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const [row] = await app.database.query<{ count: number }>(Prisma.sql`
        SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      if (row!.count >= count) return;
    }
  }

  /** Locks every question there is by now, as a writer locks one, while `work` runs. */
  async function holding<T>(work: () => Promise<T>, meanwhile: Prisma.Sql[] = []): Promise<T> {
    const held: { begun?: () => void; end?: () => void } = {};
    const begun = new Promise<void>((resolve) => (held.begun = resolve));
    const ended = new Promise<void>((resolve) => (held.end = resolve));
    const holder = app.database.transaction(async (tx) => {
      await tx.query(Prisma.sql`SELECT FROM question FOR NO KEY UPDATE`);
      for (const sql of meanwhile) await tx.query(sql);
      held.begun!();
      await ended;
    });
    await begun;
    try {
      return await work();
    } finally {
      held.end!();
      await holder;
    }
  }

  test('writers of its answers wait, and writers of another question’s do not', async () => {
    await world.claim({ property: 'aboard', quantity: '67' });
    let rival: Promise<Json> | undefined;
    await holding(async () => {
      rival = world.claim({ property: 'aboard', quantity: '72' });
      await waiting(1);
      expect((await world.claim({ property: 'altitude', quantity: '9000' })).userErrors).toEqual([]);
      expect(await world.contradictions()).toEqual([]);
    });
    expect((await rival).contradictions).toHaveLength(1);
  });

  test('a decision waits for the contradictions that are on their way, and leaves the question disputed', async () => {
    await world.claim({ property: 'aboard', quantity: '67' });
    const { contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    const arrival = Prisma.sql`
      INSERT INTO contradiction (story_id, id, member_key, kind, strength, rule, explanation, question_id, status, version,
        detected_at, updated_at)
      SELECT story_id, gen_random_uuid(), 'others', kind, strength, rule, explanation, question_id, 'OPEN', 1, now(), now()
      FROM contradiction ORDER BY id DESC LIMIT 1`;
    let decision: Promise<Json> | undefined;
    await holding(async () => {
      decision = world.decide('contradictionDismiss', contradictions[0].id);
      await waiting(1);
    }, [arrival]);
    expect((await decision).contradiction.status).toBe('DISMISSED');
    const query = 'query ($id: ID!) { story(id: $id) { questions { nodes { disputed } } } }';
    expect((await read(app, query, { id: world.story })).story.questions.nodes).toEqual([{ disputed: true }]);
  });

  test('two who remove one citation do it once', async () => {
    const { claim } = await world.claim({ property: 'aboard', quantity: '67' });
    const { citation } = await world.cite(claim.id);
    const remove = (): Promise<Json> => attempt(app, 'citationRemove', { id: citation.id, reason: 'Misread.' });
    let both: Promise<Json>[] = [];
    await holding(async () => {
      both = [remove(), remove()];
      await waiting(2);
    });
    const codes = (await Promise.all(both)).map(({ userErrors }) => userErrors.map(({ code }: Json) => code));
    expect(codes.sort()).toEqual([[], ['NOT_FOUND']]);
  });
});

describe('writers of stories with one title', () => {
  test('each get a slug of their own', async () => {
    const app = await startApi('postgresql');
    const made = await Promise.all(
      Array.from({ length: 16 }, () => change(app, 'storyCreate', { input: { title: 'One title' } }, 'story { slug }')),
    );
    expect(new Set(made.map(({ story }) => story.slug)).size).toBe(16);
    await app.close();
  });
});
