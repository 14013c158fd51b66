import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { startApp } from '../support/start-app.js';
import { openTestDatabase, testDatabases } from '../support/test-databases.js';

/** One operation of docs/walk.md and the answer that it shows. */
interface Step {
  readonly operation: string;
  readonly answer: unknown;
}

/** The names that stand for an id or a time, which differ from run to run. */
const PLACEHOLDER = /^[A-Z]+(_[A-Z]+)*_(ID|TIME)$/;

async function readSteps(): Promise<Step[]> {
  const text = await readFile(fileURLToPath(new URL('../../docs/walk.md', import.meta.url)), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, content]) => ({
    kind,
    content: content!,
  }));
  const operations = blocks.filter(({ kind }) => kind !== 'json').map(operationOf);
  const answers = blocks.filter(({ kind }) => kind === 'json');
  expect(blocks.map(({ kind }) => kind === 'json')).toEqual(operations.flatMap(() => [false, true]));
  return operations.map((operation, i) => ({ operation, answer: JSON.parse(answers[i]!.content) }));
}

/** What a block asks; of a call of curl, what it sends. */
function operationOf({ kind, content }: { kind: string | undefined; content: string }): string {
  if (kind === 'graphql') return content;
  return (JSON.parse(/-d '(.*)'/.exec(content)![1]!) as { query: string }).query;
}

/** The expected answer with what is known of its placeholders put in; learns the others from the actual answer. */
function filledIn(expected: unknown, actual: unknown, known: Map<string, string>): unknown {
  if (typeof expected === 'string' && PLACEHOLDER.test(expected)) {
    if (!known.has(expected) && typeof actual === 'string' && actual !== '') known.set(expected, actual);
    return known.get(expected) ?? expected;
  }
  if (Array.isArray(expected)) {
    return expected.map((each, i) => filledIn(each, Array.isArray(actual) ? actual[i] : undefined, known));
  }
  if (expected === null || typeof expected !== 'object') return expected;
  const values = (actual ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(expected).map(([key, each]) => [key, filledIn(each, values[key], known)]));
}

describe.each(testDatabases)('docs/walk.md on %s', (kind) => {
  test('every operation gives the answer that it shows', async () => {
    const app = await startApp(await openTestDatabase(kind), { GAINSAY_DEMO: '1' });
    const known = new Map<string, string>();
    const steps = await readSteps();
    expect(steps.length).toBeGreaterThan(10);
    for (const { operation, answer } of steps) {
      const query = operation.replace(/"([A-Z_]+_ID)"/g, (_, name: string) => JSON.stringify(known.get(name)));
      const { body } = await app.graphql(query);
      expect({ operation, answer: body }).toEqual({ operation, answer: filledIn(answer, body, known) });
    }
    // Two names for one id would hide a mistake.
    expect(new Set(known.values()).size).toBe(known.size);
    await app.close();
  }, 120_000);
});
