import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quoteAt } from '../../src/domain/anchoring/find-quote.js';
import { idsOf } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { change } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { page, startWebServer, type WebServer } from '../support/web-server.js';

const [FEW, MANY] = [20, 3_000];
const entryOf = (number: number): string => `Entry ${number} of this log.`;
const entries = (count: number): string[] => Array.from({ length: count }, (_, i) => entryOf(i + 1));
/** As it was, but for a line put before it, and without every tenth entry. */
const later = (count: number): string[] => [
  'This log has been put right on Sunday.',
  ...entries(count).filter((_, i) => i % 10 !== 0),
];

describe.each(oneDatabase)('a source of many quotes on %s', (kind) => {
  let app: TestApp;
  let web: WebServer;
  let world: World;
  beforeAll(async () => {
    web = await startWebServer();
    app = await startApi(kind, { GAINSAY_IMPORT_ALLOW: `127.0.0.1:${web.port}` });
    world = await World.create(app);
  });
  afterAll(async () => {
    await app.close();
    await web.close();
  });

  const show = (count: number, lines: readonly string[]): void =>
    void web.pages.set(`/log-${count}`, page(lines.join('\n\n'), 'text/plain; charset=utf-8'));

  /** A source of which every entry is quoted for one claim. */
  async function quoted(count: number): Promise<string> {
    show(count, entries(count));
    const input = { story: world.story, address: web.url(`/log-${count}`), title: 'The log' };
    const { source } = await change(app, 'sourceImport', { input });
    await world.claim({ quantity: String(count), source: source.id, quote: entryOf(1) });
    await quoteAll(idsOf('Source', source.id)!.id);
    return source.id;
  }

  /** Copies a source's only citation for all its other entries: what takes long over the API takes a moment so. */
  async function quoteAll(sourceId: string): Promise<void> {
    await app.database.transaction(async (tx) => {
      const [snapshot] = await tx.query<{ text: string }>(
        Prisma.sql`SELECT text FROM snapshot WHERE source_id = ${sourceId}::uuid`,
      );
      const text = snapshot!.text;
      const quotes = [...text.matchAll(/Entry \d+ of this log\./gu)]
        .slice(1)
        .map(({ 0: { length }, index }) => quoteAt(text, { start: index, end: index + length }));
      const columns = await tx.query<{ name: string }>(Prisma.sql`
        SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = 'public'
          AND table_name = 'citation' AND NOT (column_name = 'id' OR column_name LIKE 'quote\\_%')`);
      const names = Prisma.raw(columns.map(({ name }) => name).join(', '));
      // The triggers read the whole text for each quote.
      await tx.query(Prisma.sql`SET LOCAL session_replication_role = replica`);
      await tx.query(Prisma.sql`
        INSERT INTO citation (id, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, ${names})
        SELECT md5(i.id::text || q.quote_start)::uuid, q.*, ${names} FROM citation i, unnest(
          ${quotes.map(({ exact }) => exact)}::text[], ${quotes.map(({ prefix }) => prefix)}::text[],
          ${quotes.map(({ suffix }) => suffix)}::text[], ${quotes.map(({ start }) => start)}::int[],
          ${quotes.map(({ end }) => end)}::int[]) AS q (quote_exact, quote_prefix, quote_suffix, quote_start, quote_end)
        WHERE i.source_id = ${sourceId}::uuid`);
    });
  }

  async function act(mutation: string): Promise<{ count: number; shown: number; sqlStatements: number }> {
    const { body, sqlStatements } = await app.graphql(
      `mutation { outcome: ${mutation} { reviewRequestCount reviewRequests { id reason claim { id } } userErrors { message } } }`,
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.outcome.userErrors).toEqual([]);
    const { reviewRequestCount: count, reviewRequests: shown } = body.data.outcome;
    return { count, shown: shown.length, sqlStatements };
  }

  const anchorsOf = (source: string): Promise<{ anchor: string; count: number }[]> =>
    app.database.query(Prisma.sql`
      SELECT anchor::text, count(*) AS count FROM citation WHERE source_id = ${idsOf('Source', source)!.id}::uuid
      GROUP BY 1 ORDER BY 1`);

  test('is looked at again, and retracted, in as many statements as one of few', async () => {
    const statements: number[][] = [];
    for (const count of [FEW, MANY]) {
      // Another story, as the texts would count as near-duplicates of each other.
      world = await world.another();
      const source = await quoted(count);
      show(count, later(count));
      const refreshed = await act(`sourceRefresh(id: "${source}")`);
      expect(refreshed).toMatchObject({ count, shown: Math.min(count, 100) });
      expect(await anchorsOf(source)).toEqual([
        { anchor: 'MOVED', count: count * 0.9 },
        { anchor: 'ORPHANED', count: count * 0.1 },
      ]);
      const unchanged = await act(`sourceRefresh(id: "${source}")`);
      expect(unchanged).toMatchObject({ count: 0, shown: 0 });
      show(count, entries(count));
      const back = await act(`sourceRefresh(id: "${source}")`);
      expect(back.count).toBe(0);
      expect(await anchorsOf(source)).toEqual([{ anchor: 'ANCHORED', count }]);
      const retracted = await act(`sourceRetract(id: "${source}", reason: "Made up.")`);
      expect(retracted).toMatchObject({ count, shown: Math.min(count, 100) });
      const reinstated = await act(`sourceReinstate(id: "${source}", reason: "It was not.")`);
      statements.push([refreshed, unchanged, back, retracted, reinstated].map(({ sqlStatements }) => sqlStatements));
    }
    expect(statements[1]).toEqual(statements[0]);
  });
});
