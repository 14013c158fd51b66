import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RecheckService, UpkeepModule, type RecheckSummary } from './features/upkeep/index.js';
import { Config } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { Lifecycle } from './platform/lifecycle/lifecycle.js';
import { StartupError } from './platform/lifecycle/startup-error.js';
import { createLogger } from './platform/logging/logger.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/**
 * `npm run recheck`: computes all contradictions from scratch and compares them with what is stored.
 * Exits with 0 where there is no difference (or all were repaired), with 1 where there is, with 2 where it could not run.
 */
const USAGE = `Usage: npm run recheck [-- --repair]

Computes all contradictions from scratch and lists where what is stored differs. --repair brings it in line.
`;

/** As much of the service as that takes: no server, no API. */
@Module({})
class RecheckModule {
  static with(platform: Platform): DynamicModule {
    return { module: RecheckModule, imports: [PlatformModule.with(platform), UpkeepModule] };
  }
}

async function recheck(repair: boolean): Promise<number> {
  const config = Config.read(process.env);
  const logger = createLogger('error');
  const database = await openDatabase(config, logger);
  try {
    const application = await NestFactory.createApplicationContext(
      RecheckModule.with({ config, database, lifecycle: new Lifecycle() }),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    const summary = await application.get(RecheckService).run(repair, print);
    summaryLines(summary, repair).forEach(print);
    await application.close();
    return summary.differences === 0 || repair ? 0 : 1;
  } finally {
    await database.close();
  }
}

function summaryLines({ subjects, claims, differences, waiting }: RecheckSummary, repair: boolean): string[] {
  const examined = `${claims} claims about ${subjects} subjects examined`;
  if (differences === 0) return [`${examined}: no differences.`];
  const expected = `In ${waiting} subjects they are to be expected: a change of the vocabulary has yet to be worked through, which the service does while it runs.`;
  return [`${examined}: ${differences} differences${repair ? ', repaired' : ''}.`, ...(waiting > 0 ? [expected] : [])];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const options = process.argv.slice(2);
try {
  if (options.some((option) => option !== '--repair')) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  } else {
    process.exitCode = await recheck(options.includes('--repair'));
  }
} catch (error) {
  const text = error instanceof StartupError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Gainsay could not recheck. ${text}\n`);
  process.exitCode = 2;
}
