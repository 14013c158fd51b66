import type { PGlite } from '@electric-sql/pglite';

/** How often tables are looked at, in milliseconds: as often as a server's autovacuum does (autovacuum_naptime). */
const PAUSE = 60_000;

/**
 * What autovacuum does on a server: it frees the space of old rows and counts anew what tables hold, without which the
 * planner guesses. The embedded database has one session and nobody beside it who would do so; nor does it count
 * changes, so that a table is due once it has grown by a fifth (autovacuum_vacuum_scale_factor) and a page.
 */
export class EmbeddedUpkeep {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pglite: Pick<PGlite, 'query' | 'exec'>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Works from now on in the background, until it is stopped. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.run().catch(this.onError);
    }, PAUSE).unref();
  }

  /** Ends the work; what is under way is waited for. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /**
   * Brings the tables in order that are due, one after the other, and lets others in between.
   * @returns their names
   */
  async run(): Promise<string[]> {
    const { rows } = await this.pglite.query<{ name: string }>(DUE);
    for (const { name } of rows) await this.pglite.exec(`VACUUM (ANALYZE) ${name}`);
    return rows.map(({ name }) => name);
  }
}

/** A table that was never counted has a negative `reltuples`, and is due with its first page. */
const DUE = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND pg_relation_size(c.oid) / current_setting('block_size')::int
      > CASE WHEN c.reltuples < 0 THEN 0 ELSE c.relpages * 1.2 + 1 END
  ORDER BY 1`;
