import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, type MutationName } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { TestMatrix } from './support/api-matrix.js';
import { unknown } from './support/api-spoilt-claim.js';
import { World } from './support/api-world.js';

/** As many as the service allows on one question. */
const MAX_EVIDENCE = 500;

/** Ids of what can be put in each other's place. */
interface Scene {
  readonly question: string;
  readonly figures: string;
  readonly hypothesis: string;
  readonly rival: string;
  readonly denial: string;
  readonly unknownCause: string;
  readonly withdrawnCause: string;
  readonly evidence: string;
  readonly removed: string;
  readonly withdrawn: string;
  readonly figure: string;
  readonly fresh: string;
  readonly foreign: string;
  readonly source: string;
}

interface Refusal {
  readonly what: string;
  readonly mutation: MutationName;
  readonly given: (scene: Scene) => Record<string, unknown>;
  readonly code: string;
  readonly field: string;
  readonly says: RegExp;
}

const adding = (what: string, given: Refusal['given'], code: string, field: string, says: RegExp): Refusal => ({
  what,
  mutation: 'evidenceAdd',
  given: (scene) => ({ input: { question: scene.question, claim: scene.fresh, ...given(scene) } }),
  code,
  field: `input.${field}`,
  says,
});

const grading = (what: string, given: Refusal['given'], code: string, field: string, says: RegExp): Refusal => ({
  what,
  mutation: 'evidenceGrade',
  given: (scene) => ({
    input: { hypothesis: scene.hypothesis, evidence: scene.evidence, grade: 'NEUTRAL', ...given(scene) },
  }),
  code,
  field: `input.${field}`,
  says,
});

const removing = (what: string, given: Refusal['given'], code: string, field: string, says: RegExp): Refusal => ({
  what,
  mutation: 'evidenceRemove',
  given: (scene) => ({ question: scene.question, claim: scene.evidence, reason: 'Looked at.', ...given(scene) }),
  code,
  field,
  says,
});

const REFUSALS: readonly Refusal[] = [
  adding('no such question', (s) => ({ question: unknown(s.question) }), 'NOT_FOUND', 'question', /no Question/),
  adding('a claim as question', (s) => ({ question: s.fresh }), 'WRONG_TYPE', 'question', /Question is wanted/),
  adding('figures as answers', (s) => ({ question: s.figures }), 'WRONG_DATATYPE', 'question', /datatype QUANTITY/),
  adding('no such claim', (s) => ({ claim: unknown(s.fresh) }), 'NOT_FOUND', 'claim', /no Claim/),
  adding('nonsense as claim', () => ({ claim: 'nonsense' }), 'NOT_FOUND', 'claim', /no Claim/),
  adding('a source as claim', (s) => ({ claim: s.source }), 'WRONG_TYPE', 'claim', /Claim is wanted/),
  adding('a claim of another story', (s) => ({ claim: s.foreign }), 'WRONG_STORY', 'claim', /another story/),
  adding('a hypothesis as evidence', (s) => ({ claim: s.rival }), 'INVALID_INPUT', 'claim', /itself an answer/),
  adding('a retracted claim', (s) => ({ claim: s.withdrawn }), 'ILLEGAL_STATE', 'claim', /is RETRACTED/),
  adding('what is evidence already', (s) => ({ claim: s.evidence }), 'ALREADY_EXISTS', 'claim', /already/),
  adding('a note without words', () => ({ note: ' ' }), 'INVALID_INPUT', 'note', /at least one word/),

  grading('no such hypothesis', (s) => ({ hypothesis: unknown(s.hypothesis) }), 'NOT_FOUND', 'hypothesis', /no Claim/),
  grading('a figure as hypothesis', (s) => ({ hypothesis: s.figure }), 'WRONG_DATATYPE', 'hypothesis', /QUANTITY/),
  grading('a denial as hypothesis', (s) => ({ hypothesis: s.denial }), 'INVALID_INPUT', 'hypothesis', /denies/),
  grading('no answer as hypothesis', (s) => ({ hypothesis: s.unknownCause }), 'INVALID_INPUT', 'hypothesis', /none is/),
  grading('a retracted answer', (s) => ({ hypothesis: s.withdrawnCause }), 'ILLEGAL_STATE', 'hypothesis', /RETRACTED/),
  grading('a question as hypothesis', (s) => ({ hypothesis: s.question }), 'WRONG_TYPE', 'hypothesis', /wanted here/),
  grading('no such evidence', (s) => ({ evidence: unknown(s.evidence) }), 'NOT_FOUND', 'evidence', /no Claim/),
  grading('evidence of another story', (s) => ({ evidence: s.foreign }), 'WRONG_STORY', 'evidence', /another story/),
  grading(
    'a hypothesis against another',
    (s) => ({ evidence: s.rival }),
    'INVALID_INPUT',
    'evidence',
    /itself an answer/,
  ),
  grading('what was never added', (s) => ({ evidence: s.fresh }), 'ILLEGAL_STATE', 'evidence', /add it first/),
  grading('what was removed', (s) => ({ evidence: s.removed }), 'ILLEGAL_STATE', 'evidence', /add it first/),
  grading('retracted evidence', (s) => ({ evidence: s.withdrawn }), 'ILLEGAL_STATE', 'evidence', /RETRACTED/),
  grading('a note that is too long', () => ({ note: 'a'.repeat(5_001) }), 'TOO_LONG', 'note', /5000/),

  removing('no such question', (s) => ({ question: unknown(s.question) }), 'NOT_FOUND', 'question', /no Question/),
  removing('what is not evidence', (s) => ({ claim: s.fresh }), 'NOT_FOUND', 'claim', /no evidence/),
  removing('what was removed before', (s) => ({ claim: s.removed }), 'NOT_FOUND', 'claim', /no evidence/),
  removing('a claim of another story', (s) => ({ claim: s.foreign }), 'WRONG_STORY', 'claim', /another story/),
  removing('no reason', () => ({ reason: '' }), 'REQUIRED', 'reason', /must not be empty/),
];

describe.each(oneDatabase)('changes of a matrix that are refused on %s', (kind) => {
  let app: TestApp;
  let matrix: TestMatrix;
  let scene: Scene;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const other = await world.another();
    matrix = await TestMatrix.of(world, ['missile', 'bird strike', 'external interference']);
    await world.retract(matrix.id('external interference'));
    await matrix.addEvidence('holes');
    await matrix.addEvidence('jamming');
    await matrix.remove('jamming');
    await matrix.addEvidence('a rumour');
    await world.retract(matrix.id('a rumour'));
    const { claim: figure } = await world.claim({ quantity: '38' });
    const { claim: fresh } = await world.claim({ property: 'jammed', boolean: true });
    const { claim: denial } = await world.claim({ property: 'cause', concept: 'bird strike', polarity: 'DENIED' });
    const { claim: unknownCause } = await world.claim({ property: 'cause', unknown: true });
    scene = {
      question: matrix.question,
      figures: figure.question.id,
      hypothesis: matrix.id('missile'),
      rival: matrix.id('bird strike'),
      denial: denial.id,
      unknownCause: unknownCause.id,
      withdrawnCause: matrix.id('external interference'),
      evidence: matrix.id('holes'),
      removed: matrix.id('jamming'),
      withdrawn: matrix.id('a rumour'),
      figure: figure.id,
      fresh: fresh.id,
      foreign: (await other.claim({ quantity: '38' })).claim.id,
      source: world.source,
    };
  });
  afterAll(() => app.close());

  test.each(REFUSALS)('$mutation: $what: $code at $field', async ({ mutation, given, code, field, says }) => {
    const before = await fingerprint(app.database);
    const selection = 'question { id } evidence { note }';
    expect(await attempt(app, mutation, given(scene), selection)).toEqual({
      question: null,
      evidence: null,
      userErrors: [{ code, field: field.split('.'), message: expect.stringMatching(says), occurrences: null }],
    });
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('a grade that is none of the scale is refused before anything is done', async () => {
    const input = { hypothesis: scene.hypothesis, evidence: scene.evidence, grade: 'LIKELY' };
    const { body } = await app.graphql(
      'mutation ($input: EvidenceGradeInput!) { evidenceGrade(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(body.data).toBeUndefined();
    expect(body.errors[0].message).toContain('Consistency');
  });

  test(`more than ${MAX_EVIDENCE} claims, until one is removed`, async () => {
    const { id, storyId } = decodeId(scene.question)!;
    await app.database.query(Prisma.sql`
      INSERT INTO claim SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
        'identity', encode(sha256(convert_to(n::text, 'UTF8')), 'hex')))).*
      FROM claim c, generate_series(2, ${MAX_EVIDENCE}::int) AS n WHERE c.id = ${decodeId(scene.fresh)!.id}::uuid`);
    await app.database.query(Prisma.sql`
      INSERT INTO question_evidence (story_id, question_id, claim_id, added_by_id, added_at)
      SELECT c.story_id, ${id}::uuid, c.id, c.created_by_id, now() FROM claim c JOIN property p ON p.id = c.property_id
      WHERE c.story_id = ${storyId}::uuid AND p.key = 'jammed' AND c.id <> ${decodeId(scene.fresh)!.id}::uuid
      LIMIT ${MAX_EVIDENCE - 2}::int`);
    const add = () => attempt(app, 'evidenceAdd', { input: { question: scene.question, claim: scene.fresh } });
    expect((await add()).userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: ['input', 'question'] }]);
    await matrix.remove('holes');
    expect((await add()).userErrors).toEqual([]);
  });
});
