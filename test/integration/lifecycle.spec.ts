import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MutationName } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { LIFE } from '../e2e/support/api-lifecycle.js';
import { known, type Known, type Stage } from '../e2e/support/lifecycle-command.js';
import { createTies } from '../e2e/support/api-ties.js';
import { World } from '../e2e/support/api-world.js';
import { expectSettled } from '../support/settled.js';
import { testDatabases, type DatabaseKind } from '../support/test-databases.js';

const RUNS = 4;

/** A database of one run's own, as the vocabulary is of all stories. */
async function setUp(kind: DatabaseKind): Promise<{ real: Stage; model: Known }> {
  const app = await startApi(kind);
  const world = await World.create(app);
  const ties = await createTies(app);
  const agents = [await world.agent('The ministry'), await world.agent('A paper')];
  const sources = [
    world.source,
    await world.addSource({ publisher: agents[1], publishedAt: '2024-12-26T08:00:00Z' }),
    await world.addSource({ title: 'A later one', publishedAt: '2025-01-10T00:00:00Z' }),
  ];
  const subjects = [world.subject, await world.addSubject('Another crash')];
  return { real: { app, world, sources, agents, subjects }, model: known(ties) };
}

describe.each(testDatabases)('claims, decisions and changes of the vocabulary in any order on %s', (kind) => {
  test('end in what a recheck computes from scratch', async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(LIFE, async (commands) => {
        const stage = await setUp(kind);
        try {
          await fc.asyncModelRun(() => stage, commands);
          await expectSettled(stage.real.app);
        } finally {
          await stage.real.app.close();
        }
        for (const [name, times] of stage.model.done) done.set(name, (done.get(name) ?? 0) + times);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    const times = (names: readonly MutationName[]) => names.reduce((sum, name) => sum + (done.get(name) ?? 0), 0);
    expect(times(['claimCreate', 'claimUpdate', 'claimRetract', 'citationRemove'])).toBeGreaterThan(0);
    expect(times(['conceptUpdate', 'propertyUpdate', 'identityUpdate', 'identityDelete'])).toBeGreaterThan(0);
  }, 600_000);
});
