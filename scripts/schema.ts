/**
 * Prints the schema that the service offers into schema.graphql, or with --check compares the two:
 * `npm run schema:write` and `npm run schema:check`. Runs on an empty database in memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Application from '../src/application.js';
import type * as Graphql from '../src/graphql/graphql.module.js';
import type * as Configuration from '../src/platform/config/config.js';
import type * as Databases from '../src/platform/database/database.js';
import type * as Embedded from '../src/platform/database/embedded.js';
import type * as Lifecycles from '../src/platform/lifecycle/lifecycle.js';
import type * as Logging from '../src/platform/logging/logger.js';
import { buildService } from '../test/support/service-build.js';

const committed = 'schema.graphql';

/** The schema of the service as its source stands now, which is compiled so that Nest finds its decorators' types. */
async function currentSchema(): Promise<string> {
  const build = await buildService();
  const folder = dirname(build.main);
  const load = <T>(path: string): Promise<T> => import(pathToFileURL(join(folder, path)).href) as Promise<T>;
  await import('reflect-metadata');
  const { createApplication } = await load<typeof Application>('application.js');
  const { printSchemaOf } = await load<typeof Graphql>('graphql/graphql.module.js');
  const { Config } = await load<typeof Configuration>('platform/config/config.js');
  const { Database } = await load<typeof Databases>('platform/database/database.js');
  const { EmbeddedDriver } = await load<typeof Embedded>('platform/database/embedded.js');
  const { Lifecycle } = await load<typeof Lifecycles>('platform/lifecycle/lifecycle.js');
  const { createLogger } = await load<typeof Logging>('platform/logging/logger.js');

  const config = Config.read({
    GAINSAY_DEMO: '0',
    GAINSAY_ADMIN_KEY: 'no-one-signs-in-here-000000',
    LOG_LEVEL: 'error',
  });
  const database = await Database.open(await EmbeddedDriver.open({ memory: true }));
  const platform = { config, database, lifecycle: new Lifecycle() };
  const application = await createApplication(platform, createLogger(config.logLevel));
  await application.init();
  const schema = printSchemaOf(application);
  await application.close();
  await database.close();
  await build.remove();
  return schema;
}

/** Shows how the committed schema would change. */
function showDifference(schema: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-schema-'));
  const file = join(folder, committed);
  writeFileSync(file, schema);
  spawnSync('git', ['--no-pager', 'diff', '--no-index', '--', committed, file], { stdio: 'inherit' });
  rmSync(folder, { recursive: true });
}

const schema = await currentSchema();
if (!process.argv.includes('--check')) {
  writeFileSync(committed, schema);
} else if (readFileSync(committed, 'utf8') !== schema) {
  showDifference(schema);
  console.error(`${committed} is not what the code offers. If the change is meant: npm run schema:write`);
  process.exitCode = 1;
} else {
  console.log(`${committed} is what the code offers`);
}
