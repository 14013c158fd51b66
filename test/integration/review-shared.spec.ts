import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { change, endpointAt, read, type Endpoint, type Json } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { becauseOf, MOVES, outcomeOf, type Move } from '../e2e/support/review-model.js';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { ADMIN_KEY } from '../support/start-app.js';
import { createServerDatabase, type ServerDatabase } from '../support/test-databases.js';
import { verified } from '../support/verified.js';

const WRITERS = ['Cleo', 'Ed'];
/** Whoever writes may not approve; the others may. */
const PEOPLE = [...WRITERS, 'Eve', 'Finn'];
const ROUNDS = 60;
const CLAIMS = 3;
const STATE = 'query ($id: ID!) { claim(id: $id) { version status } }';
/** The moves by which a claim comes to be in review, from each state. */
const ONWARD_TO_REVIEW: Readonly<Record<string, readonly Move[]>> = {
  DRAFT: ['claimSubmit'],
  CHANGES_REQUESTED: ['claimSubmit'],
  IN_REVIEW: [],
  PUBLISHED: ['claimRetract', 'claimReopen', 'claimSubmit'],
  REJECTED: ['claimReopen', 'claimSubmit'],
  RETRACTED: ['claimReopen', 'claimSubmit'],
};
const RECORD = `query ($id: ID!) { claim(id: $id) { status version revisions(first: 100) {
  nodes { version actor { ... on User { name } } changes { field before after } } } } }`;

/** A random walk that is the same each time: the interleaving of two processes is random enough. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('claims in review by two services on one PostgreSQL server', () => {
  let shared: ServerDatabase;
  let database: Database;
  let services: ServiceProcess[];
  let endpoints: Endpoint[];
  const keys: { name: string; key: string }[] = [];

  beforeAll(async () => {
    shared = await createServerDatabase('migrated');
    const location = { url: shared.url, poolSize: 5, patience: 10_000, onIdleError: () => undefined };
    database = await Database.open(await PostgresqlDriver.open(location));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    for (const name of PEOPLE) keys.push({ name, key: await insertKey(database, { role: 'EDITOR', name }) });
    const variables = { DATABASE_URL: shared.url, GAINSAY_ADMIN_KEY: ADMIN_KEY };
    services = [await startServiceProcess(variables), await startServiceProcess(variables)];
    endpoints = services.map(({ url }) => endpointAt(url));
  });
  afterAll(async () => {
    await database.close();
    for (const service of services) {
      service.kill('SIGKILL');
      await service.exit;
    }
    await shared.drop();
  });

  test('of acts at the same moment each counts once or not at all, and nobody publishes their own', async () => {
    const roll = dice(7);
    const world = await World.create(endpoints[0]!);
    const claims: string[] = [];
    for (let i = 0; i < CLAIMS; i += 1) {
      const input = world.inputOf({ subject: await world.addSubject(`Event ${i}`), quantity: '7' });
      claims.push(
        (await change(endpoints[0]!, 'claimCreate', { input }, 'claim { id }', { key: keys[i % 2]!.key })).claim.id,
      );
    }
    // What leads on comes more often, so that claims are published and taken back several times.
    const onward: Move[] = ['claimSubmit', 'claimSubmit', 'claimApprove', 'claimApprove', 'claimReopen', 'claimReopen'];
    const moves = [...(Object.keys(MOVES) as Move[]), ...onward];
    const statements: string[] = [];
    let done = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = claims[roll(CLAIMS)]!;
      const { claim } = await read(endpoints[0]!, STATE, { id });
      const at = { id, expectedVersion: claim.version };
      const mayWrite = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'].includes(claim.status);
      // Everybody acts at once on what they have all just read, half of them through the other service.
      const acts = keys.map(async (actor, i) => {
        const endpoint = endpoints[i % 2]!;
        if (mayWrite && WRITERS.includes(actor.name) && roll(4) === 0) {
          const statement = `Put anew in round ${round} by ${actor.name}.`;
          const outcome = await outcomeOf(endpoint, 'claimUpdate', { ...at, input: { statement } }, actor);
          if (outcome === 'DONE') statements.push(statement);
          return outcome;
        }
        const move = moves[roll(moves.length)]!;
        return outcomeOf(endpoint, move, { ...at, ...becauseOf(move) }, actor);
      });
      done += (await Promise.all(acts)).filter((outcome) => outcome === 'DONE').length;
    }
    // However it went, in the end all approve each claim at the same moment.
    for (const id of claims) {
      const act = async (move: Move, { key }: { key: string }, endpoint = endpoints[0]!): Promise<string> => {
        const expectedVersion = (await read(endpoints[0]!, STATE, { id })).claim.version;
        return outcomeOf(endpoint, move, { id, expectedVersion, ...becauseOf(move) }, { key });
      };
      const { claim } = await read(endpoints[0]!, STATE, { id });
      for (const move of ONWARD_TO_REVIEW[claim.status]!) {
        expect(await act(move, keys[0]!)).toBe('DONE');
        done += 1;
      }
      const approved = await Promise.all(keys.map((actor, i) => act('claimApprove', actor, endpoints[i % 2])));
      expect(approved.filter((outcome) => outcome === 'DONE')).toHaveLength(1);
      done += 1;
    }

    const written: string[] = [];
    let changes = 0;
    let published = 0;
    for (const id of claims) {
      const { claim } = await read(endpoints[1]!, RECORD, { id });
      const authors = new Set<string>();
      let status = 'DRAFT';
      claim.revisions.nodes.forEach(({ version, actor, changes: fields }: Json, i: number) => {
        expect(version).toBe(i + 1);
        const moved = fields.find(({ field }: Json) => field === 'status');
        if (!moved) {
          authors.add(actor.name);
          if (i > 0)
            written.push(...fields.filter(({ field }: Json) => field === 'statement').map(({ after }: Json) => after));
          return;
        }
        expect(moved.before).toBe(status);
        const possible = Object.values(MOVES).filter(({ from }) => (from as readonly string[]).includes(status));
        expect(possible.map(({ to }) => to)).toContain(moved.after);
        if (moved.after === 'PUBLISHED') {
          published += 1;
          expect([...authors]).not.toContain(actor.name);
        }
        status = moved.after;
      });
      expect(claim).toMatchObject({ status, version: claim.revisions.nodes.length });
      changes += claim.version - 1;
    }
    expect(done).toBe(changes);
    expect(written.sort()).toEqual(statements.sort());
    expect(published).toBeGreaterThanOrEqual(CLAIMS);
    expect((await verified(database)).fault).toBeNull();
  }, 180_000);
});
