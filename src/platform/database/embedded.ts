import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { reasonOf, StartupError } from '../lifecycle/startup-error.js';
import { lockDataDirectory, type DirectoryLock } from './data-directory-lock.js';
import { EmbeddedUpkeep } from './embedded-upkeep.js';
import type { AdapterHooks, DatabaseDriver, Listener, Session, StatementRunner, StopListening } from './driver.js';
import { ResultTypes } from './result-types.js';
import { trackedAdapter, transactionAborted, type BegunTransaction } from './tracked-adapter.js';

/** Where the embedded database lives: in a directory that this process alone may use, or in memory until closed. */
export type EmbeddedLocation =
  | {
      readonly dataDirectory: string;
      /** Told when bringing tables in order in the background failed. */
      readonly onUpkeepError?: (error: unknown) => void;
    }
  | { readonly memory: true; /** A dump of a data directory. */ snapshot?: Blob };

/**
 * PostgreSQL inside this process (PGlite). It has one session: statements and transactions run one after another, and
 * a transaction has it to itself until it ends. What it acknowledged survives the death of the process; as it calls
 * no fsync, it does not promise to survive power loss.
 */
export class EmbeddedDriver implements DatabaseDriver {
  readonly kind = 'embedded';
  readonly #types = new ResultTypes();
  readonly published: StatementRunner = {
    // The one session serves everybody: what it sees is set for this statement alone.
    run: (text, values) =>
      this.pglite.transaction(async (tx) => {
        await tx.exec('SET LOCAL search_path = published, public');
        return this.#run(tx, text, values);
      }),
  };

  private constructor(
    private readonly pglite: PGlite,
    readonly description: string,
    private readonly lock: DirectoryLock | undefined,
    private readonly upkeep: EmbeddedUpkeep | undefined,
  ) {}

  /** @throws StartupError where the directory cannot be used or another service uses it */
  static async open(location: EmbeddedLocation): Promise<EmbeddedDriver> {
    const options = { extensions: { pg_trgm, unaccent } };
    if ('memory' in location) {
      const loaded = location.snapshot ? { loadDataDir: location.snapshot } : {};
      return EmbeddedDriver.#ready(await PGlite.create({ ...options, ...loaded }), 'in memory');
    }
    const { dataDirectory, onUpkeepError = () => undefined } = location;
    // Unpublished material lies here: only the user who runs the service may enter.
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw new StartupError(
        `The data directory ${dataDirectory} cannot be made (${reasonOf(error)}). ` +
          'Set GAINSAY_DATA_DIR to a directory that the service may write to.',
      );
    });
    const lock = await lockDataDirectory(dataDirectory);
    const pglite = await PGlite.create({ ...options, dataDir: join(dataDirectory, 'db') });
    const upkeep = new EmbeddedUpkeep(pglite, onUpkeepError);
    upkeep.start();
    return EmbeddedDriver.#ready(pglite, dataDirectory, lock, upkeep);
  }

  static async #ready(
    pglite: PGlite,
    description: string,
    lock?: DirectoryLock,
    upkeep?: EmbeddedUpkeep,
  ): Promise<EmbeddedDriver> {
    // Prisma's adapter reads times without their offset, and so would read them wrong in any other zone.
    await pglite.exec(`SET TIME ZONE 'UTC'`);
    return new EmbeddedDriver(pglite, description, lock, upkeep);
  }

  adapter(hooks: AdapterHooks): SqlDriverAdapterFactory {
    return trackedAdapter(new PrismaPGlite(this.pglite), (_, isolation) => this.#begin(isolation), hooks);
  }

  run<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    return this.#run<T>(this.pglite, text, values);
  }

  async #run<T>(runner: Pick<PGlite, 'query'>, text: string, values: readonly unknown[]): Promise<T[]> {
    const result = await runner.query<T>(text, [...values], { parsers: this.#types.byOid });
    return result.rows;
  }

  #begin(isolation: IsolationLevel | undefined): Promise<BegunTransaction> {
    return new Promise((begun, failed) => {
      // PGlite commits when this callback returns and rolls back when it throws.
      const finished = this.pglite.transaction(async (tx) => {
        if (isolation) await tx.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
        const queryable = await adapterOf(tx);
        await new Promise<void>((end, fail) => {
          begun({
            queryable,
            run: (text, values) => this.#run(tx, text, values),
            commit: async () => {
              await tx.query('SELECT 1').then(
                () => end(),
                (error: unknown) => fail(transactionAborted(error)),
              );
              await finished;
            },
            rollback: async () => {
              await tx.rollback().then(end, fail);
              await finished;
            },
          });
        });
      });
      finished.catch(failed);
    });
  }

  openSession(): Promise<Session> {
    return Promise.resolve({
      run: (text, values) => this.run(text, values),
      script: async (sql) => {
        await this.pglite.exec(sql);
      },
      release: () => Promise.resolve(),
    });
  }

  async listen(channel: string, listener: Listener): Promise<StopListening> {
    // Nobody but this process writes here, and its one session is never lost.
    return this.pglite.listen(channel, (message) => listener.heard(message));
  }

  async learnTypes(): Promise<void> {
    await this.#types.learnFrom(this);
    await this.pglite.refreshArrayTypes();
  }

  /** A copy of the whole database, to open others from in memory. */
  snapshot(): Promise<Blob> {
    return this.pglite.dumpDataDir('none');
  }

  async close(): Promise<void> {
    await this.upkeep?.stop();
    await this.pglite.close();
    await this.lock?.release();
  }
}

/** Prisma's adapter over one transaction: it needs no more of PGlite than `query`, which a transaction has. */
function adapterOf(transaction: PGliteTransaction): Promise<SqlDriverAdapter> {
  return new PrismaPGlite(transaction as unknown as PGlite).connect();
}
