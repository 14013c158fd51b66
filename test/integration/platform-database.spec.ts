import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EmbeddedUpkeep } from '../../src/platform/database/embedded-upkeep.js';
import { isForeignKeyViolation, isUniqueViolation, Prisma } from '../../src/platform/database/index.js';
import { newRequest, runInRequest } from '../../src/platform/request-context/request-context.js';
import { openTestDatabase, testDatabases, type TestDatabase } from '../support/test-databases.js';

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(testDatabases)('the database (%s)', (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    await opened.database.prisma.$executeRaw`CREATE TABLE probe_parent (id uuid PRIMARY KEY)`;
    await opened.database.prisma.$executeRaw`
      CREATE TABLE probe (
        id int PRIMARY KEY,
        name text CONSTRAINT probe_name_key UNIQUE,
        parent uuid CONSTRAINT probe_parent_fkey REFERENCES probe_parent,
        twin int CONSTRAINT probe_twin_fkey REFERENCES probe DEFERRABLE INITIALLY DEFERRED
      )`;
  });
  beforeEach(async () => {
    await opened.database.prisma.$executeRaw`DELETE FROM probe`;
  });
  afterAll(() => opened.close());

  const names = async (): Promise<string[]> => {
    const rows = await opened.database.query<{ name: string }>(Prisma.sql`SELECT name FROM probe ORDER BY id`);
    return rows.map(({ name }) => name);
  };
  const insert = (id: number, name: string): Prisma.Sql => Prisma.sql`INSERT INTO probe VALUES (${id}, ${name})`;

  describe('query', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const at = new Date('2024-12-25T06:28:00.123Z');
    test.each<[string, Prisma.Sql, unknown]>([
      ['a count', Prisma.sql`SELECT count(*) AS v FROM generate_series(1, 3)`, 3],
      ['int8', Prisma.sql`SELECT 9007199254740991::int8 AS v`, 9007199254740991],
      ['int4', Prisma.sql`SELECT ${7}::int AS v`, 7],
      ['numeric with its digits', Prisma.sql`SELECT 1.50::numeric AS v`, '1.50'],
      ['float8', Prisma.sql`SELECT 0.25::float8 AS v`, 0.25],
      ['bool', Prisma.sql`SELECT ${true}::bool AS v`, true],
      ['uuid', Prisma.sql`SELECT ${id}::uuid AS v`, id],
      ['null', Prisma.sql`SELECT ${null}::text AS v`, null],
      ['timestamptz', Prisma.sql`SELECT ${at}::timestamptz AS v`, at],
      [
        'timestamptz before our era',
        Prisma.sql`SELECT '0044-03-15 12:00+00 BC'::timestamptz AS v`,
        new Date('-000043-03-15T12:00:00Z'),
      ],
      [
        'timestamptz given in another zone',
        Prisma.sql`SELECT '2024-12-25 10:28+04'::timestamptz AS v`,
        new Date('2024-12-25T06:28:00Z'),
      ],
      ['date', Prisma.sql`SELECT date '2024-12-25' AS v`, new Date('2024-12-25T00:00:00Z')],
      ['jsonb', Prisma.sql`SELECT ${JSON.stringify({ a: [1, null] })}::jsonb AS v`, { a: [1, null] }],
      ['an enum', Prisma.sql`SELECT 'ADMIN'::role AS v`, 'ADMIN'],
      ['text[]', Prisma.sql`SELECT ${['a,b', '"c"', '']}::text[] AS v`, ['a,b', '"c"', '']],
      ['uuid[] as a parameter', Prisma.sql`SELECT ${id}::uuid = ANY(${[id]}::uuid[]) AS v`, true],
      ['int8[] with a null', Prisma.sql`SELECT ARRAY[1, NULL]::int8[] AS v`, [1, null]],
      ['numeric[]', Prisma.sql`SELECT ARRAY[1.10]::numeric[] AS v`, ['1.10']],
      ['timestamptz[]', Prisma.sql`SELECT ARRAY[${at}]::timestamptz[] AS v`, [at]],
      ['an array of enums', Prisma.sql`SELECT ARRAY['ADMIN', 'READER']::role[] AS v`, ['ADMIN', 'READER']],
      ['bytea', Prisma.sql`SELECT '\\x00ff'::bytea AS v`, new Uint8Array([0, 255])],
    ])('gives %s', async (_, sql, expected) => {
      expect(await opened.database.query(sql)).toEqual([{ v: expected }]);
      expect(await opened.database.transaction((tx) => tx.query(sql))).toEqual([{ v: expected }]);
    });

    test('refuses an integer that a number cannot hold, instead of rounding it', async () => {
      await expect(opened.database.query(Prisma.sql`SELECT 9007199254740993::int8 AS v`)).rejects.toThrow(RangeError);
      expect(await opened.database.query(Prisma.sql`SELECT 1 AS v`)).toEqual([{ v: 1 }]);
    });

    test('composes statements from parts', async () => {
      const ids = Prisma.join([1, 2].map((id) => Prisma.sql`(${id}::int)`));
      const only = Prisma.sql`WHERE v > ${1}`;
      const statement = (where: Prisma.Sql): Prisma.Sql =>
        Prisma.sql`SELECT v FROM (VALUES ${ids}) AS t(v) ${where} ORDER BY v`;
      expect(await opened.database.query(statement(only))).toEqual([{ v: 2 }]);
      expect(await opened.database.query(statement(Prisma.empty))).toEqual([{ v: 1 }, { v: 2 }]);
    });

    test('goes on working past the number of statements that are prepared by name', async () => {
      const answers = [];
      for (let i = 0; i < 520; i += 1) {
        answers.push(...(await opened.database.query<{ v: number }>(Prisma.sql`SELECT ${Prisma.raw(String(i))} AS v`)));
      }
      expect(answers.map(({ v }) => v)).toEqual(Array.from({ length: 520 }, (_, i) => i));
    });

    test('agrees with Prisma on a time that Prisma wrote', async () => {
      const id = randomUUID();
      await opened.database.prisma.account.create({
        data: { id, kind: 'PERSON', name: 'Ada', role: 'EDITOR' as const, createdAt: at },
      });
      const rows = await opened.database.query(
        Prisma.sql`SELECT name, kind, created_at AS "createdAt" FROM account WHERE id = ${id}::uuid`,
      );
      expect(rows).toEqual([{ name: 'Ada', kind: 'PERSON', createdAt: at }]);
      expect(await opened.database.prisma.account.findUnique({ where: { id } })).toMatchObject({ createdAt: at });
    });
  });

  describe('transaction', () => {
    test('keeps what Prisma and direct statements wrote, and shows each the rows of the other', async () => {
      const id = randomUUID();
      const seen = await opened.database.transaction(async (tx) => {
        await tx.account.create({
          data: { id, kind: 'SERVICE', name: 'importer', role: 'CONTRIBUTOR', createdAt: new Date() },
        });
        await tx.query(insert(1, 'direct'));
        const raw = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM probe`;
        const direct = await tx.query<{ name: string }>(Prisma.sql`SELECT name FROM account WHERE id = ${id}::uuid`);
        return [...raw, ...direct].map(({ name }) => name);
      });
      expect(seen).toEqual(['direct', 'importer']);
      expect(await names()).toEqual(['direct']);
      expect(await opened.database.prisma.account.count({ where: { id } })).toBe(1);
    });

    test('keeps nothing where the work throws, and gives the error', async () => {
      const error = new Error('changed my mind');
      const work = opened.database.transaction(async (tx) => {
        await tx.query(insert(1, 'gone'));
        await tx.$executeRaw`INSERT INTO probe VALUES (2, 'gone as well')`;
        throw error;
      });
      expect(await failure(work)).toBe(error);
      expect(await names()).toEqual([]);
    });

    test('is refused at the commit where a deferred constraint is broken, and keeps nothing', async () => {
      const work = opened.database.transaction((tx) =>
        tx.query(Prisma.sql`INSERT INTO probe VALUES (1, 'a', NULL, 99)`),
      );
      expect(isForeignKeyViolation(await failure(work), 'probe_twin_fkey')).toBe(true);
      expect(await names()).toEqual([]);
    });

    test('fails where a statement failed and the work went on as if nothing had happened', async () => {
      const work = opened.database.transaction(async (tx) => {
        await tx.query(insert(1, 'a'));
        await failure(tx.query(insert(1, 'again')));
        return 'done';
      });
      await expect(work).rejects.toThrow('kept nothing');
      expect(await names()).toEqual([]);
    });

    test('runs at read committed', async () => {
      const [row] = await opened.database.transaction((tx) => tx.query(Prisma.sql`SHOW transaction_isolation`));
      expect(row).toEqual({ transaction_isolation: 'read committed' });
    });

    test('keeps the writes of twenty at a time apart', async () => {
      const half = (i: number): Promise<void> =>
        opened.database.transaction(async (tx) => {
          await tx.query(insert(i, `row ${i}`));
          await tx.query(Prisma.sql`SELECT pg_sleep(0.005)`);
          if (i % 2 === 1) throw new Error('odd ones are undone');
        });
      await Promise.all(Array.from({ length: 20 }, (_, i) => failure(half(i))));
      expect(await names()).toEqual(Array.from({ length: 10 }, (_, i) => `row ${2 * i}`));
    });

    test('hides its rows from others until it has ended', async () => {
      let begun = (): void => undefined;
      const inserted = new Promise<void>((resolve) => (begun = resolve));
      const outside = inserted.then(names);
      await opened.database.transaction(async (tx) => {
        await tx.query(insert(1, 'first'));
        begun();
        // A server answers the reader meanwhile; the embedded database lets it wait for the end.
        if (kind === 'postgresql') await outside;
        await tx.query(Prisma.sql`UPDATE probe SET name = 'final'`);
      });
      expect(await outside).toEqual(kind === 'embedded' ? ['final'] : []);
    });

    test('refuses anything but its tx while it is open', async () => {
      const { database } = opened;
      const uses: (() => Promise<unknown>)[] = [
        () => database.query(Prisma.sql`SELECT 1`),
        () => database.prisma.account.count(),
        () => database.prisma.$queryRaw`SELECT 1`,
        () => database.transaction(() => Promise.resolve()),
      ];
      for (const use of uses) {
        await expect(database.transaction(async () => use())).rejects.toThrow('use the tx that it gave');
      }
    });

    test('refuses its tx once it has ended', async () => {
      const late = await opened.database.transaction((tx) => Promise.resolve(() => tx.query(insert(1, 'late'))));
      await expect(late()).rejects.toThrow('has ended');
      expect(await names()).toEqual([]);
    });

    test('is undone when it takes longer than its limit, and the next one works', async () => {
      const work = opened.database.transaction(
        async (tx) => {
          await tx.query(insert(1, 'slow'));
          await delay(300);
          await tx.query(insert(2, 'too late'));
        },
        { timeout: 100 },
      );
      expect(await failure(work)).toBeInstanceOf(Error);
      await opened.database.transaction((tx) => tx.query(insert(3, 'next')));
      expect(await names()).toEqual(['next']);
    });

    test('gives up waiting for its turn at its limit, without taking it later', async () => {
      const { database } = opened;
      // As many as a server's pool has connections; the embedded database has one.
      const holders = Array.from({ length: 10 }, () => database.transaction(() => delay(100)));
      const impatient = database.transaction((tx) => tx.query(insert(1, 'never')), { maxWait: 30 });
      expect(await failure(impatient)).toMatchObject({ status: 503, message: expect.stringContaining('try again') });
      await Promise.all(holders);
      expect(await names()).toEqual([]);
      await database.transaction((tx) => tx.query(insert(2, 'later')));
      expect(await names()).toEqual(['later']);
    });
  });

  describe('errors', () => {
    const attempts: [string, (run: (sql: Prisma.Sql) => Promise<unknown>) => Promise<unknown>][] = [
      ['unique', (run) => run(Prisma.sql`INSERT INTO probe VALUES (1, 'same'), (2, 'same')`)],
      ['foreign', (run) => run(Prisma.sql`INSERT INTO probe VALUES (1, 'orphan', ${randomUUID()}::uuid)`)],
    ];
    const ways: [string, (sql: Prisma.Sql) => Promise<unknown>][] = [
      ['query', (sql) => opened.database.query(sql)],
      ['tx.query', (sql) => opened.database.transaction((tx) => tx.query(sql))],
      ['Prisma', (sql) => opened.database.prisma.$executeRaw(sql)],
      ['Prisma in a transaction', (sql) => opened.database.transaction((tx) => tx.$executeRaw(sql))],
    ];
    test.each(ways)('of %s are known by kind and by constraint', async (_, run) => {
      const [unique, foreign] = await Promise.all(attempts.map(([, attempt]) => failure(attempt(run))));
      expect(isUniqueViolation(unique)).toBe(true);
      expect(isUniqueViolation(unique, 'probe_name_key')).toBe(true);
      expect(isUniqueViolation(unique, 'probe_pkey')).toBe(false);
      expect(isForeignKeyViolation(unique)).toBe(false);
      expect(isForeignKeyViolation(foreign)).toBe(true);
      expect(isForeignKeyViolation(foreign, 'probe_parent_fkey')).toBe(true);
      expect(isForeignKeyViolation(foreign, 'probe_twin_fkey')).toBe(false);
      expect(isUniqueViolation(foreign)).toBe(false);
    });

    test("of Prisma's models are known too", async () => {
      const data = {
        id: randomUUID(),
        kind: 'PERSON' as const,
        name: 'Ada',
        role: 'EDITOR' as const,
        createdAt: new Date(),
      };
      await opened.database.prisma.account.create({ data });
      expect(isUniqueViolation(await failure(opened.database.prisma.account.create({ data })), 'account_pkey')).toBe(
        true,
      );
    });

    test('of other kinds are neither', async () => {
      const error = await failure(opened.database.query(Prisma.sql`SELECT 1 / 0`));
      expect(error).toMatchObject({ code: '22012' });
      expect([isUniqueViolation(error), isForeignKeyViolation(error)]).toEqual([false, false]);
    });
  });

  test('counts the statements of a request, by every way they are sent and without transaction control', async () => {
    const request = { ...newRequest('r'), audience: 'EDITORIAL' as const };
    const steps: number[] = [];
    await runInRequest(request, async () => {
      const { database } = opened;
      await database.query(Prisma.sql`SELECT 1`);
      steps.push(request.sqlStatements);
      await database.prisma.account.count();
      steps.push(request.sqlStatements);
      await database.transaction(async (tx) => {
        await tx.query(Prisma.sql`SELECT 1`);
        await tx.$queryRaw`SELECT 1`;
        await tx.$executeRaw`DELETE FROM probe`;
      });
      steps.push(request.sqlStatements);
    });
    expect(steps).toEqual([1, 2, 5]);
  });
});

test('the embedded database brings in order the tables that have grown, and only these', async () => {
  const pglite = await PGlite.create();
  const upkeep = new EmbeddedUpkeep(pglite, (error) => {
    throw error;
  });
  const rowsOf = async (): Promise<number[]> =>
    (await pglite.query<{ rows: number }>(`SELECT reltuples AS rows FROM pg_class WHERE relname = 'grown'`)).rows.map(
      ({ rows }) => rows,
    );
  await pglite.exec('CREATE TABLE grown (id int PRIMARY KEY, name text); CREATE TABLE empty (id int)');
  await pglite.exec(`INSERT INTO grown SELECT i, 'Name ' || i FROM generate_series(1, 1000) i`);
  expect(await upkeep.run()).toEqual(['public.grown']);
  expect(await rowsOf()).toEqual([1_000]);
  expect(await upkeep.run()).toEqual([]);
  await pglite.exec(`INSERT INTO grown SELECT i, 'Name ' || i FROM generate_series(1001, 2000) i`);
  await pglite.exec('DELETE FROM grown WHERE id <= 500');
  expect(await upkeep.run()).toEqual(['public.grown']);
  expect(await rowsOf()).toEqual([1_500]);
  // The space of what was deleted is used before more is taken.
  await pglite.exec(`INSERT INTO grown SELECT i, 'Name ' || i FROM generate_series(2001, 2400) i`);
  expect(await upkeep.run()).toEqual([]);
  await pglite.close();
});
