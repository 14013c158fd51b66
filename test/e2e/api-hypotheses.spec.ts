import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { TestMatrix } from './support/api-matrix.js';
import { World } from './support/api-world.js';

const CAUSES = ['bird strike', 'missile', 'oxygen cylinder'];

describe.each(oneDatabase)('competing hypotheses on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let matrix: TestMatrix;
  const keys: Record<string, string> = {};
  const accounts: Record<string, string> = {};

  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const input = { scheme: 'cause', prefLabel: 'oxygen cylinder' };
    const { concept } = await change(app, 'conceptCreate', { input });
    Object.assign(world.vocabulary.concepts, { 'oxygen cylinder': concept.id });
    first = world;
    for (const name of ['Ann', 'Ben']) {
      keys[name] = await insertKey(app.database, { role: 'EDITOR', name });
      const { viewer } = await read(app, '{ viewer { actor { id } } }', {}, { key: keys[name] });
      accounts[name] = viewer.actor.id;
    }
  });
  beforeEach(async () => {
    matrix = await TestMatrix.of(await first.another(), CAUSES);
  });
  afterAll(() => app.close());

  const scores = ({ hypotheses }: Json): Json[] =>
    hypotheses.map(({ name, inconsistency }: Json) => [name, inconsistency]);
  const values = ({ evidence }: Json): Json[] => evidence.map(({ name, diagnosticity }: Json) => [name, diagnosticity]);

  /** What two editors make of the crash of flight J2-8243. */
  async function flight(): Promise<void> {
    const rows: [evidence: string, ann: string, ben: string][] = [
      ['loss of hydraulics', 'C C C', 'C C C'],
      ['holes in the tail', 'I CC II', 'II CC II'],
      ['GPS jamming over Grozny', 'N C N', 'NA CC NA'],
      ['a bang outside the cabin', 'I C I', 'N C -'],
      ['the crew spoke of birds', 'CC I I', 'C N I'],
    ];
    for (const [evidence, ann, ben] of rows) {
      await matrix.addEvidence(evidence);
      await matrix.gradeRow(evidence, CAUSES, ann, keys.Ann);
      await matrix.gradeRow(evidence, CAUSES, ben, keys.Ben);
    }
  }

  test('a question without evidence has its answers as hypotheses, in the order they came up', async () => {
    expect(await matrix.read()).toEqual({
      agreement: null,
      grader: null,
      graders: [],
      hypotheses: CAUSES.map((name) => ({ name, inconsistency: null, gradedEvidence: 0 })),
      evidence: [],
    });
  });

  test('a question whose answers are no concepts has no matrix', async () => {
    const { claim } = await matrix.world.claim({ quantity: '38' });
    const query = 'query ($id: ID!) { question(id: $id) { competingHypotheses { agreement } } }';
    expect(await read(app, query, { id: claim.question.id })).toEqual({ question: { competingHypotheses: null } });
  });

  test('two editors weigh the causes of the crash of flight J2-8243', async () => {
    await flight();
    const all = await matrix.read();
    expect(scores(all)).toEqual([
      ['missile', 0.5],
      ['bird strike', 2],
      ['oxygen cylinder', 4],
    ]);
    expect(values(all)).toEqual([
      ['holes in the tail', 1.779513],
      ['the crew spoke of birds', 1.080123],
      ['a bang outside the cabin', 0.849837],
      ['GPS jamming over Grozny', 0.707107],
      ['loss of hydraulics', 0],
    ]);
    expect(all.agreement).toBeGreaterThan(0.6);
    expect(all.agreement).toBeLessThan(1);
    expect(all.graders.map(({ name }: Json) => name).sort()).toEqual(['Ann', 'Ben']);
    expect(all.evidence[0].cells).toEqual([
      { hypothesis: 'missile', consistency: 2, inconsistency: 0, graders: 2 },
      { hypothesis: 'bird strike', consistency: -1.5, inconsistency: 1.5, graders: 2 },
      { hypothesis: 'oxygen cylinder', consistency: -2, inconsistency: 2, graders: 2 },
    ]);

    const ann = await matrix.read(accounts.Ann);
    expect(ann.grader).toEqual({ name: 'Ann' });
    expect(ann.agreement).toBe(all.agreement);
    expect(scores(ann)).toEqual([
      ['missile', 1],
      ['bird strike', 2],
      ['oxygen cylinder', 4],
    ]);
    const ben = await matrix.read(accounts.Ben);
    expect(scores(ben)).toEqual([
      ['missile', 0],
      ['bird strike', 2],
      ['oxygen cylinder', 3],
    ]);
    expect(ben.hypotheses[2].gradedEvidence).toBe(4);
    expect(ben.evidence.flatMap(({ grades }: Json) => grades.map(({ by }: Json) => by))).toEqual(Array(14).fill('Ben'));
    expect(scores(await matrix.read(await administrator()))).toEqual(CAUSES.map((name) => [name, null]));
  });

  async function administrator(): Promise<string> {
    return (await read(app, '{ viewer { actor { id } } }')).viewer.actor.id;
  }

  test('pages go on where the last one ended', async () => {
    await flight();
    const page = async (list: string, after: string | null): Promise<Json> => {
      const query = `query ($id: ID!, $after: String) { question(id: $id) { competingHypotheses {
        ${list}(first: 2, after: $after) { totalCount nodes { claim { id } } pageInfo { hasNextPage endCursor } } } } }`;
      return (await read(app, query, { id: matrix.question, after })).question.competingHypotheses[list];
    };
    const whole = await matrix.read();
    for (const list of ['hypotheses', 'evidence']) {
      const seen: string[] = [];
      let [after, more] = [null as string | null, true];
      while (more) {
        const { nodes, totalCount, pageInfo } = await page(list, after);
        expect(totalCount).toBe(whole[list].length);
        seen.push(...nodes.map(({ claim }: Json) => claim.id));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(seen).toEqual(whole[list].map(({ name }: Json) => matrix.id(name)));
    }
  });

  test.each([
    ['grader', 'nonsense'],
    ['grader', ''],
  ])('a %s "%s" is refused', async (_argument, grader) => {
    const query =
      'query ($id: ID!, $grader: ID) { question(id: $id) { competingHypotheses(grader: $grader) { agreement } } }';
    const { body } = await app.graphql(query, { id: matrix.question, grader });
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  describe('a grade', () => {
    beforeEach(async () => {
      await matrix.addEvidence('holes in the tail', 'Seen in every photograph.');
    });
    const grades = async (): Promise<Json[]> =>
      (await matrix.read()).evidence[0].grades.sort((a: Json, b: Json) => (a.by < b.by ? -1 : 1));
    const audited = (): Promise<Json[]> =>
      app.database.query(Prisma.sql`
        SELECT a.name AS actor, e.before, e.after FROM audit_event e JOIN account a ON a.id = e.actor_id
        WHERE e.action = 'evidenceGrade' AND e.object_id = ${decodeId(matrix.question)!.id}::uuid
        ORDER BY e.id`);

    test('is answered with the matrix as it is then', async () => {
      const changed = await matrix.grade('missile', 'holes in the tail', 'CC', { note: 'From outside inwards.' });
      expect(changed).toEqual(await matrix.read());
      expect(changed.evidence).toEqual([
        {
          name: 'holes in the tail',
          note: 'Seen in every photograph.',
          counts: true,
          diagnosticity: null,
          addedBy: { name: 'Administrator' },
          cells: [{ hypothesis: 'missile', consistency: 2, inconsistency: 0, graders: 1 }],
          grades: [
            { hypothesis: 'missile', by: 'Administrator', grade: 'VERY_CONSISTENT', note: 'From outside inwards.' },
          ],
        },
      ]);
    });

    test('overwrites nobody else’s, and what it was stays in the audit log', async () => {
      await matrix.grade('missile', 'holes in the tail', 'CC', { key: keys.Ann! });
      await matrix.grade('missile', 'holes in the tail', 'I', { key: keys.Ben! });
      await matrix.grade('missile', 'holes in the tail', 'C', { key: keys.Ann!, note: 'On second thoughts.' });
      await matrix.grade('missile', 'holes in the tail', 'C', { key: keys.Ann!, note: 'On second thoughts.' });
      expect(await grades()).toEqual([
        { hypothesis: 'missile', by: 'Ann', grade: 'CONSISTENT', note: 'On second thoughts.' },
        { hypothesis: 'missile', by: 'Ben', grade: 'INCONSISTENT', note: null },
      ]);
      await matrix.grade('missile', 'holes in the tail', null, { key: keys.Ben! });
      await matrix.grade('missile', 'holes in the tail', null, { key: keys.Ben! });
      expect((await grades()).map(({ by }) => by)).toEqual(['Ann']);
      const cell = { hypothesisId: expect.any(String), evidenceId: expect.any(String) };
      const [nothing, thoughts] = [null, 'On second thoughts.'];
      expect(await audited()).toEqual([
        { actor: 'Ann', before: null, after: { ...cell, consistency: 'VERY_CONSISTENT', note: nothing } },
        { actor: 'Ben', before: null, after: { ...cell, consistency: 'INCONSISTENT', note: nothing } },
        {
          actor: 'Ann',
          before: { ...cell, consistency: 'VERY_CONSISTENT', note: nothing },
          after: { ...cell, consistency: 'CONSISTENT', note: thoughts },
        },
        {
          actor: 'Ben',
          before: { ...cell, consistency: 'INCONSISTENT', note: nothing },
          after: { ...cell, consistency: nothing, note: nothing },
        },
      ]);
    });

    test('given by many at once is kept for each of them', async () => {
      const marks = ['CC', 'C', 'N', 'I', 'II', 'NA'];
      await Promise.all(
        marks.flatMap((mark) => [
          matrix.grade('missile', 'holes in the tail', mark, { key: keys.Ann! }),
          matrix.grade('bird strike', 'holes in the tail', mark, { key: keys.Ben! }),
        ]),
      );
      const kept = await grades();
      expect(kept.map(({ by, hypothesis }) => [by, hypothesis])).toEqual([
        ['Ann', 'missile'],
        ['Ben', 'bird strike'],
      ]);
      const record = await audited();
      for (const { by, grade } of kept) {
        const own = record.filter(({ actor }) => actor === by);
        expect(own).toHaveLength(marks.length);
        expect(own.map(({ before }) => before?.consistency ?? null).sort()).toEqual(
          [null, ...own.map(({ after }) => after.consistency)].filter((each) => each !== grade).sort(),
        );
      }
    });
  });

  test('a withdrawn claim leaves the scores and keeps its grades', async () => {
    await flight();
    await matrix.world.retract(matrix.id('holes in the tail'));
    const without = await matrix.read();
    expect(scores(without)).toEqual([
      ['bird strike', 0.5],
      ['missile', 0.5],
      ['oxygen cylinder', 2],
    ]);
    expect(without.evidence.at(-1)).toMatchObject({
      name: 'holes in the tail',
      counts: false,
      diagnosticity: null,
      cells: [],
    });
    expect(without.evidence.at(-1).grades).toHaveLength(6);

    await matrix.world.retract(matrix.id('missile'));
    const left = await matrix.read();
    expect(scores(left)).toEqual([
      ['bird strike', 0.5],
      ['oxygen cylinder', 2],
    ]);
    const jamming = left.evidence.find(({ name }: Json) => name === 'GPS jamming over Grozny');
    expect(jamming).toMatchObject({ counts: true, diagnosticity: 0 });
    expect(jamming.grades.filter(({ hypothesis }: Json) => hypothesis === 'missile')).toHaveLength(2);
  });

  test('evidence that was removed comes back with its grades', async () => {
    await flight();
    const before = await matrix.read();
    expect(await matrix.remove('holes in the tail')).toMatchObject({
      question: { id: matrix.question },
      evidence: null,
    });
    const without = await matrix.read();
    expect(values(without)).toHaveLength(4);
    expect(without.hypotheses).not.toEqual(before.hypotheses);
    await matrix.put('holes in the tail');
    expect(await matrix.read()).toEqual(before);
  });

  test('a denial can be evidence; once it affirms, it is an answer and counts as evidence no more', async () => {
    const { claim } = await matrix.world.claim({
      property: 'cause',
      concept: 'external interference',
      polarity: 'DENIED',
    });
    matrix.call('denial', claim.id);
    await matrix.put('denial');
    await matrix.gradeRow('denial', CAUSES, 'C II C');
    expect(scores(await matrix.read()).at(-1)).toEqual(['missile', 2]);
    await matrix.world.update(claim.id, { property: 'cause', polarity: 'AFFIRMED' });
    const after = await matrix.read();
    expect(scores(after)).toEqual([...CAUSES, 'denial'].map((name) => [name, null]));
    expect(after.evidence).toMatchObject([{ name: 'denial', counts: false }]);
  });
});
