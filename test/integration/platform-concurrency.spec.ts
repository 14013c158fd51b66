import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { openTestDatabase, type TestDatabase } from '../support/test-databases.js';

describe('concurrent transactions on a server', () => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await openTestDatabase('postgresql');
    await opened.database.prisma.$executeRaw`CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)`;
    await opened.database.prisma.$executeRaw`INSERT INTO tally VALUES (1, 0), (2, 0)`;
  });
  afterAll(() => opened.close());

  /** Locks the two rows in the given order, meeting the other transaction in between: a deadlock at the first try. */
  async function crosswise(
    first: number,
    second: number,
    meet: () => Promise<void>,
    attempts: number,
  ): Promise<number> {
    let tries = 0;
    await opened.database.transaction(
      async (tx) => {
        tries += 1;
        await tx.query(Prisma.sql`UPDATE tally SET n = n + 1 WHERE id = ${first}`);
        if (tries === 1) await meet();
        await tx.query(Prisma.sql`UPDATE tally SET n = n + 1 WHERE id = ${second}`);
      },
      { attempts },
    );
    return tries;
  }

  function meeting(size: number): () => Promise<void> {
    let open = (): void => undefined;
    const all = new Promise<void>((resolve) => (open = resolve));
    let arrived = 0;
    return () => {
      arrived += 1;
      if (arrived === size) open();
      return all;
    };
  }

  test('that deadlock are run again, and each counts once', async () => {
    const meet = meeting(2);
    const tries = await Promise.all([crosswise(1, 2, meet, 5), crosswise(2, 1, meet, 5)]);
    expect(tries.sort()).toEqual([1, 2]);
    expect(await opened.database.query(Prisma.sql`SELECT n FROM tally ORDER BY id`)).toEqual([{ n: 2 }, { n: 2 }]);
  });

  test('that deadlock fail in the end where they may not be run again', async () => {
    const meet = meeting(2);
    const results = await Promise.allSettled([crosswise(1, 2, meet, 1), crosswise(2, 1, meet, 1)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that lose to a serialization failure raised by Prisma are run again', async () => {
    let tries = 0;
    await opened.database.transaction(async (tx) => {
      tries += 1;
      if (tries < 3) await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$`;
    });
    expect(tries).toBe(3);
  });
});
