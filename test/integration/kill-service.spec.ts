import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { Database } from '../../src/platform/database/index.js';
import { documentOf, endpointAt, read, type Json } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { ADMIN_KEY } from '../support/start-app.js';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { createDataDirectory } from '../support/test-databases.js';

const ROUNDS = 6;
const WRITERS = 4;

/** What a client knows of one round: the story, and the ids that were acknowledged. */
interface Round {
  readonly story: string;
  readonly claims: string[];
  readonly contradictions: string[];
}

/** Claims figure after figure to one question, each against all before it, until the service is gone. */
async function write(world: World, next: () => number, round: Round): Promise<void> {
  const document = documentOf('claimCreate', 'claim { id } contradictions { id }');
  for (;;) {
    const input = world.inputOf({ property: 'score', quantity: String(next()) });
    let body: Json;
    try {
      ({ body } = await world.endpoint.graphql(document, { input }));
    } catch {
      return; // The kill came before the answer: nothing was acknowledged.
    }
    if (body.errors) throw new Error(`A write failed: ${JSON.stringify(body.errors)}`);
    round.claims.push(body.data.claimCreate.claim.id);
    round.contradictions.push(...body.data.claimCreate.contradictions.map(({ id }: Json) => id));
  }
}

/** Lets clients write into a new story and kills the service in the middle of it. */
async function writeAndKill(service: ServiceProcess, first: World, lifetime: number): Promise<Round> {
  const world = await first.another();
  const round: Round = { story: world.story, claims: [], contradictions: [] };
  let figure = 0;
  const writing = Promise.all(Array.from({ length: WRITERS }, () => write(world, () => (figure += 1), round)));
  while (round.contradictions.length === 0) await delay(1);
  await delay(lifetime);
  service.kill('SIGKILL');
  await writing;
  expect((await service.exit).signal).toBe('SIGKILL');
  return round;
}

/** All that was acknowledged is there, and what is there beyond it is whole. */
async function expectWhole(world: World, { story, claims, contradictions }: Round): Promise<void> {
  const { story: found } = await read(
    world.endpoint,
    `query ($id: ID!) { story(id: $id) { questions { nodes { disputed } }
      claims(first: 100) { totalCount nodes { id citations { totalCount } revisions { totalCount } } }
      contradictions { totalCount } } }`,
    { id: story },
  );
  const ids: string[] = found.claims.nodes.map(({ id }: Json) => id);
  const count: number = found.claims.totalCount;
  expect(ids).toHaveLength(count);
  expect(claims.filter((id) => !ids.includes(id))).toEqual([]);
  expect(
    found.claims.nodes.filter((claim: Json) => claim.citations.totalCount !== 1 || claim.revisions.totalCount !== 1),
  ).toEqual([]);
  // All figures differ, so each two of them contradict each other.
  expect(found.contradictions.totalCount).toBe((count * (count - 1)) / 2);
  expect(found.questions.nodes).toEqual([{ disputed: count > 1 }]);
  for (let i = 0; i < contradictions.length; i += 100) {
    const page = contradictions.slice(i, i + 100);
    const { nodes } = await read(world.endpoint, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: page });
    expect(nodes).toEqual(page.map((id) => ({ id })));
  }
}

test('kill -9 under write load loses nothing that the service acknowledged, and it starts again by itself', async () => {
  const { path: directory, remove } = await createDataDirectory();
  const start = (): Promise<ServiceProcess> =>
    startServiceProcess({ GAINSAY_DATA_DIR: directory, GAINSAY_ADMIN_KEY: ADMIN_KEY });
  try {
    const database = await Database.open(await EmbeddedDriver.open({ dataDirectory: directory }));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    await database.close();

    let service = await start();
    let world = await World.create(endpointAt(service.url));
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      rounds.push(await writeAndKill(service, world, (i * 106) % 300));
      service = await start();
      world = world.through(endpointAt(service.url));
      await expectWhole(world, rounds.at(-1)!);
    }
    for (const round of rounds) await expectWhole(world, round);
    service.kill('SIGTERM');
    expect((await service.exit).code).toBe(0);
  } finally {
    await remove();
  }
}, 300_000);
