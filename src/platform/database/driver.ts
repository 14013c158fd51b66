import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** Where one statement can be sent: a pool, one connection of it, or the embedded database. */
export interface StatementRunner {
  /**
   * Runs one parameterised statement.
   * @returns the rows, with values as described at `ResultTypes`
   * @throws the driver's own error, with the SQLSTATE in `code`
   */
  run<T>(text: string, values: readonly unknown[]): Promise<T[]>;
}

/**
 * A session of its own, for migrations and for locks that outlast a transaction; the embedded database shares its only
 * one. A script is statements without parameters, separated by semicolons.
 */
export interface Session extends StatementRunner {
  script(sql: string): Promise<void>;
  release(): Promise<void>;
}

/** Told of what is notified on a channel, and of the end of the connection that it was heard on. */
export interface Listener {
  heard(message: string): void;
  /** Nothing more is heard: what is notified from now on has to be listened for anew. */
  lost(error: Error): void;
}

/** Ends listening. */
export type StopListening = () => Promise<void>;

/** One kind of database, below Prisma and below `Database.query`. */
export interface DatabaseDriver extends StatementRunner {
  readonly kind: 'embedded' | 'postgresql';
  /** For people, without credentials: a directory, or host, port and name. */
  readonly description: string;
  /** Where statements see of some tables the public part only: that of the views in the schema `published`. */
  readonly published: StatementRunner;
  /** Prisma's adapter over the same connections; `onTransaction` is told of every transaction that it opens. */
  adapter(hooks: AdapterHooks): SqlDriverAdapterFactory;
  openSession(): Promise<Session>;
  /** Hears what is notified on a channel, by any process, once the transaction that did so has committed. */
  listen(channel: string, listener: Listener): Promise<StopListening>;
  /** Reads the array types of the database's own enums and domains, which exist only once migrations have run. */
  learnTypes(): Promise<void>;
  close(): Promise<void>;
}

/** An open transaction: statements sent here see its uncommitted rows. */
export interface OpenTransaction extends StatementRunner {
  readonly closed: boolean;
}

/** What the adapter tells its owner. */
export interface AdapterHooks {
  /** Before a statement outside any transaction of the adapter; throws where that would be a mistake. */
  beforeStatement(): void;
  /** When a transaction has begun. */
  onTransaction(transaction: OpenTransaction): void;
}
