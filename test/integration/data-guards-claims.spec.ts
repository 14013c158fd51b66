import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { startApi } from '../e2e/support/api-database.js';
import {
  copy,
  is,
  ofClaim,
  prepareRows,
  quoted,
  refusedBy,
  set,
  TEXT,
  WORDS,
  type Rows,
  type Violation,
} from '../e2e/support/api-rows.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql } = Prisma;

const claimWith =
  (kind: keyof Rows['claim'], assignment: string) =>
  ({ claim }: Rows): Prisma.Sql =>
    set('claim', assignment, is(claim[kind]));
const citationWith =
  (assignment: string) =>
  ({ claim }: Rows): Prisma.Sql =>
    set('citation', assignment, ofClaim(claim.QUANTITY));

const CLAIMS: Violation[] = [
  ['an identity that is no hash', 'claim_identity_hex', claimWith('TIME', `identity = 'x'`)],
  [
    'an identity twice',
    'claim_story_id_identity_key',
    ({ claim }) => copy('claim', { lead_citation_id: 'NULL::text' }, is(claim.TIME)),
  ],
  ['version 0', 'claim_version_positive', claimWith('TIME', 'version = 0')],
  ['a rank without a reason', 'claim_rank_reason', claimWith('TIME', `rank = 'DEPRECATED'`)],
  ['half of a time of saying', 'claim_first_said_interval', claimWith('TIME', 'first_said_from = now()')],
  [
    'a time of saying that ends before it begins',
    'claim_first_said_interval',
    claimWith('TIME', `first_said_from = now(), first_said_to = now() - interval '1 day'`),
  ],
  [
    'a question of another subject',
    'claim_story_id_question_id_subject_id_property_id_fkey',
    ({ claim, otherSubject }) => set('claim', `subject_id = ${quoted(otherSubject)}`, is(claim.TIME)),
  ],
  [
    'a question of another property',
    'claim_story_id_question_id_subject_id_property_id_fkey',
    ({ claim }) => set('claim', `property_id = (SELECT id FROM property WHERE key = 'score')`, is(claim.TIME)),
  ],
  [
    'a leading citation that is not there',
    'claim_story_id_lead_citation_id_fkey',
    claimWith('TIME', 'lead_citation_id = gen_random_uuid()'),
  ],
  [
    'a scope of a claim of another story',
    'claim_scope_story_id_claim_id_fkey',
    ({ otherClaim, story, concept }) =>
      sql`INSERT INTO claim_scope VALUES (${story}::uuid, ${otherClaim}::uuid, 'role', ${concept}::uuid)`,
  ],
  ['the removal of a claim', 'claim_', ({ claim }) => sql`DELETE FROM claim t WHERE ${is(claim.TIME)}`],
  ['a question twice', 'question_story_id_subject_id_property_id_key', () => copy('question', {}, sql`TRUE`)],
  [
    'a figure without bounds',
    'claim_value_quantity',
    claimWith('QUANTITY', 'quantity_lower = NULL, quantity_upper = NULL'),
  ],
  ['a figure with reversed bounds', 'claim_value_quantity', claimWith('QUANTITY', 'quantity_lower = 50')],
  ...['quantity_lower_open', 'quantity_upper_open', 'quantity_approximate'].map((column): Violation => [
    `a figure without ${column}`,
    'claim_value_quantity',
    claimWith('QUANTITY', `${column} = NULL`),
  ]),
  ...(
    [
      ['quantity_amount = 1', 'claim_value_quantity', 'QUANTITY'],
      ["quantity_unit = 'km'", 'claim_value_quantity', 'QUANTITY'],
      ['quantity_approximate = FALSE', 'claim_value_quantity', 'QUANTITY'],
      ["time_edtf = '2024'", 'claim_value_time', 'TIME'],
      ["time_earliest = now(), time_latest = now(), time_edtf = '2024'", 'claim_value_time', 'TIME'],
      ['concept_id = (SELECT id FROM concept LIMIT 1)', 'claim_value_concept', 'CONCEPT'],
      ['boolean_value = TRUE', 'claim_value_boolean', 'BOOLEAN'],
      ["text_value = 'Words'", 'claim_value_text', 'TEXT'],
      ["text_language = 'en'", 'claim_value_text', 'TEXT'],
    ] as const
  ).flatMap(([assignment, constraint, own]) =>
    (Object.keys(WORDS) as (keyof Rows['claim'])[])
      .filter((kind) => kind !== own)
      .map((kind): Violation => [`a ${kind} value with ${assignment}`, constraint, claimWith(kind, assignment)]),
  ),
  ['a time without its end', 'claim_value_time', claimWith('TIME', 'time_latest = NULL')],
  [
    'a time that ends before it begins',
    'claim_value_time',
    claimWith('TIME', `time_latest = time_earliest - interval '1 day'`),
  ],
  ['a concept value without a concept', 'claim_value_concept', claimWith('CONCEPT', 'concept_id = NULL')],
  ['a yes or no without either', 'claim_value_boolean', claimWith('BOOLEAN', 'boolean_value = NULL')],
  ['a text value without a text', 'claim_value_text', claimWith('TEXT', 'text_value = NULL')],
];

const CITATIONS: Violation[] = [
  ['other words than the text has there', 'citation_quote_stands', citationWith(`quote_exact = 'Entry 2 of the log.'`)],
  [
    'a quote one place further on',
    'citation_quote_stands',
    citationWith('quote_start = quote_start + 1, quote_end = quote_end + 1'),
  ],
  ['a quote without its last letter', 'citation_quote_stands', citationWith('quote_exact = left(quote_exact, -1)')],
  [
    'a quote beyond the text’s end',
    'citation_quote_stands',
    citationWith('quote_start = 1000000, quote_end = 1000019'),
  ],
  ['an empty quote', 'citation_quote_offsets', citationWith(`quote_exact = '', quote_end = quote_start`)],
  [
    'a quote before the text’s start',
    'citation_quote_offsets',
    citationWith("quote_start = -1, quote_end = 0, quote_exact = ''"),
  ],
  [
    'a snapshot of another source',
    'citation_',
    ({ claim, secondSource }) => set('citation', `source_id = ${quoted(secondSource)}`, ofClaim(claim.QUANTITY)),
  ],
  [
    'a source of another story',
    'citation_story_id_source_id',
    ({ claim, otherSource }) => set('citation', `source_id = ${quoted(otherSource)}`, ofClaim(claim.QUANTITY)),
  ],
  [
    'a claim of another story',
    'citation_story_id_claim_id_fkey',
    ({ claim, otherClaim }) => copy('citation', { claim_id: quoted(otherClaim) }, ofClaim(claim.QUANTITY)),
  ],
  ['a snapshot that is not there', 'citation_quote_stands', citationWith('snapshot_id = gen_random_uuid()')],
  ['the same citation twice', 'citation_once', ({ claim }) => copy('citation', {}, ofClaim(claim.QUANTITY))],
  ['half of a time of saying', 'citation_said_interval', citationWith('said_from = now()')],
  [
    'a time of saying that ends before it begins',
    'citation_said_interval',
    citationWith(`said_from = now(), said_to = now() - interval '1 day'`),
  ],
  [
    'the removal of a claim’s leading citation',
    'claim_story_id_lead_citation_id_fkey',
    ({ claim }) => sql`DELETE FROM citation t WHERE ${ofClaim(claim.QUANTITY)}`,
  ],
];

describe.each(oneDatabase)('the database refuses on %s', (kind) => {
  let app: TestApp;
  let rows: Rows;
  beforeAll(async () => {
    app = await startApi(kind);
    rows = await prepareRows(app);
  });
  afterAll(() => app.close());

  describe.each([
    ['of claims', CLAIMS],
    ['of citations', CITATIONS],
  ])('%s', (_what, violations) => {
    test.each(violations)('%s (%s)', async (_what, expected, statement) => {
      expect(await refusedBy(app, statement(rows))).toContain(expected);
    });
  });

  describe('of quotes behind characters of two code units', () => {
    const cite = (exact: string, start: number): Prisma.Sql => {
      const id = randomUUID();
      return sql`INSERT INTO citation (story_id, id, claim_id, source_id, snapshot_id, quote_exact, quote_prefix, quote_suffix,
          quote_start, quote_end, anchor, certainty, created_by_id, created_at)
        SELECT story_id, ${id}::uuid, ${rows.claim.QUANTITY}::uuid, source_id, id, ${exact}, '', '', ${start}::int,
          ${start + exact.length}::int, 'ANCHORED', 'CERTAIN', (SELECT id FROM account LIMIT 1), now()
        FROM snapshot WHERE source_id = ${rows.secondSource}::uuid`;
    };

    test.each(['Smoke', '😀', 'rose', '🛩️ over', 'Nobody saw it fall.', TEXT])(
      'nothing where "%s" stands as JavaScript counts',
      async (exact) => {
        expect(await refusedBy(app, cite(exact, TEXT.indexOf(exact)))).toBe('nothing');
      },
    );

    test.each(['rose', 'over', 'Nobody saw it fall.'])('"%s" where it stands by characters', async (exact) => {
      const characters = [...TEXT.slice(0, TEXT.indexOf(exact))].length;
      expect(await refusedBy(app, cite(exact, characters))).toContain('citation_quote_stands');
    });

    test('half of one', async () => {
      expect(await refusedBy(app, cite('\ufffd', TEXT.indexOf('😀')))).toContain('citation_quote_stands');
    });
  });

  test('nothing of what is right: a further snapshot with its own hash', async () => {
    const sha256 = createHash('sha256').update('Other words. 😀').digest('hex');
    const statement = copy(
      'snapshot',
      { text: `'Other words. 😀'`, sha256: `'${sha256}'` },
      sql`source_id = ${rows.secondSource}::uuid`,
    );
    expect(await refusedBy(app, statement)).toBe('nothing');
  });
});
