import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { shippedPack } from '../support/shipped-pack.js';
import { killServiceProcessAt, runServiceProcess, startServiceProcess } from '../support/service-process.js';
import { post, startApp } from '../support/start-app.js';
import { createServerDatabase, openTestDatabase, testDatabases, type TestDatabase } from '../support/test-databases.js';

const COUNTS = `{
  stories(first: 100) { nodes { slug subjects { totalCount } sources { totalCount } claims { totalCount } } }
  agents(first: 1) { totalCount } concepts(first: 1) { totalCount } properties(first: 1) { totalCount }
  conceptSchemes(first: 1) { totalCount } contradictions(first: 1) { totalCount }
}`;
/** The vocabulary of the demo story is the pack that ships with the service. */
const PACK = shippedPack('incident');
const WHOLE_DEMO = {
  stories: {
    nodes: [
      {
        slug: 'flight-j2-8243',
        subjects: { totalCount: 1 },
        sources: { totalCount: 9 },
        claims: { totalCount: 15 },
      },
    ],
  },
  agents: { totalCount: 17 },
  concepts: { totalCount: PACK.concepts.length },
  properties: { totalCount: PACK.properties.length },
  conceptSchemes: { totalCount: PACK.schemes.length },
  contradictions: { totalCount: 8 },
};

/** The same database for an application that is to leave it open. */
function outliving(opened: TestDatabase): TestDatabase {
  return { ...opened, close: () => Promise.resolve() };
}

async function countsAt(url: string): Promise<unknown> {
  return (await post(`${url}/graphql`, { query: COUNTS }, null)).body.data;
}

describe.each(testDatabases)('loading the demo story on %s', (kind) => {
  test('GAINSAY_DEMO=0 loads nothing', async () => {
    const app = await startApp(await openTestDatabase(kind), { GAINSAY_DEMO: '0' });
    const { stories, ...others } = (await countsAt(app.url)) as Record<string, { totalCount: number }>;
    expect(stories).toEqual({ nodes: [] });
    expect(Object.values(others)).toEqual(Array(5).fill({ totalCount: 0 }));
    await app.close();
  });

  test('a start that is interrupted, however often, leaves what the next one completes, once', async () => {
    const opened = await openTestDatabase(kind);
    const { database } = opened;
    // Every step writes one audit event in its transaction: this refuses all after the given number.
    await database.prisma.$executeRaw`CREATE TABLE allowed (events int)`;
    await database.prisma.$executeRaw`INSERT INTO allowed VALUES (0)`;
    await database.prisma.$executeRaw`CREATE FUNCTION interrupt() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF (SELECT count(*) FROM audit_event) >= (SELECT events FROM allowed) THEN
        RAISE EXCEPTION 'interrupted'; END IF; RETURN NEW; END $$`;
    await database.prisma
      .$executeRaw`CREATE TRIGGER interrupt BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION interrupt()`;
    const start = () => startApp(outliving(opened), { GAINSAY_DEMO: '1' });
    // Among the sources and among the claims, which are written again each time.
    for (const events of [24, 42]) {
      await database.prisma.$executeRaw`UPDATE allowed SET events = ${events}`;
      await expect(start()).rejects.toThrow('interrupted');
    }
    await database.prisma.$executeRaw`DROP TRIGGER interrupt ON audit_event`;
    const app = await start();
    expect(await countsAt(app.url)).toEqual(WHOLE_DEMO);
    const doubled = await database.query(
      Prisma.sql`SELECT claim_id FROM citation GROUP BY claim_id, source_id, quote_start, claimant_id HAVING count(*) > 1`,
    );
    expect(doubled).toEqual([]);
    await app.close();
    await opened.close();
  });

  test('a later start loads nothing again, even where the story was changed', async () => {
    const opened = await openTestDatabase(kind);
    const first = await startApp(outliving(opened), { GAINSAY_DEMO: '1' });
    const { body } = await first.graphql('{ claims(filter: { property: "aboard" }) { nodes { id version } } }');
    const [{ id, version }] = body.data.claims.nodes;
    const retracted = await first.graphql(
      `mutation ($id: ID!, $version: Int!) {
        claimRetract(id: $id, expectedVersion: $version, reason: "Tried out.") { userErrors { message } } }`,
      { id, version },
    );
    expect(retracted.body.data.claimRetract.userErrors).toEqual([]);
    await first.close();

    const before = await opened.database.query(Prisma.sql`SELECT count(*) AS n FROM audit_event`);
    const second = await startApp(opened, { GAINSAY_DEMO: '1' });
    expect(await opened.database.query(Prisma.sql`SELECT count(*) AS n FROM audit_event`)).toEqual(before);
    const after = await second.graphql('query ($id: ID!) { claim(id: $id) { status } }', { id });
    expect(after.body.data.claim).toEqual({ status: 'RETRACTED' });
    await second.close();
  });

  test('a database that people have written to is left alone', async () => {
    const opened = await openTestDatabase(kind);
    const first = await startApp(outliving(opened));
    await first.graphql('mutation { agentCreate(input: { name: "A ministry", kind: OFFICE }) { agent { id } } }');
    await first.close();
    const second = await startApp(opened, { GAINSAY_DEMO: '1' });
    expect(await countsAt(second.url)).toMatchObject({ stories: { nodes: [] }, agents: { totalCount: 1 } });
    await second.close();
  });
});

describe('the service as a process', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gainsay-first-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const shownKey = (stdout: string): string | undefined => /Authorization: Bearer (gainsay_\S+)/.exec(stdout)?.[1];
  const roleOf = async (url: string, key: string): Promise<string | undefined> =>
    (await post(`${url}/graphql`, { query: '{ viewer { role } }' }, key)).body.data?.viewer.role;

  test('killed while it loads the demo story completes it at the next start', async () => {
    const variables = { GAINSAY_DATA_DIR: directory, GAINSAY_DEMO: '1' };
    const { signal, stdout } = await killServiceProcessAt(/loading the demo story/, variables);
    expect(signal).toBe('SIGKILL');
    expect(stdout).not.toContain('Gainsay is ready');
    const next = await startServiceProcess(variables);
    expect(await countsAt(next.url)).toEqual(WHOLE_DEMO);
    next.kill('SIGTERM');
    // The key of a start that never got to show it would be lost.
    expect(shownKey((await next.exit).stdout)).toBeDefined();
  });

  test('shows the key that it makes once, and says afterwards how to get a new one', async () => {
    const first = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    const key = shownKey((await first.logged(/Authorization: .*\n/)).input)!;
    expect(await roleOf(first.url, key)).toBe('ADMIN');
    first.kill('SIGTERM');
    await first.exit;

    const second = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    expect(await roleOf(second.url, key)).toBe('ADMIN');
    second.kill('SIGTERM');
    const { stdout } = await second.exit;
    expect(stdout).not.toContain(key);
    expect(stdout).toContain('with GAINSAY_ADMIN_KEY set to a new key of your choice');

    const chosen = 'a-key-of-the-operators-choice';
    const third = await startServiceProcess({ GAINSAY_DATA_DIR: directory, GAINSAY_ADMIN_KEY: chosen });
    expect(await roleOf(third.url, chosen)).toBe('ADMIN');
    third.kill('SIGTERM');
    const last = (await third.exit).stdout;
    expect(last).toContain('The key is the one that GAINSAY_ADMIN_KEY holds.');
    expect(last).not.toContain(chosen);
  });

  test('says that its port is in use, and has not used up the one time that the key is shown', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    const { code, stdout, stderr } = await runServiceProcess({ GAINSAY_DATA_DIR: directory, PORT });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Gainsay did not start. It cannot listen on 127.0.0.1, port ${PORT}: another program listens there already. ` +
        'Stop it, or choose another port with PORT.\n',
    );
    expect(shownKey(stdout)).toBeUndefined();
    const next = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    next.kill('SIGTERM');
    expect(shownKey((await next.exit).stdout)).toBeDefined();
  });

  test('two at once on one server load the demo story once and make one key', async () => {
    const { url: DATABASE_URL, drop } = await createServerDatabase('empty');
    const variables = { DATABASE_URL, GAINSAY_DEMO: '1' };
    const services = await Promise.all([startServiceProcess(variables), startServiceProcess(variables)]);
    for (const { url } of services) expect(await countsAt(url)).toEqual(WHOLE_DEMO);
    services.forEach((service) => service.kill('SIGTERM'));
    const keys = (await Promise.all(services.map(({ exit }) => exit))).map(({ stdout }) => shownKey(stdout));
    expect(keys.filter((key) => key !== undefined)).toHaveLength(1);
    await drop();
  });
});
