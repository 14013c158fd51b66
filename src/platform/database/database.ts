import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceUnavailableException } from '@nestjs/common';
import { Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { countSqlStatement, currentAudience } from '../request-context/request-context.js';
import { isCrowdedOut, isRetryable } from './database-errors.js';
import type { DatabaseDriver, Listener, OpenTransaction, StopListening } from './driver.js';
import { applyMigrations } from './migrations.js';

/** Prisma's client bound to one transaction, and direct statements in the same transaction. */
export type Transaction = Prisma.TransactionClient & {
  /** As `Database.query`, inside the transaction: it sees the rows that the transaction wrote. */
  query<T>(sql: Prisma.Sql): Promise<T[]>;
  /** As `Database.statement`, inside the transaction. */
  statement<T>(text: string, values: readonly unknown[]): Promise<T[]>;
};

/** Limits of one transaction. */
export interface TransactionOptions {
  /** How long to wait for a connection, in milliseconds; on the embedded database, for all others to finish. */
  readonly maxWait?: number;
  /** How long the work may take, in milliseconds, before it is rolled back. */
  readonly timeout?: number;
  /** How often the work may be run in all when it keeps losing against others. */
  readonly attempts?: number;
  /** Whether all statements see the database as it was at the first one, for work that reads and does not write. */
  readonly frozen?: boolean;
}

const DEFAULTS = { maxWait: 10_000, timeout: 20_000, attempts: 5, frozen: false } as const;
/** The first pause before running again, in milliseconds; it doubles each time. */
const FIRST_PAUSE = 10;

/** Puts the views of what is published before the tables that they show a part of, until the transaction ends. */
const SEE_PUBLISHED = 'SET LOCAL search_path = published, public';

const CROWDED_OUT = 'The service has more to write than it can at this moment. Nothing was changed; try again.';

/** The transaction that the running code is inside of, if any. */
interface TransactionScope {
  transaction?: OpenTransaction;
}

/**
 * The database of the service, embedded or a server, with its migrations applied.
 *
 * Writes go through `transaction` and Prisma. Reads that serve lists go through `query`, which sends SQL past Prisma
 * (docs/adr/0004-reads-in-sql.md says why). Inside a transaction only `tx` may be used: anything else would wait for
 * the transaction's own end on the embedded database, and miss its writes on a server, so it is refused on both.
 */
export class Database {
  /** Prisma's client. */
  readonly prisma: PrismaClient;
  readonly #scopes = new AsyncLocalStorage<TransactionScope>();

  private constructor(private readonly driver: DatabaseDriver) {
    const adapter = driver.adapter({
      beforeStatement: () => this.#refuseInsideTransaction(),
      onTransaction: (transaction) => {
        const scope = this.#scopes.getStore();
        if (scope) scope.transaction = transaction;
      },
    });
    this.prisma = new PrismaClient({ adapter });
  }

  /**
   * Applies the migrations and connects Prisma. The database takes the driver over and closes it, here too when
   * opening fails.
   * @throws StartupError where the migrations do not fit the database
   */
  static async open(driver: DatabaseDriver): Promise<Database> {
    try {
      await applyMigrations(driver);
      await driver.learnTypes();
      const database = new Database(driver);
      await database.prisma.$connect();
      return database;
    } catch (error) {
      await driver.close();
      throw error;
    }
  }

  /** Which of the two kinds of database this is. */
  get kind(): DatabaseDriver['kind'] {
    return this.driver.kind;
  }

  /**
   * Runs one statement, made with `Prisma.sql`, as a prepared statement and without Prisma's engine. In a request of the
   * public it sees nothing that is not published, whatever it asks for, as does `tx.query` (docs/adr/0026-what-the-public-sees.md).
   *
   * timestamptz, timestamp and date come as `Date`, int8 and count(*) as number, numeric as text, json as parsed
   * values, arrays as arrays, uuid and enums as text. A json parameter is passed as JSON text.
   * @throws the driver's error; see `isUniqueViolation` and its neighbours
   */
  async query<T>(sql: Prisma.Sql): Promise<T[]> {
    this.#refuseInsideTransaction();
    countSqlStatement();
    const runner = currentAudience() === 'PUBLIC' ? this.driver.published : this.driver;
    return runner.run<T>(sql.text, sql.values);
  }

  /**
   * Runs one statement of a library that brings its own SQL, with `$1` and so on for values. As `query` in all else.
   */
  async statement<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    this.#refuseInsideTransaction();
    countSqlStatement();
    return this.driver.run<T>(text, values);
  }

  /**
   * Runs statements of a library that brings its own SQL, without values and separated by semicolons, in a session of
   * their own. They may hold a transaction, which is rolled back where one of them fails.
   */
  async script(sql: string): Promise<void> {
    this.#refuseInsideTransaction();
    const session = await this.driver.openSession();
    try {
      await session.script(sql).catch(async (error: unknown) => {
        await session.script('ROLLBACK');
        throw error;
      });
    } finally {
      await session.release();
    }
  }

  /**
   * Runs `work` in one transaction at read committed, unless told otherwise: all of it is kept, or, where it throws, nothing.
   *
   * Work that loses against another transaction (a deadlock or a serialization failure) is rolled back and run again
   * after a short random pause, so it must have no effect outside the database.
   * @returns what `work` returned, after the commit
   * @throws ServiceUnavailableException where it could not begin in time
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const { attempts, ...limits } = { ...DEFAULTS, ...options };
    this.#refuseInsideTransaction();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(work, limits);
      } catch (error) {
        if (isCrowdedOut(error)) throw new ServiceUnavailableException(CROWDED_OUT, { cause: error });
        if (attempt >= attempts || !isRetryable(error)) throw error;
        await delay(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + Math.random()));
      }
    }
  }

  /**
   * Runs `work`, which may hold any number of transactions, while no other process runs work under the same lock;
   * others wait, however long. A process that dies frees the lock.
   * @param lock any number that only this kind of work uses
   */
  async alone<T>(lock: number, work: () => Promise<T>): Promise<T> {
    const session = await this.driver.openSession();
    try {
      await session.run('SELECT pg_advisory_lock($1)', [lock]);
      try {
        return await work();
      } finally {
        await session.run('SELECT pg_advisory_unlock($1)', [lock]);
      }
    } finally {
      await session.release();
    }
  }

  /**
   * Hears what is notified on a channel, by whichever process on this database, once the transaction that did so has
   * committed. On a server it takes a connection of its own.
   */
  listen(channel: string, listener: Listener): Promise<StopListening> {
    return this.driver.listen(channel, listener);
  }

  #attempt<T>(
    work: (tx: Transaction) => Promise<T>,
    { frozen, ...limits }: { maxWait: number; timeout: number; frozen: boolean },
  ): Promise<T> {
    const scope: TransactionScope = {};
    const begin = async (client: Prisma.TransactionClient): Promise<T> => {
      if (currentAudience() === 'PUBLIC') await scope.transaction?.run(SEE_PUBLISHED, []);
      return work(withQuery(client, scope));
    };
    return this.#scopes.run(scope, () =>
      this.prisma.$transaction(begin, {
        ...limits,
        isolationLevel: Prisma.TransactionIsolationLevel[frozen ? 'RepeatableRead' : 'ReadCommitted'],
      }),
    );
  }

  #refuseInsideTransaction(): void {
    const transaction = this.#scopes.getStore()?.transaction;
    if (transaction && !transaction.closed) {
      throw new Error('Inside a transaction, use the tx that it gave: this would run outside of it.');
    }
  }

  /** Waits for statements under way and closes every connection. */
  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.driver.close();
  }
}

function withQuery(client: Prisma.TransactionClient, scope: TransactionScope): Transaction {
  const statement = async <T>(text: string, values: readonly unknown[]): Promise<T[]> => {
    const { transaction } = scope;
    if (!transaction || transaction.closed) throw new Error('The transaction has ended; its tx can no longer be used.');
    return transaction.run<T>(text, values);
  };
  const query = <T>(sql: Prisma.Sql): Promise<T[]> => statement<T>(sql.text, sql.values);
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') return query;
      return name === 'statement' ? statement : (Reflect.get(target, name, target) as unknown);
    },
  }) as Transaction;
}
