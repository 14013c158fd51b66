import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOf } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { Json } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { wronglyKept } from '../e2e/support/api-speakers.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const { sql } = Prisma;

describe.each(testDatabases)('who speaks, and when, on %s', (kind) => {
  let app: TestApp;
  let first: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  afterAll(() => app.close());

  const told = async (world: World): Promise<string[]> =>
    (await world.contradictions()).map(
      ({ kind, strength, rule, status }: Json) => `${kind} ${strength} ${rule} ${status}`,
    );

  test('a toll that falls is a correction once all who gave it have given the lower one', async () => {
    const world = await first.another();
    const [ministry, governor] = [await world.agent('The ministry'), await world.agent('The governor')];
    const higher = await world.claim({ quantity: '42', claimant: ministry, saidOn: '2024-12-25' });
    const lower = await world.claim({ quantity: '38', claimant: governor, saidOn: '2024-12-26' });
    expect(await told(world)).toEqual(['QUANTITY CONFLICT quantity-disjoint OPEN']);
    await world.cite(lower.claim.id, { claimant: ministry, saidOn: '2024-12-27' });
    expect(await told(world)).toEqual(['UPDATE TENSION figure-corrected OPEN']);
    const [{ explanation }] = (await world.contradictions()) as [Json];
    expect(explanation).toContain('a correction, as The ministry gave the first and later the second');
    await world.cite(higher.claim.id, { claimant: governor, saidOn: '2024-12-28' });
    expect(await told(world)).toEqual(['QUANTITY CONFLICT quantity-disjoint OPEN']);
  });

  test('a source corrects itself in its own voice, and so does its publisher in another source', async () => {
    const world = await first.another();
    const publisher = await world.agent('The paper');
    const [morning, evening] = [
      await world.addSource({ publisher, publishedAt: '2024-12-25T08:00:00Z' }),
      await world.addSource({ publisher, publishedAt: '2024-12-25T20:00:00Z' }),
    ];
    await world.claim({ property: 'aboard', quantity: '72', source: morning });
    await world.claim({ property: 'aboard', quantity: '67', source: evening });
    await world.claim({ property: 'altitude', quantity: '9000', saidOn: '2024-12-25' });
    await world.claim({ property: 'altitude', quantity: '8000', saidOn: '2024-12-26' });
    expect(await told(world)).toEqual(['UPDATE TENSION figure-corrected OPEN', 'UPDATE TENSION figure-corrected OPEN']);
  });

  test('values that vary contradict each other from the first day on which both are said', async () => {
    const world = await first.another();
    const ten = await world.claim({ property: 'inHospital', quantity: '10', saidOn: '2024-12-25' });
    const eleven = await world.claim({ property: 'inHospital', quantity: '11', saidOn: '2024-12-27' });
    expect(await told(world)).toEqual([]);
    await world.cite(ten.claim.id, { saidOn: '2024-12-28' });
    expect(await told(world)).toEqual([]);
    await world.cite(eleven.claim.id, { saidOn: '2024-12-28' });
    expect(await told(world)).toEqual(['QUANTITY CONFLICT quantity-disjoint OPEN']);
    expect(await wronglyKept(app.database)).toEqual([]);
  });

  test('a correction is known where the figure that replaces the other is widely made', async () => {
    const world = await first.another();
    const ministry = await world.agent('The ministry');
    await world.claim({ quantity: '42', claimant: ministry, saidOn: '2024-12-25' });
    const { claim } = await world.claim({ quantity: '38', claimant: ministry, saidOn: '2024-12-26' });
    const agents = await Promise.all(Array.from({ length: 9 }, (_, i) => world.agent(`Agency ${i}`)));
    for (const claimant of agents) await world.cite(claim.id, { claimant });
    expect(await told(world)).toEqual(['UPDATE TENSION figure-corrected OPEN']);
  });

  test('is kept by the database, whoever writes: many claims with their citations in one statement, changes, removals', async () => {
    const world = await first.another();
    const { claim } = await world.claim({ property: 'inHospital', quantity: '12', saidOn: '2024-12-25' });
    const old = idsOf('Claim', claim.id)?.id;
    const copies = [randomUUID(), randomUUID()];
    await app.database.query(sql`
      WITH claims AS (
        INSERT INTO claim SELECT r.* FROM claim c, unnest(${copies}::uuid[]) WITH ORDINALITY n (id, i),
          jsonb_populate_record(c, jsonb_build_object('id', n.id, 'identity', repeat(n.i::text, 64),
            'lead_citation_id', NULL, 'said_days', NULL)) r
        WHERE c.id = ${old}::uuid),
      citations AS (
        INSERT INTO citation SELECT r.* FROM citation i, unnest(${copies}::uuid[]) n (id),
          jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'claim_id', n.id, 'said_from',
            i.said_from - interval '3 days', 'question_id', gen_random_uuid(), 'speaker_id', gen_random_uuid())) r
        WHERE i.claim_id = ${old}::uuid)
      SELECT`);
    expect(
      await app.database.query(sql`
      SELECT i.id FROM citation i JOIN claim c ON c.id = i.claim_id WHERE i.question_id <> c.question_id`),
    ).toEqual([]);
    expect(await wronglyKept(app.database)).toEqual([]);
    const [kept] = await app.database.query<{ days: string; count: number }>(sql`
      SELECT max(said_days::text) AS days, count(*) AS count FROM claim WHERE id = ANY(${copies}::uuid[])`);
    expect(kept).toEqual({ days: '{[2024-12-22,2024-12-26)}', count: 2 });

    const publisher = idsOf('Agent', await world.agent('The paper'))?.id;
    await app.database.query(sql`
      UPDATE source SET publisher_id = ${publisher}::uuid
      WHERE id IN (SELECT source_id FROM citation WHERE claim_id = ANY(${copies}::uuid[]))`);
    expect(await wronglyKept(app.database)).toEqual([]);
    await app.database.query(sql`UPDATE property SET accrual = 'FIXED' WHERE key = 'inHospital'`);
    expect(await wronglyKept(app.database)).toEqual([]);
    await app.database.query(sql`UPDATE property SET accrual = 'VARYING' WHERE key = 'inHospital'`);
    expect(await wronglyKept(app.database)).toEqual([]);
    await app.database.query(sql`
      UPDATE citation SET said_from = said_from - interval '9 days' WHERE claim_id = (${copies}::uuid[])[1]`);
    await app.database.query(sql`DELETE FROM citation WHERE claim_id = (${copies}::uuid[])[2]`);
    expect(await wronglyKept(app.database)).toEqual([]);
  });
});
