import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const AGENT = 'agent { name kind aliases sameAs partOf { name } }';

describe.each(oneDatabase)('changes of agents on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  const update = (id: string, input: object, selection = AGENT): Promise<Json> =>
    change(app, 'agentUpdate', { id, input }, selection);

  test('leave what is not named, and take lists as wholes', async () => {
    const whole = await world.agent('Ministry of transport');
    const id = await world.agent('Aviation agency', {
      partOf: whole,
      aliases: ['AA'],
      sameAs: ['https://aa.example/'],
    });
    expect((await update(id, { kind: 'ORGANISATION' })).agent).toEqual({
      name: 'Aviation agency',
      kind: 'ORGANISATION',
      aliases: ['AA'],
      sameAs: ['https://aa.example/'],
      partOf: { name: 'Ministry of transport' },
    });
    const { agent } = await update(id, { name: 'The agency', aliases: ['Favia', 'Agency'], sameAs: [], partOf: null });
    expect(agent).toEqual({
      name: 'The agency',
      kind: 'ORGANISATION',
      aliases: ['Favia', 'Agency'],
      sameAs: [],
      partOf: null,
    });
    const { agents } = await read(app, 'query { agents(query: "favi") { nodes { name } } }');
    expect(agents.nodes).toEqual([{ name: 'The agency' }]);
  });

  test.each<[what: string, counts: (whole: string, part: string, own: string) => Promise<unknown>, origins: number]>([
    ['a part of another', (whole, part) => update(part, { partOf: whole }), 1],
    ['a part of another no more', (_whole, _part, own) => update(own, { partOf: null }), 3],
    [
      'a part of a crowd, whose members speak for themselves',
      async (whole, part) => [await update(part, { partOf: whole }), await update(whole, { kind: 'GROUP' })],
      2,
    ],
  ])('make %s, and its parts, of one origin with it', async (_what, regroup, origins) => {
    const [whole, part] = [await world.agent('State'), await world.agent('Ministry', { kind: 'OFFICE' })];
    const own = await world.agent('Department', { kind: 'OFFICE', partOf: part });
    const texts = ['First words of all.', 'Something else entirely.', 'No words in common here.'];
    let claim = '';
    for (const [i, claimant] of [whole, part, own].entries()) {
      const source = await world.addSource({ text: texts[i] });
      claim = (await world.claim({ quantity: '38', source, quote: texts[i]!, claimant })).claim.id;
    }
    const query = 'query ($id: ID!) { claim(id: $id) { corroboration { independentOrigins } } }';
    const counted = async (): Promise<number> =>
      (await read(app, query, { id: claim })).claim.corroboration.independentOrigins;
    expect(await counted()).toBe(2);
    await regroup(whole, part, own);
    expect(await counted()).toBe(origins);
    const wrong = await app.database.query(Prisma.sql`
      SELECT a.name FROM agent a LEFT JOIN agent p ON p.id = a.part_of_id
      WHERE a.group_id <> CASE WHEN p.id IS NULL OR p.kind = 'GROUP' THEN a.id ELSE p.group_id END`);
    expect(wrong).toEqual([]);
  });

  test('put a new name into the explanations that had the old one', async () => {
    const [ministry, paper] = [await world.agent('Old ministry'), await world.agent('Old paper')];
    const source = await world.addSource({ publisher: paper });
    await world.claim({ quantity: '38', claimant: ministry });
    await world.claim({ quantity: '42', source });
    expect((await world.contradictions())[0].explanation).toMatch(/Old ministry.*Old paper|Old paper.*Old ministry/);
    const JOB = 'reexamination { total object { ... on Agent { name } } }';
    expect((await update(ministry, { name: 'New ministry' }, JOB)).reexamination).toEqual({
      total: 1,
      object: { name: 'New ministry' },
    });
    await update(paper, { name: 'New paper' });
    await app.reexamine();
    expect((await world.contradictions())[0].explanation).toMatch(/New ministry.*New paper|New paper.*New ministry/);
    expect(await app.recheck()).toEqual([]);
    expect((await update(paper, { aliases: ['NP'] }, JOB)).reexamination).toBeNull();
  });

  test.each<[what: string, code: string, field: string, arguments_: (whole: string, part: string) => object]>([
    ['itself', 'INVALID_INPUT', 'input.partOf', (whole) => ({ id: whole, input: { partOf: whole } })],
    ['a part of its part', 'INVALID_INPUT', 'input.partOf', (whole, part) => ({ id: whole, input: { partOf: part } })],
    ['a story', 'WRONG_TYPE', 'input.partOf', (whole) => ({ id: whole, input: { partOf: world.story } })],
    ['something, being a story itself', 'WRONG_TYPE', 'id', () => ({ id: world.story, input: { partOf: null } })],
    ['something, being unknown', 'NOT_FOUND', 'id', () => ({ id: 'nonsense', input: { name: 'A name' } })],
  ])('that would make an agent a part of %s are refused', async (_what, code, field, arguments_) => {
    const whole = await world.agent('Whole');
    const part = await world.agent('Part', { partOf: await world.agent('Middle', { partOf: whole }) });
    const before = await fingerprint(app.database);
    const { agent, userErrors } = await attempt(app, 'agentUpdate', arguments_(whole, part));
    expect([agent, userErrors]).toEqual([null, [expect.objectContaining({ code, field: field.split('.') })]]);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('that were made from an older version are refused, and told what changed since and by whom', async () => {
    const id = await world.agent('The port', { aliases: ['Port'] });
    await change(app, 'agentUpdate', { id, expectedVersion: 1, input: { name: 'The harbour', aliases: [] } });
    await change(app, 'agentUpdate', { id, expectedVersion: 2, input: { kind: 'OFFICE' } });
    const before = await fingerprint(app.database);
    const { agent, userErrors } = await attempt(app, 'agentUpdate', { id, expectedVersion: 1, input: { name: 'P' } });
    expect(agent).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['expectedVersion'] }]);
    const [{ message }] = userErrors;
    expect(message).toContain('version 2 by Administrator:');
    expect(message).toContain('name from "The port" to "The harbour"');
    expect(message).toContain('aliases from "Port" to nothing');
    expect(message).toMatch(/; version 3 by Administrator: kind from "\w+" to "OFFICE"\): it is at version 3\. Read/);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('that go around the service cannot close a circle either', async () => {
    const whole = await world.agent('Outer');
    await world.agent('Inner', { partOf: whole });
    const statement = Prisma.sql`
      UPDATE agent a SET part_of_id = p.id FROM agent p WHERE a.name = 'Outer' AND p.name = 'Inner'`;
    await expect(app.database.query(statement)).rejects.toThrow(/cannot be a part of itself/);
  });
});
