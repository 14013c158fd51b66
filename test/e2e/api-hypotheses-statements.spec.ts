import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { insertKey, publishEverything, startApi } from './support/api-database.js';
import { TestMatrix } from './support/api-matrix.js';
import { World } from './support/api-world.js';

/** A matrix of each size: items of evidence, hypotheses, editors. */
const SMALL = [2, 2, 2] as const;
const LARGE = [50, 6, 5] as const;

/** Multiplies one claim, each copy with an identity of its own. */
function copies(claim: string, count: number): Prisma.Sql {
  return Prisma.sql`INSERT INTO claim SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
      'identity', encode(sha256(convert_to(c.id || ' ' || n, 'UTF8')), 'hex')))).*
    FROM claim c, generate_series(1, ${count}::int) AS n WHERE c.id = ${decodeId(claim)!.id}::uuid`;
}

describe.each(testDatabases)('the number of SQL statements of a matrix on %s', (kind) => {
  let app: TestApp;
  const questions = new Map<readonly number[], string>();
  beforeAll(async () => {
    app = await startApi(kind);
    const first = await World.create(app);
    for (let i = 0; i < 5; i += 1) await insertKey(app.database, { role: 'EDITOR', name: `Editor ${i}` });
    for (const size of [SMALL, LARGE]) questions.set(size, await grown(await first.another(), size));
    await publishEverything(app.database);
  });
  afterAll(() => app.close());

  /** A matrix in which every editor has graded every cell. */
  async function grown(world: World, [evidence, hypotheses, editors]: readonly number[]): Promise<string> {
    const matrix = await TestMatrix.of(world, ['missile']);
    await matrix.addEvidence('holes');
    const { database } = app;
    await database.query(copies(matrix.id('missile'), hypotheses! - 1));
    await database.query(copies(matrix.id('holes'), evidence! - 1));
    const { id: question, storyId: story } = decodeId(matrix.question)!;
    await database.query(Prisma.sql`
      INSERT INTO question_evidence (story_id, question_id, claim_id, added_by_id, added_at)
      SELECT story_id, ${question}::uuid, id, created_by_id, now() FROM claim
      WHERE story_id = ${story}::uuid AND question_id <> ${question}::uuid ON CONFLICT DO NOTHING`);
    await database.query(Prisma.sql`
      INSERT INTO evidence_grade (story_id, question_id, evidence_id, hypothesis_id, account_id, consistency, updated_at)
      SELECT e.story_id, e.question_id, e.claim_id, h.id, a.id,
        (enum_range(NULL::consistency))[1 + get_byte(sha256(convert_to(e.claim_id || '' || h.id || a.id, 'UTF8')), 0) % 6], now()
      FROM question_evidence e JOIN claim h ON h.story_id = e.story_id AND h.question_id = e.question_id
      CROSS JOIN (SELECT id FROM account WHERE name LIKE 'Editor %' ORDER BY name LIMIT ${editors!}::int) a
      WHERE e.story_id = ${story}::uuid AND e.question_id = ${question}::uuid`);
    return matrix.question;
  }

  test.each([
    [
      'the scores',
      4,
      'agreement hypotheses { nodes { inconsistency } } evidence(first: 100) { nodes { diagnosticity } }',
    ],
    [
      'the hypotheses and the evidence with their claims',
      5,
      'hypotheses { nodes { inconsistency claim { statement } } } evidence(first: 100) { nodes { diagnosticity claim { statement } } }',
    ],
    [
      'the grades with their hypotheses and editors',
      6,
      'evidence(first: 100) { nodes { grades { grade hypothesis { statement } by { name } } } }',
    ],
    [
      'the cells with their hypotheses',
      5,
      'evidence(first: 100) { nodes { cells { consistency hypothesis { statement } } } }',
    ],
    ['its editors', 5, 'graders { name }'],
  ])('%s: %i, besides the question’s', async (_what, statements, fields) => {
    const query = `query ($id: ID!) { question(id: $id) { competingHypotheses { ${fields} } } }`;
    const counts = [];
    for (const size of [SMALL, LARGE]) {
      const { body, sqlStatements } = await app.graphql(query, { id: questions.get(size) }, { key: null });
      expect(body.errors).toBeUndefined();
      counts.push(sqlStatements - 1);
    }
    expect(counts).toEqual([statements, statements]);
  });

  test('the large matrix is whole', async () => {
    const query = `query ($id: ID!) { question(id: $id) { competingHypotheses { agreement graders { name }
      hypotheses { totalCount } evidence(first: 100) { nodes { cells { graders } grades { grade } } } } } }`;
    const { body } = await app.graphql(query, { id: questions.get(LARGE) }, { key: null });
    const { agreement, graders, hypotheses, evidence } = body.data.question.competingHypotheses;
    const [items, answers, editors] = LARGE;
    expect({ graders: graders.length, hypotheses: hypotheses.totalCount }).toEqual({
      graders: editors,
      hypotheses: answers,
    });
    expect(evidence.nodes).toHaveLength(items);
    for (const { cells, grades } of evidence.nodes) {
      expect(cells).toEqual(Array(answers).fill({ graders: editors }));
      expect(grades).toHaveLength(answers * editors);
    }
    // Grades by the throw of a die agree about as often as chance would have it.
    expect(Math.abs(agreement)).toBeLessThan(0.15);
  });
});
