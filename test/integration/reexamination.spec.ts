import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { attempt, change, read, type Json } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const JOB = `reexamination { id cause state total done failed raised lapsed changed startedAt finishedAt
  object { ... on Concept { prefLabel } ... on Property { key } ... on ConceptScheme { key } } }`;

describe.each(testDatabases)('a change of the vocabulary on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  /** A scheme, its concepts and a property of one test's own, so that no other story uses them. */
  let own: { scheme: string; property: string; propertyId: string; concepts: Record<string, string> };

  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
    const key = `k${randomUUID().slice(0, 8)}`;
    const { conceptScheme } = await change(app, 'conceptSchemeCreate', {
      input: { key, label: 'Own', siblingsExclusive: true },
    });
    const concepts: Record<string, string> = {};
    for (const [label, ...broader] of [['bird'], ['attack'], ['missile', 'attack'], ['drone', 'attack'], ['fog']]) {
      const input = { scheme: key, prefLabel: label, broader: broader.map((each) => concepts[each]) };
      concepts[label!] = (await change(app, 'conceptCreate', { input })).concept.id;
    }
    const input = {
      key: `p${key}`,
      label: 'Own cause',
      datatype: 'CONCEPT',
      scheme: key,
      scopeDimensions: [{ dimension: 'by', scheme: key }],
    };
    const { property } = await change(app, 'propertyCreate', { input });
    own = { scheme: conceptScheme.id, property: input.key, propertyId: property.id, concepts };
  });
  afterAll(() => app.close());

  /** Claims a cause of the story's event, or of another subject. */
  async function claim(label: string, rest: object = {}): Promise<Json> {
    const input = { ...world.inputOf({ property: own.property, text: '' }), value: { concept: own.concepts[label] } };
    const payload = await change(
      app,
      'claimCreate',
      { input: { ...input, ...rest } },
      'claim { id statement } contradictions { id version }',
    );
    return payload;
  }

  const updateConcept = async (label: string, input: object): Promise<Json> =>
    (await change(app, 'conceptUpdate', { id: own.concepts[label], input }, JOB)).reexamination;

  const job = async (id: string): Promise<Json> =>
    (
      await read(
        app,
        `query ($id: ID!) { node(id: $id) { ... on Reexamination ${JOB.slice('reexamination '.length)} } }`,
        { id },
      )
    ).node;

  /** When everything was last written, in the whole database but this story. */
  const elsewhere = (): Promise<unknown[]> =>
    app.database.query(Prisma.sql`
      SELECT id, version, updated_at AS at, status::text FROM contradiction
      WHERE story_id <> (SELECT story_id FROM contradiction ORDER BY id DESC LIMIT 1) ORDER BY id`);

  test('that places one answer within another lapses their conflict, and touches no question without them', async () => {
    const other = await world.addSubject('Another crash');
    await claim('missile', { subject: other });
    const { contradictions: kept } = await claim('fog', { subject: other });
    await world.claim({ quantity: '38' });
    await world.claim({ quantity: '40' });
    await claim('bird');
    const { contradictions } = await claim('attack');
    const before = await world.contradictions();
    const others = await elsewhere();

    const asked = await updateConcept('bird', { broader: [own.concepts.attack] });
    expect(asked).toEqual({
      id: expect.any(String),
      cause: 'conceptUpdate',
      object: { prefLabel: 'bird' },
      state: 'WAITING',
      total: 1,
      done: 0,
      failed: 0,
      raised: 0,
      lapsed: 0,
      changed: 0,
      startedAt: null,
      finishedAt: null,
    });
    expect(await world.contradictions()).toEqual(before);
    await app.reexamine();
    const after = await world.contradictions();
    expect(after.filter(({ id }) => id !== contradictions[0].id)).toEqual(
      before.filter(({ id }) => id !== contradictions[0].id),
    );
    expect(after.find(({ id }) => id === contradictions[0].id)).toMatchObject({ status: 'LAPSED', version: 2 });
    expect(after.find(({ id }) => id === kept[0].id)).toMatchObject({ status: 'OPEN', version: 1 });
    expect(await elsewhere()).toEqual(others);
    expect(await job(asked.id)).toMatchObject({
      state: 'DONE',
      total: 1,
      done: 1,
      lapsed: 1,
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
    const query = 'query ($id: ID!) { story(id: $id) { questions { nodes { property { key } disputed } } } }';
    const { story } = await read(app, query, { id: world.story });
    expect(story.questions.nodes.map(({ disputed }: Json) => disputed).sort()).toEqual([false, true, true]);
  });

  test('reaches what lies beneath the concept, as value and as scope', async () => {
    await claim('missile');
    await claim('fog', { scope: [{ dimension: 'by', concept: own.concepts.drone }] });
    const second = await world.addSubject('Another crash');
    await claim('fog', { subject: second, scope: [{ dimension: 'by', concept: own.concepts.drone }] });
    const third = await world.addSubject('A third crash');
    await claim('fog', { subject: third });
    expect(await updateConcept('attack', { broader: [own.concepts.fog] })).toMatchObject({ total: 2 });
    await app.reexamine();
  });

  test('that declares two disjoint touches only where both are used, and back again', async () => {
    await change(app, 'conceptSchemeUpdate', { id: own.scheme, input: { siblingsExclusive: false } });
    await claim('missile');
    await claim('bird');
    const second = await world.addSubject('Another crash');
    await claim('bird', { subject: second });
    await claim('fog', { subject: second });
    await app.reexamine();
    const tensions = await world.contradictions('OPEN');
    expect(tensions.map(({ strength }) => strength)).toEqual(['TENSION', 'TENSION']);

    const asked = await updateConcept('bird', { disjointWith: [own.concepts.attack] });
    expect(asked.total).toBe(1);
    await app.reexamine();
    expect(await job(asked.id)).toMatchObject({ state: 'DONE', raised: 0, lapsed: 0, changed: 1 });
    expect((await world.contradictions('OPEN')).map(({ strength, version }) => [strength, version]).sort()).toEqual([
      ['CONFLICT', 2],
      ['TENSION', 1],
    ]);
    expect((await updateConcept('attack', { disjointWith: [] })).total).toBe(1);
    await app.reexamine();
    expect((await world.contradictions('OPEN')).map(({ strength }) => strength)).toEqual(['TENSION', 'TENSION']);
  });

  test('that gives a new label tells explanations anew, and leaves statements as they were written', async () => {
    const { claim: written } = await claim('bird');
    const { contradictions } = await claim('missile');
    expect(await updateConcept('bird', { prefLabel: 'A flock of birds' })).toMatchObject({ total: 1 });
    await app.reexamine();
    const [contradiction] = await world.contradictions('OPEN');
    expect(contradiction).toMatchObject({ id: contradictions[0].id, version: 2 });
    expect(contradiction!.explanation).toMatch(/A flock of birds/);
    const { claim: now } = await read(app, 'query ($id: ID!) { claim(id: $id) { statement } }', { id: written.id });
    expect(now.statement).toBe(written.statement);
  });

  test('that gives other names and matches touches nothing', async () => {
    await claim('bird');
    const input = { altLabels: ['birds'], exactMatch: ['https://example.org/birds'] };
    expect(await updateConcept('bird', input)).toBeNull();
    expect(await updateConcept('fog', { broader: [own.concepts.attack] })).toBeNull();
  });

  test('of a scheme or a property touches their claims', async () => {
    await claim('bird');
    const { contradictions } = await claim('fog');
    const scheme = { id: own.scheme, input: { siblingsExclusive: false } };
    const loose = (await change(app, 'conceptSchemeUpdate', scheme, JOB)).reexamination;
    expect(loose).toMatchObject({ cause: 'conceptSchemeUpdate', total: 1 });
    await app.reexamine();
    expect(await job(loose.id)).toMatchObject({ changed: 1 });
    const property = { id: own.propertyId, input: { singleValued: false } };
    const many = (await change(app, 'propertyUpdate', property, JOB)).reexamination;
    expect(many).toMatchObject({ cause: 'propertyUpdate', total: 1, object: { key: own.property } });
    await app.reexamine();
    expect(await world.contradictions()).toMatchObject([{ id: contradictions[0].id, status: 'LAPSED' }]);
    const dimensions = [
      { dimension: 'by', scheme: 'role' },
      { dimension: 'other', scheme: 'role' },
    ];
    const lost = await attempt(app, 'propertyUpdate', { id: own.propertyId, input: { scopeDimensions: [] } });
    expect(lost.userErrors).toEqual([]);
    await change(app, 'propertyUpdate', { id: own.propertyId, input: { scopeDimensions: dimensions } });
    await claim('bird', { scope: [{ dimension: 'by', concept: world.concept('crew') }] });
    const taken = { id: own.propertyId, input: { scopeDimensions: [{ dimension: 'by', scheme: 'place' }] } };
    expect((await attempt(app, 'propertyUpdate', taken)).userErrors).toMatchObject([
      { code: 'ILLEGAL_STATE', field: ['input', 'scopeDimensions'], message: expect.stringMatching(/"by"/) },
    ]);
    const more = { id: own.propertyId, input: { scopeDimensions: dimensions } };
    expect((await change(app, 'propertyUpdate', more, JOB)).reexamination).toBeNull();
  });

  test('that ties properties, or unties them, touches subjects with claims of them', async () => {
    const property = async (datatype: string): Promise<string> => {
      const input = { key: `t${randomUUID().slice(0, 8)}`, label: 'Tied', datatype };
      await change(app, 'propertyCreate', { input });
      return input.key;
    };
    const [whole, one, other] = [await property('QUANTITY'), await property('QUANTITY'), await property('QUANTITY')];
    const [earlier, later] = [await property('TIME'), await property('TIME')];
    await world.claim({ property: one, quantity: '1' });
    await world.claim({ property: later, time: '2024', subject: await world.addSubject('Another crash') });
    const key = `t${randomUUID().slice(0, 8)}`;
    const sum = { key, label: 'so it is', whole, parts: [one, other] };
    const made = await change(app, 'identityCreate', { input: sum }, `identity { id } ${JOB}`);
    expect(made.reexamination).toMatchObject({ cause: 'identityCreate', total: 1 });
    const told = { id: made.identity.id, input: { label: 'because it is so' } };
    expect((await change(app, 'identityUpdate', told, JOB)).reexamination.total).toBe(1);
    expect((await change(app, 'identityUpdate', told, JOB)).reexamination).toBeNull();
    expect((await change(app, 'identityDelete', { id: made.identity.id }, JOB)).reexamination.total).toBe(1);
    const order = { input: { key, earlier, later } };
    const ordered = await change(app, 'propertyOrderCreate', order, `propertyOrder { id } ${JOB}`);
    expect(ordered.reexamination.total).toBe(1);
    const gone = await change(app, 'propertyOrderDelete', { id: ordered.propertyOrder.id }, JOB);
    expect(gone.reexamination.total).toBe(1);
    await app.reexamine();
    expect(await job(gone.reexamination.id)).toMatchObject({ state: 'DONE', object: null });
  });

  test('leaves decisions as they are, and they come back with their ground', async () => {
    await claim('bird');
    const { contradictions } = await claim('attack');
    await world.decide('contradictionDismiss', contradictions[0].id, 'They speak of two things.');
    const decided = {
      status: 'DISMISSED',
      resolution: { outcome: 'NOT_A_CONFLICT', note: 'They speak of two things.' },
    };
    await updateConcept('attack', { prefLabel: 'assault' });
    await app.reexamine();
    expect(await world.contradictions()).toMatchObject([decided]);
    await updateConcept('bird', { broader: [own.concepts.attack] });
    await app.reexamine();
    expect(await world.contradictions()).toMatchObject([{ ...decided, status: 'LAPSED' }]);
    const back = await updateConcept('bird', { broader: [] });
    await app.reexamine();
    expect(await world.contradictions()).toMatchObject([{ ...decided, newEvidenceSince: null }]);
    expect(await job(back.id)).toMatchObject({ raised: 1, lapsed: 0, changed: 0 });
  });

  test('is what claims are examined by from then on, before the work is done', async () => {
    await claim('bird');
    await updateConcept('bird', { broader: [own.concepts.attack] });
    expect((await claim('attack')).contradictions).toEqual([]);
    expect((await claim('fog')).contradictions).toHaveLength(2);
    await app.reexamine();
    expect(await world.contradictions()).toHaveLength(2);
  });

  test('gives up on what cannot be examined after several attempts, and does all else', async () => {
    await claim('bird');
    const { contradictions } = await claim('attack');
    const second = await world.addSubject('Another crash');
    await claim('bird', { subject: second });
    await claim('attack', { subject: second });
    await app.database.query(Prisma.sql`
      CREATE FUNCTION refuse_lapse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
    const [oldest] = await app.database.query<{ id: string }>(Prisma.sql`
      SELECT id FROM contradiction WHERE story_id = (SELECT story_id FROM contradiction ORDER BY id DESC LIMIT 1) ORDER BY id LIMIT 1`);
    await app.database.query(Prisma.sql`
      CREATE TRIGGER refuse_lapse BEFORE UPDATE ON contradiction FOR EACH ROW
      WHEN (OLD.id = ${Prisma.raw(`'${oldest!.id}'`)}) EXECUTE FUNCTION refuse_lapse()`);
    try {
      const asked = await updateConcept('bird', { broader: [own.concepts.attack] });
      await app.reexamine();
      expect(await job(asked.id)).toMatchObject({ state: 'FAILED', total: 2, done: 1, failed: 1, lapsed: 1 });
      const statuses = (await world.contradictions()).map(({ id, status }) => [id === contradictions[0].id, status]);
      expect(statuses.sort()).toEqual([
        [false, 'LAPSED'],
        [true, 'OPEN'],
      ]);
    } finally {
      await app.database.query(Prisma.sql`DROP TRIGGER refuse_lapse ON contradiction`);
    }
  });

  test('is listed, newest first', async () => {
    await claim('bird');
    const asked = await updateConcept('bird', { prefLabel: 'birds' });
    await app.reexamine();
    const { reexaminations } = await read(app, `{ reexaminations(first: 2) { totalCount nodes { id state } } }`);
    expect(reexaminations.nodes[0]).toEqual({ id: asked.id, state: 'DONE' });
    expect(reexaminations.totalCount).toBeGreaterThan(1);
  });
});
