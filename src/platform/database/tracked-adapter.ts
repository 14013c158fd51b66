import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { countSqlStatement } from '../request-context/request-context.js';
import type { AdapterHooks, OpenTransaction } from './driver.js';

/** A transaction that has begun on one connection, as the two kinds of database give it. */
export interface BegunTransaction {
  /** Prisma's way to send statements in it. */
  readonly queryable: SqlQueryable;
  run<T>(text: string, values: readonly unknown[]): Promise<T[]>;
  /** Commits and frees the connection; throws where the database did not keep the work. */
  commit(): Promise<void>;
  /** Rolls back and frees the connection. */
  rollback(): Promise<void>;
}

/** Begins a transaction on the connections of one adapter. */
export type BeginTransaction = (inner: SqlDriverAdapter, isolation?: IsolationLevel) => Promise<BegunTransaction>;

/** The error of a commit that the database answered by rolling back, after a statement's failure had been caught. */
export function transactionAborted(cause?: unknown): Error {
  return new Error('A statement of this transaction had failed, so the database kept nothing of it.', { cause });
}

/** A transaction as Prisma drives it and as `Database` sends its own statements into it. */
class TrackedTransaction implements Transaction, OpenTransaction {
  /** Commit and rollback belong to this class, so Prisma sends no COMMIT or ROLLBACK of its own. */
  readonly options = { usePhantomQuery: true };
  readonly provider = 'postgres';
  readonly adapterName: string;
  closed = false;

  constructor(private readonly begun: BegunTransaction) {
    this.adapterName = begun.queryable.adapterName;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    countSqlStatement();
    return this.begun.queryable.queryRaw(query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    countSqlStatement();
    return this.begun.queryable.executeRaw(query);
  }

  run<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    countSqlStatement();
    return this.begun.run(text, values);
  }

  commit(): Promise<void> {
    this.closed = true;
    return this.begun.commit();
  }

  rollback(): Promise<void> {
    this.closed = true;
    return this.begun.rollback();
  }
}

class TrackedAdapter implements SqlDriverAdapter {
  readonly provider = 'postgres';
  readonly adapterName: string;

  constructor(
    private readonly inner: SqlDriverAdapter,
    private readonly begin: BeginTransaction,
    private readonly hooks: AdapterHooks,
  ) {
    this.adapterName = inner.adapterName;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.hooks.beforeStatement();
    countSqlStatement();
    return this.inner.queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    this.hooks.beforeStatement();
    countSqlStatement();
    return this.inner.executeRaw(query);
  }

  executeScript(script: string): Promise<void> {
    return this.inner.executeScript(script);
  }

  async startTransaction(isolation?: IsolationLevel): Promise<Transaction> {
    this.hooks.beforeStatement();
    const transaction = new TrackedTransaction(await this.begin(this.inner, isolation));
    this.hooks.onTransaction(transaction);
    return transaction;
  }

  getConnectionInfo(): ConnectionInfo {
    return this.inner.getConnectionInfo?.() ?? { supportsRelationJoins: true };
  }

  dispose(): Promise<void> {
    return this.inner.dispose();
  }
}

/**
 * Prisma's driver adapter `inner` with three additions: every statement is counted for the current request, the hooks
 * hear of transactions, and a commit that the database turned into a rollback is an error instead of a silent loss
 * (`COMMIT` of a failed transaction succeeds in PostgreSQL, and pglite-prisma-adapter 0.7 drops errors of its commit).
 */
export function trackedAdapter(
  inner: SqlDriverAdapterFactory,
  begin: BeginTransaction,
  hooks: AdapterHooks,
): SqlDriverAdapterFactory {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => new TrackedAdapter(await inner.connect(), begin, hooks),
  };
}
