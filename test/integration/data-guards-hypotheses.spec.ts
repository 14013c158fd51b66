import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { startApi } from '../e2e/support/api-database.js';
import { TestMatrix } from '../e2e/support/api-matrix.js';
import { refusedBy } from '../e2e/support/api-rows.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql, raw } = Prisma;

/** Ids as SQL has them. */
interface Rows {
  readonly missile: string;
  readonly holes: string;
  readonly jamming: string;
  readonly figure: string;
  readonly foreign: string;
  readonly otherQuestion: string;
}

/** Copies the one grade, with other values in some columns. */
const grade = (columns: string): Prisma.Sql =>
  sql`INSERT INTO evidence_grade SELECT (jsonb_populate_record(t, jsonb_build_object(${raw(columns)}))).* FROM evidence_grade t`;
const evidence = (columns: string, claim: string): Prisma.Sql =>
  sql`INSERT INTO question_evidence SELECT (jsonb_populate_record(t, jsonb_build_object(${raw(columns)}))).*
    FROM question_evidence t WHERE t.claim_id = ${claim}::uuid`;

const VIOLATIONS: readonly [what: string, refusedBy: string, statement: (rows: Rows) => Prisma.Sql][] = [
  ['the same evidence twice', 'question_evidence_pkey', ({ holes }) => evidence(`'note', 'Again.'`, holes)],
  [
    'evidence of another story',
    'question_evidence_story_id_claim_id_fkey',
    ({ holes, foreign }) => evidence(`'claim_id', '${foreign}'`, holes),
  ],
  [
    'evidence on a question of another story',
    'question_evidence_story_id_question_id_fkey',
    ({ holes, otherQuestion }) => evidence(`'question_id', '${otherQuestion}'`, holes),
  ],
  [
    'a removal without a reason',
    'question_evidence_removal_whole',
    () => sql`UPDATE question_evidence SET removed_at = now(), removed_by_id = added_by_id`,
  ],
  [
    'the removal of evidence that was graded',
    'evidence_grade_story_id_question_id_evidence_id_fkey',
    ({ holes }) => sql`DELETE FROM question_evidence WHERE claim_id = ${holes}::uuid`,
  ],
  ['a second grade of the same editor', 'evidence_grade_pkey', () => grade(`'note', 'Again.'`)],
  [
    'a grade of what is not on the matrix',
    'evidence_grade_story_id_question_id_evidence_id_fkey',
    ({ figure }) => grade(`'evidence_id', '${figure}'`),
  ],
  [
    'a grade against what is no answer to the question',
    'evidence_grade_story_id_question_id_hypothesis_id_fkey',
    ({ figure }) => grade(`'hypothesis_id', '${figure}'`),
  ],
  [
    'a grade against a claim of another story',
    'evidence_grade_story_id_question_id_hypothesis_id_fkey',
    ({ foreign }) => grade(`'hypothesis_id', '${foreign}'`),
  ],
  [
    'a grade of a claim against itself',
    'evidence_grade_not_of_itself',
    ({ holes }) => grade(`'hypothesis_id', '${holes}'`),
  ],
  ['a grade by nobody', 'evidence_grade_account_id_fkey', () => grade(`'account_id', gen_random_uuid()`)],
];

describe.each(oneDatabase)('the database refuses on matrices on %s', (kind) => {
  let app: TestApp;
  let rows: Rows;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const matrix = await TestMatrix.of(world, ['missile']);
    await matrix.addEvidence('holes');
    await matrix.addEvidence('jamming');
    await matrix.grade('missile', 'holes', 'CC');
    const { claim: foreign } = await (await world.another()).claim({ property: 'cause', concept: 'missile' });
    const { claim: figure } = await world.claim({ quantity: '38' });
    const local = (id: string): string => decodeId(id)!.id;
    rows = {
      missile: local(matrix.id('missile')),
      holes: local(matrix.id('holes')),
      jamming: local(matrix.id('jamming')),
      figure: local(figure.id),
      foreign: local(foreign.id),
      otherQuestion: local(foreign.question.id),
    };
  });
  afterAll(() => app.close());

  test.each(VIOLATIONS)('%s (%s)', async (_what, expected, statement) => {
    expect(await refusedBy(app, statement(rows))).toContain(expected);
  });

  test('and takes what breaks no rule', async () => {
    const copied = grade(`'evidence_id', '${rows.jamming}', 'consistency', 'NEUTRAL'`);
    expect(await refusedBy(app, copied)).toBe('nothing');
  });
});
