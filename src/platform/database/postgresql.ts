import { setTimeout as delay } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { reasonOf, StartupError } from '../lifecycle/startup-error.js';
import { isConnectionFailure, sqlStateOf } from './database-errors.js';
import type { AdapterHooks, DatabaseDriver, Listener, Session, StatementRunner, StopListening } from './driver.js';
import { listenOnServer } from './postgresql-listener.js';
import { ResultTypes } from './result-types.js';
import { StatementNames } from './statement-names.js';
import { trackedAdapter, transactionAborted, type BegunTransaction } from './tracked-adapter.js';

/** How to reach a PostgreSQL server. */
export interface ServerLocation {
  /** A libpq connection URI, as in DATABASE_URL. */
  readonly url: string;
  /** Most connections of each pool at a time; one more is used while migrations run. */
  readonly poolSize: number;
  /** How long to try a server that does not answer yet, in milliseconds. */
  readonly patience: number;
  /** Told what a connection that nobody is using died of; the pool replaces it by itself. */
  readonly onIdleError: (error: Error) => void;
}

/** The oldest supported server, as in `server_version_num`. */
const OLDEST_SERVER = 150_000;
/** No statement of a request may hold a connection longer, in milliseconds. */
const STATEMENT_TIMEOUT = 30_000;
/**
 * Plans a prepared statement once instead of anew for each run. Lists are read by keyset in the order of an index, for
 * which one plan fits all values; planning a statement with what hangs on its rows costs several times its execution.
 */
const KEEP_PLANS = 'SET plan_cache_mode = force_generic_plan';
/** Puts the views of what is published before the tables that they show a part of. */
const SEE_PUBLISHED = 'SET search_path = published, public';
const CONNECT_TIMEOUT = 5_000;
const RETRY_PAUSE = 500;

/**
 * A PostgreSQL server, through two pools: one that Prisma and the direct statements share, and one for what the public
 * reads. Each has connections only while they are used.
 */
export class PostgresqlDriver implements DatabaseDriver {
  readonly kind = 'postgresql';
  readonly #types = new ResultTypes();
  readonly #names = new StatementNames();
  readonly published: StatementRunner = {
    run: (text, values) => this.#run(this.publishedPool, text, values),
  };

  private constructor(
    private readonly location: ServerLocation,
    readonly description: string,
    private readonly pool: pg.Pool,
    private readonly publishedPool: pg.Pool,
  ) {}

  /** @throws StartupError where the server stays out of reach, refuses the login, or is older than 15 */
  static async open(location: ServerLocation): Promise<PostgresqlDriver> {
    const description = describeServer(location.url);
    const client = await connectPatiently(location, description);
    try {
      const { rows } = await client.query<{ version: string; name: string }>(
        `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name`,
      );
      if (Number(rows[0]?.version) < OLDEST_SERVER) {
        throw new StartupError(
          `The PostgreSQL server at ${description} has version ${rows[0]?.name}; Gainsay needs 15 or later. ` +
            'Upgrade the server, or unset DATABASE_URL to use the embedded database.',
        );
      }
    } finally {
      await client.end();
    }
    return new PostgresqlDriver(location, description, poolAt(location), poolAt(location, SEE_PUBLISHED));
  }

  adapter(hooks: AdapterHooks): SqlDriverAdapterFactory {
    const prismaPg = new PrismaPg(this.pool, {
      statementNameGenerator: ({ sql }) => this.#names.nameOf(sql) ?? '',
    });
    return trackedAdapter(prismaPg, (inner, isolation) => this.#begin(inner, isolation), hooks);
  }

  run<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    return this.#run<T>(this.pool, text, values);
  }

  async #run<T>(runner: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[]): Promise<T[]> {
    const result = await runner.query<T & pg.QueryResultRow>({
      name: this.#names.nameOf(text),
      text,
      values: [...values],
      types: this.#types,
    });
    return result.rows;
  }

  async #begin(inner: SqlDriverAdapter, isolation: IsolationLevel | undefined): Promise<BegunTransaction> {
    const transaction = await inner.startTransaction(isolation);
    const client = clientOf(transaction);
    return {
      queryable: transaction,
      run: (text, values) => this.#run(client, text, values),
      commit: async () => {
        try {
          const { command } = await client.query('COMMIT');
          if (command !== 'COMMIT') throw transactionAborted();
        } finally {
          await transaction.commit();
        }
      },
      rollback: async () => {
        try {
          await client.query('ROLLBACK');
        } finally {
          await transaction.rollback();
        }
      },
    };
  }

  async openSession(): Promise<Session> {
    // A connection of its own, as migrations may take longer than the statements of a request may.
    const client = new pg.Client({ connectionString: this.location.url, application_name: 'gainsay start' });
    await client.connect();
    await client.query(`SET TIME ZONE 'UTC'`);
    return {
      run: async <T>(text: string, values: readonly unknown[]) => {
        const result = await client.query<T & pg.QueryResultRow>({ text, values: [...values], types: this.#types });
        return result.rows;
      },
      script: async (sql) => {
        await client.query(sql);
      },
      release: () => client.end(),
    };
  }

  listen(channel: string, listener: Listener): Promise<StopListening> {
    return listenOnServer(this.location.url, channel, listener);
  }

  learnTypes(): Promise<void> {
    return this.#types.learnFrom(this);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.publishedPool.end()]);
  }
}

/** @param further what each connection is set to beside what all are */
function poolAt({ url, poolSize, onIdleError }: ServerLocation, further = ''): pg.Pool {
  const settings = `SET TIME ZONE 'UTC'; SET statement_timeout = ${STATEMENT_TIMEOUT}; ${KEEP_PLANS}; ${further}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'gainsay',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool awaits it; only its type does not say so
    onConnect: async (connection) => {
      await connection.query(settings);
    },
  });
  pool.on('error', onIdleError);
  return pool;
}

/** The connection that Prisma's transaction holds; adapter-pg 7 keeps it in `client`, undocumented but stable. */
function clientOf(transaction: object): pg.PoolClient {
  if (!('client' in transaction))
    throw new Error('@prisma/adapter-pg no longer shows the connection of a transaction.');
  return transaction.client as pg.PoolClient;
}

/** Host, port and database of a connection URI, never its user or password. */
function describeServer(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
  return `${host}:${port === '' ? '5432' : port}${pathname}`;
}

/** Connects, waiting for a server that is still starting, as happens when both are started together. */
async function connectPatiently(location: ServerLocation, description: string): Promise<pg.Client> {
  const deadline = Date.now() + location.patience;
  for (;;) {
    const client = new pg.Client({
      connectionString: location.url,
      application_name: 'gainsay start',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isConnectionFailure(error)) throw refusedBy(description, error);
      if (Date.now() + RETRY_PAUSE > deadline) throw unreachable(description, location.patience, error);
      await delay(RETRY_PAUSE);
    }
  }
}

function unreachable(description: string, patience: number, cause: unknown): StartupError {
  return new StartupError(
    `No PostgreSQL server answers at ${description} (tried for ${Math.round(patience / 1000)} s: ` +
      `${reasonOf(cause)}). Start it, or correct DATABASE_URL; unset, the embedded database is used.`,
    { cause },
  );
}

function refusedBy(description: string, cause: unknown): StartupError {
  const state = sqlStateOf(cause);
  return new StartupError(
    `The PostgreSQL server at ${description} refused the connection: ${reasonOf(cause)}` +
      `${state ? ` (SQLSTATE ${state})` : ''}. Correct user, password and database in DATABASE_URL.`,
    { cause },
  );
}
