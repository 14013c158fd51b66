import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { Database } from './database.js';
import { EmbeddedDriver } from './embedded.js';
import { PostgresqlDriver } from './postgresql.js';

/** How long a server that does not answer is tried at start, in milliseconds: time for it to start itself. */
const PATIENCE = 20_000;

/**
 * Opens the database that the configuration names and brings its tables up to date.
 * @throws StartupError where it cannot be used, saying why and what to do
 */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  const driver =
    config.databaseUrl === undefined
      ? await EmbeddedDriver.open({
          dataDirectory: config.dataDirectory,
          onUpkeepError: (error) => logger.warn({ err: error }, 'tables could not be brought in order'),
        })
      : await PostgresqlDriver.open({
          url: config.databaseUrl,
          poolSize: config.databasePoolSize,
          patience: PATIENCE,
          onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection was lost'),
        });
  logger.info({ kind: driver.kind, at: driver.description }, 'database opened');
  return Database.open(driver);
}
