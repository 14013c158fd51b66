import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineCode from '@prisma/schema-engine-wasm/schema_engine_bg';
import { EmbeddedDriver } from '../src/platform/database/embedded.js';
import { applyMigrations, type Migration } from '../src/platform/database/migrations.js';

const SCHEMA_PATH = 'prisma/schema.prisma';
/** The table that records the migrations is none of the model's. */
const FILTERS = { externalTables: ['public._prisma_migrations'], externalEnums: [] };
/** The exit code of the engine where there is a difference. */
const DIFFERENT = 2;

/**
 * Replays the migrations into a database in memory and compares what comes out with a Prisma schema.
 *
 * Prisma's engine sees tables, columns, enums, keys and plain indexes with their types and operator classes. Checks,
 * triggers, functions, views, and partial or expression indexes it sees on neither side: they are no drift.
 * @returns the SQL that turns the one into the other; empty where they agree
 */
export async function migrationDrift(migrations: readonly Migration[], schema: string): Promise<string> {
  const driver = await EmbeddedDriver.open({ memory: true });
  try {
    await applyMigrations(driver, migrations);
    const engine = await startEngine(driver, schema);
    const files = [{ path: SCHEMA_PATH, content: schema }];
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: 'prisma' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return exitCode === DIFFERENT ? (stdout ?? '') : '';
  } finally {
    await driver.close();
  }
}

/** The schema engine as WebAssembly, because the native one would have to be downloaded. */
async function startEngine(driver: EmbeddedDriver, schema: string): Promise<engineCode.SchemaEngine> {
  await loadEngine();
  const factory = driver.adapter({ beforeStatement: () => undefined, onTransaction: () => undefined });
  // A shadow database is what the engine would replay migrations into; here that is done already.
  const adapter = bindMigrationAwareSqlAdapterFactory({ ...factory, connectToShadowDb: () => factory.connect() });
  return engineCode.SchemaEngine.new({ datamodels: [[SCHEMA_PATH, schema]] }, () => undefined, adapter);
}

let engineLoaded: Promise<void> | undefined;

/**
 * What the package's own entry does by importing the .wasm file, which Node allows behind a flag only. Once in a
 * process: the code keeps views of the memory of the instance that it was first given.
 */
function loadEngine(): Promise<void> {
  return (engineLoaded ??= instantiateEngine());
}

async function instantiateEngine(): Promise<void> {
  const code = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(code.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': engineCode as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), imports);
  const glue = engineCode as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
