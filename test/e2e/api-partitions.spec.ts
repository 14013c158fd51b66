import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Prisma } from '../../src/platform/database/index.js';
import { inOrder, recompute, stored, wronglyDisputed, wronglyPlaced } from '../support/recomputed.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const PARTITION = `partition { id dimension note version withdrawnAt withdrawalReason concepts { prefLabel }
  question { property { key } } declaredBy { __typename } }`;
const JOB = 'reexamination { cause total }';

describe.each(oneDatabase)('parts that are declared complete, on %s', (kind) => {
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
  // Whatever a test has done, what is stored is what the engine finds from nothing.
  afterEach(async () => {
    expect(inOrder(await stored(app.database))).toEqual(inOrder(await recompute(app.database)));
    expect(await wronglyDisputed(app.database)).toEqual([]);
    expect(await wronglyPlaced(app.database)).toEqual([]);
  });
  afterAll(() => app.close());

  /** The question of how many were aboard, with 67 in all. */
  async function aboard(parts: Record<string, string>, dimension = 'nationality'): Promise<string> {
    const { claim } = await world.claim({ property: 'aboard', quantity: '67' });
    for (const [label, quantity] of Object.entries(parts)) {
      await world.claim({ property: 'aboard', quantity, scope: { [dimension]: label } });
    }
    return claim.question.id;
  }
  const declare = (question: string, labels: string[], dimension = 'nationality'): Promise<Json> => {
    const concepts = labels.map((label) => world.concept(label));
    const input = { question, dimension, concepts, note: 'By the passenger list.' };
    return change(app, 'partitionDeclare', { input }, PARTITION);
  };
  const sums = async (): Promise<string[]> =>
    (await world.contradictions())
      .filter(({ kind: each }: Json) => each === 'ARITHMETIC')
      .map(({ rule, status, strength }: Json) => `${rule} ${strength} ${status}`);

  test('an editor says that these nationalities are all, adds one, and takes it back', async () => {
    const question = await aboard({ Azerbaijani: '40', Russian: '20' });
    expect(await sums()).toEqual([]);
    const { partition } = await declare(question, ['Azerbaijani', 'Russian']);
    expect(partition).toEqual({
      id: expect.any(String),
      dimension: 'nationality',
      note: 'By the passenger list.',
      version: 1,
      withdrawnAt: null,
      withdrawalReason: null,
      concepts: [{ prefLabel: 'Azerbaijani' }, { prefLabel: 'Russian' }],
      question: { property: { key: 'aboard' } },
      declaredBy: { __typename: 'User' },
    });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT OPEN']);
    const [found] = (await world.contradictions()).filter(({ kind: each }: Json) => each === 'ARITHMETIC');
    expect(found!.explanation).toBe(
      'Aboard: 40, Azerbaijani only (The log) and Aboard: 20, Russian only (same source) make 60; the same source reported Aboard: 67, and the parts are declared complete.',
    );

    const concepts = ['Azerbaijani', 'Russian', 'Kazakh'].map((label) => world.concept(label));
    const more = { id: partition.id, expectedVersion: 1, input: { concepts } };
    const { partition: changed } = await change(app, 'partitionUpdate', more, PARTITION);
    expect(changed).toMatchObject({ version: 2, concepts: [{}, {}, { prefLabel: 'Kazakh' }] });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT LAPSED']);
    await world.claim({ property: 'aboard', quantity: '6', scope: { nationality: 'Kazakh' } });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT LAPSED', 'parts-miss-whole CONFLICT OPEN']);

    const back = { id: partition.id, expectedVersion: 2, reason: 'A Kyrgyz was aboard, too.' };
    const { partition: gone } = await change(app, 'partitionWithdraw', back, PARTITION);
    expect(gone).toMatchObject({ version: 3, withdrawnAt: expect.any(String), withdrawalReason: back.reason });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT LAPSED', 'parts-miss-whole CONFLICT LAPSED']);
    const again = await attempt(app, 'partitionWithdraw', { ...back, expectedVersion: 3 });
    expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: ['id'] }]);
    const query = 'query ($id: ID!) { question(id: $id) { partitions { id } } }';
    expect(await read(app, query, { id: question })).toEqual({ question: { partitions: [] } });
    await declare(question, ['Azerbaijani', 'Russian', 'Kazakh']);
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT LAPSED', 'parts-miss-whole CONFLICT OPEN']);
  });

  test('claims that come after the declaration are held against it, and their own question alone', async () => {
    const question = await aboard({ crew: '5' }, 'role');
    await declare(question, ['crew', 'passengers'], 'role');
    await world.claim({ property: 'aboard', quantity: '60', scope: { role: 'passengers' } });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT OPEN']);
    await world.claim({ quantity: '38' });
    await world.claim({ quantity: '3', scope: { role: 'crew' } });
    await world.claim({ quantity: '20', scope: { role: 'passengers' } });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT OPEN']);
  });

  test('what is left for a part is derived for its scope, whatever is said of it', async () => {
    const question = await aboard({ Azerbaijani: '40', Russian: '20' });
    const query = `query ($id: ID!) { question(id: $id) { derivedPositions {
      value { text } scope { dimension concept { prefLabel } } restsOn { id } identities { key } explanation } } }`;
    const derived = async (): Promise<Json[]> => (await read(app, query, { id: question })).question.derivedPositions;
    expect(await derived()).toEqual([]);
    await declare(question, ['Azerbaijani', 'Russian']);
    const positions = await derived();
    expect(positions.map(({ value }) => value.text).sort()).toEqual(['27', '47', '60']);
    expect(positions.find(({ value }) => value.text === '27')).toEqual({
      value: { text: '27' },
      scope: [{ dimension: 'nationality', concept: { prefLabel: 'Russian' } }],
      restsOn: [{ id: expect.any(String) }, { id: expect.any(String) }],
      identities: [],
      explanation:
        'Aboard: 67 (The log) and Aboard: 40, Azerbaijani only (same source) imply Aboard: 27, Russian only: the parts are declared complete.',
    });
  });

  test('it holds within every other part', async () => {
    const question = await aboard({});
    await declare(question, ['Azerbaijani', 'Russian']);
    await world.claim({ property: 'aboard', quantity: '5', scope: { role: 'crew' } });
    await world.claim({ property: 'aboard', quantity: '2', scope: { role: 'crew', nationality: 'Russian' } });
    await world.claim({ property: 'aboard', quantity: '2', scope: { nationality: 'Azerbaijani', role: 'crew' } });
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT OPEN']);
  });

  test('what was known by some day is held against what is declared today', async () => {
    const source = await world.addSource({ publishedAt: '2024-12-25T12:00:00Z' });
    const { claim } = await world.claim({ property: 'aboard', quantity: '67', source });
    await world.claim({ property: 'aboard', quantity: '40', scope: { nationality: 'Azerbaijani' }, source });
    const late = await world.addSource({ publishedAt: '2024-12-27T12:00:00Z' });
    await world.claim({ property: 'aboard', quantity: '20', scope: { nationality: 'Russian' }, source: late });
    await declare(claim.question.id, ['Azerbaijani', 'Russian']);
    const query = `query ($id: ID!, $asOf: DateTime!) { question(id: $id) { contradictionsAsOf(asOf: $asOf) { kind } } }`;
    const then = async (asOf: string): Promise<string[]> => {
      const { question } = await read(app, query, { id: claim.question.id, asOf });
      return question.contradictionsAsOf.map(({ kind: each }: Json) => each).sort();
    };
    expect(await then('2024-12-26T00:00:00Z')).toEqual(['SCOPE']);
    expect(await then('2024-12-28T00:00:00Z')).toEqual(['ARITHMETIC', 'SCOPE', 'SCOPE']);
  });

  test('the vocabulary says that two roles are all, and a third one undoes it: only where they are used', async () => {
    const key = `k${randomUUID().slice(0, 8)}`;
    const input = { key, label: 'Own', siblingsExclusive: true };
    const { conceptScheme } = await change(app, 'conceptSchemeCreate', { input });
    const make = async (prefLabel: string, ...broader: string[]): Promise<string> =>
      (await change(app, 'conceptCreate', { input: { scheme: key, prefLabel, broader } })).concept.id;
    const scheme = (input_: object) => ({ id: conceptScheme.id, input: input_ });
    const staff = await make('staff');
    const early = await attempt(app, 'conceptSchemeUpdate', scheme({ topConceptsComplete: true }));
    expect(early.userErrors).toMatchObject([{ code: 'INCONSISTENT_VOCABULARY', message: /fewer than two/ }].map(told));
    const guests = await make('guests');
    await change(app, 'propertyCreate', {
      input: {
        key: `p${key}`,
        label: 'On the ferry',
        datatype: 'QUANTITY',
        unit: 'person',
        additive: true,
        scopeDimensions: [{ dimension: 'as', scheme: key }],
      },
    });
    const say = async (amount: string, concept: string | null, subject = world.subject): Promise<void> => {
      const words = world.inputOf({ property: `p${key}`, quantity: amount, subject });
      const scope = concept === null ? [] : [{ dimension: 'as', concept }];
      await change(app, 'claimCreate', { input: { ...words, scope } });
    };
    const elsewhere = await world.addSubject('Another ferry');
    await say('60', null, elsewhere);
    await say('60', null);
    await say('50', guests);
    await say('8', staff);

    const whole = await change(app, 'conceptSchemeUpdate', scheme({ topConceptsComplete: true }), JOB);
    expect(whole.reexamination).toEqual({ cause: 'conceptSchemeUpdate', total: 1 });
    await app.reexamine();
    expect(await sums()).toEqual(['parts-miss-whole CONFLICT OPEN']);
    const loose = await attempt(app, 'conceptSchemeUpdate', scheme({ siblingsExclusive: false }));
    expect(loose.userErrors).toMatchObject([{ code: 'INCONSISTENT_VOCABULARY', message: /may overlap/ }].map(told));

    const deck = await make('deck', staff);
    const engine = await make('engine', staff);
    await change(app, 'conceptUpdate', { id: staff, input: { narrowerComplete: true } });
    await say('4', deck);
    await say('3', engine);
    expect((await sums()).filter((each) => each.endsWith('OPEN'))).toHaveLength(3);

    const third = { scheme: key, prefLabel: 'stowaways' };
    const { reexamination } = await change(app, 'conceptCreate', { input: third }, JOB);
    expect(reexamination).toEqual({ cause: 'conceptCreate', total: 1 });
    await app.reexamine();
    // What remains is that the two kinds of staff do not make the staff.
    expect((await sums()).filter((each) => each.endsWith('OPEN'))).toHaveLength(1);
    await change(app, 'conceptUpdate', { id: staff, input: { narrowerComplete: false } });
    await app.reexamine();
    expect((await sums()).filter((each) => each.endsWith('OPEN'))).toEqual([]);
  });

  test('two who change the same partition: the second is told to read it again', async () => {
    const question = await aboard({});
    const { partition } = await declare(question, ['Azerbaijani', 'Russian']);
    const act = (note: string) =>
      attempt(app, 'partitionUpdate', { id: partition.id, expectedVersion: 1, input: { note } });
    const outcomes = await Promise.all(['One.', 'Two.'].map(act));
    expect(outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }: Json) => code))).toEqual(['STALE_VERSION']);
    const rows = await app.database.query(Prisma.sql`SELECT version FROM question_partition ORDER BY id DESC LIMIT 1`);
    expect(rows).toEqual([{ version: 2 }]);
  });
});

/** A problem of which the message only has to match. */
function told({ code, message }: { code: string; message: RegExp }): Json {
  return { code, message: expect.stringMatching(message) };
}
