import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { Lifecycle } from './platform/lifecycle/lifecycle.js';
import { StartupError } from './platform/lifecycle/startup-error.js';
import { createLogger } from './platform/logging/logger.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** What a process ends with where it could not do what it was asked to. */
const COULD_NOT_RUN = 2;

/** As much of the service as a command takes: no server, no API. */
@Module({})
class CommandModule {
  static with(platform: Platform, features: readonly Type[]): DynamicModule {
    return { module: CommandModule, imports: [PlatformModule.with(platform), ...features] };
  }
}

/** Does something with features of the service on the database that the environment names. */
export async function withFeatures<Result>(
  features: readonly Type[],
  work: (application: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const config = Config.read(process.env);
  const logger = createLogger('error');
  const database = await openDatabase(config, logger);
  try {
    const application = await NestFactory.createApplicationContext(
      CommandModule.with({ config, database, lifecycle: new Lifecycle() }, features),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    const result = await work(application);
    await application.close();
    return result;
  } finally {
    await database.close();
  }
}

/**
 * Runs a command and has the process end with what it gives, or with 2 where it cannot run.
 * @param what it does, as the end of "Gainsay could not": recheck
 * @param command gives the exit code, or null where its options are not understood
 */
export async function runCommand(what: string, usage: string, command: () => Promise<number | null>): Promise<void> {
  try {
    const code = await command();
    if (code === null) process.stderr.write(usage);
    process.exitCode = code ?? COULD_NOT_RUN;
  } catch (error) {
    const text = error instanceof StartupError ? error.message : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`Gainsay could not ${what}. ${text}\n`);
    process.exitCode = COULD_NOT_RUN;
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
