/**
 * Prints the JSON Schema of vocabulary packs into packs/pack.schema.json, where editors find it, or with --check compares
 * the two: part of `npm run schema:write` and `npm run schema:check`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { PACK_SCHEMA } from '../src/features/packs/pack-schema.js';

const committed = 'packs/pack.schema.json';

const options = await resolveConfig(committed);
const schema = await format(JSON.stringify(PACK_SCHEMA), { ...options, filepath: committed });
if (!process.argv.includes('--check')) {
  writeFileSync(committed, schema);
} else if (readFileSync(committed, 'utf8') !== schema) {
  console.error(`${committed} is not what the import validates by. If the change is meant: npm run schema:write`);
  process.exitCode = 1;
} else {
  console.log(`${committed} is what the import validates by`);
}
