import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { newRequest, runInRequest } from '../../src/platform/request-context/index.js';
import { openTestDatabase, testDatabases, type TestDatabase } from '../support/test-databases.js';

const { sql } = Prisma;

describe.each(testDatabases)('the views of what is published on %s', (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.close());

  const columnsOf = (schema: string): Promise<{ table: string; columns: string[] }[]> =>
    opened.database.query(sql`
      SELECT table_name::text AS "table", array_agg(column_name || ' ' || udt_name ORDER BY ordinal_position)::text[] AS columns
      FROM information_schema.columns WHERE table_schema = ${schema} GROUP BY 1 ORDER BY 1`);

  test('each has the columns of its table: a migration that added some has to end with SELECT published.refresh()', async () => {
    const tables = new Map((await columnsOf('public')).map(({ table, columns }) => [table, columns]));
    const views = await columnsOf('published');
    expect(views.map(({ table }) => table)).toContain('claim');
    expect(views).toEqual(views.map(({ table }) => ({ table, columns: tables.get(table) })));
  });

  test('a request is answered from them until its caller is known for more, in a transaction too', async () => {
    const { database } = opened;
    const path = async (): Promise<string> =>
      (await database.query<{ path: string }>(sql`SELECT current_setting('search_path') AS path`))[0]!.path;
    const request = newRequest('r');
    await runInRequest(request, async () => {
      expect(await path()).toBe('published, public');
      await database.transaction(async (tx) => {
        expect(await tx.query(sql`SELECT current_setting('search_path') AS path`)).toEqual([
          { path: 'published, public' },
        ]);
      });
      request.audience = 'EDITORIAL';
      expect(await path()).not.toContain('published');
      await database.transaction(async (tx) => {
        const [found] = await tx.query<{ path: string }>(sql`SELECT current_setting('search_path') AS path`);
        expect(found?.path).not.toContain('published');
      });
    });
    expect(await path()).not.toContain('published');
  });
});
