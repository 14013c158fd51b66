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
  type Rows,
  type Violation,
} from '../e2e/support/api-rows.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const { sql, raw } = Prisma;

const contradictionWith =
  (which: 'open' | 'resolved', assignment: string) =>
  (rows: Rows): Prisma.Sql =>
    set('contradiction', assignment, is(rows[which]));
const VOCABULARY: Violation[] = [
  [
    'a second row of vocabulary state',
    'vocabulary_state_one_row',
    () => sql`INSERT INTO vocabulary_state VALUES (2, 0)`,
  ],
  [
    'a concept broader than itself',
    'concept_broader_not_self',
    ({ concept }) => sql`INSERT INTO concept_broader VALUES (${concept}::uuid, ${concept}::uuid)`,
  ],
  [
    'a concept apart from itself',
    'concept_disjoint_ordered',
    ({ concept }) => sql`INSERT INTO concept_disjoint VALUES (${concept}::uuid, ${concept}::uuid)`,
  ],
  [
    'two concepts apart the wrong way round',
    'concept_disjoint_ordered',
    () => sql`INSERT INTO concept_disjoint SELECT max(id::text)::uuid, min(id::text)::uuid FROM concept`,
  ],
  [
    'a concept property without a scheme',
    'property_scheme_for_concepts',
    () => set('property', 'scheme_id = NULL', sql`key = 'cause'`),
  ],
  [
    'a figure with a scheme',
    'property_scheme_for_concepts',
    () => set('property', '(scheme_id) = (SELECT id FROM concept_scheme LIMIT 1)', sql`key = 'score'`),
  ],
  ['a date with a unit', 'property_unit_for_quantities', () => set('property', `unit = 's'`, sql`key = 'occurredOn'`)],
  [
    'an additive date',
    'property_additive_quantities',
    () => set('property', 'additive = TRUE', sql`key = 'occurredOn'`),
  ],
  [
    'a phrase without a value',
    'property_phrase_has_value',
    () => set('property', `phrase = 'killed'`, sql`key = 'fatalities'`),
  ],
  ['a key of a property twice', 'property_key_key', () => copy('property', {}, sql`key = 'cause'`)],
  ['a key of a scheme twice', 'concept_scheme_key_key', () => copy('concept_scheme', {}, sql`TRUE`)],
  ['a label twice in a scheme', 'concept_scheme_id_pref_label_key', () => copy('concept', {}, sql`TRUE`)],
  [
    'the removal of a concept in use',
    'concept_broader_narrower_id_fkey',
    ({ concept }) => sql`DELETE FROM concept t WHERE ${is(concept)}`,
  ],
];

const OBJECTS: Violation[] = [
  ['a key’s hash that is none', 'api_key_secret_hash_hex', () => set('api_key', `secret_hash = 'secret'`, sql`TRUE`)],
  ['a key’s hash twice', 'api_key_secret_hash_key', () => copy('api_key', {}, sql`TRUE`)],
  ['a slug with capitals', 'story_slug_form', ({ story }) => set('story', `slug = 'A Story'`, is(story))],
  ['a slug twice', 'story_slug_key', () => copy('story', {}, sql`TRUE`)],
  [
    'an agent that is part of itself',
    'agent_not_part_of_itself',
    ({ agent }) => set('agent', 'part_of_id = id', is(agent)),
  ],
  [
    'a source derived from itself',
    'source_not_derived_from_itself',
    ({ source }) => set('source', 'derived_from_id = id', is(source)),
  ],
  [
    'a source derived from one of another story',
    'source_story_id_derived_from_id_fkey',
    ({ source, otherSource }) => set('source', `derived_from_id = ${quoted(otherSource)}`, is(source)),
  ],
  [
    'a source whose origin is of another story',
    'source_story_id_origin_id_fkey',
    ({ source, otherSource }) => set('source', `origin_id = ${quoted(otherSource)}`, is(source)),
  ],
  [
    'a source of no story',
    'source_story_id',
    ({ source }) => copy('source', { story_id: 'gen_random_uuid()', title: `'A source'` }, is(source)),
  ],
  ['the removal of a story', 'subject_story_id_fkey', ({ story }) => sql`DELETE FROM story t WHERE ${is(story)}`],
  [
    'another text for a snapshot',
    'never changed',
    ({ source }) => set('snapshot', `text = 'Other words.'`, sql`source_id = ${source}::uuid`),
  ],
  ['a snapshot’s removal', 'never changed', () => sql`DELETE FROM snapshot`],
  ['the removal of all snapshots', 'never changed', () => sql`TRUNCATE snapshot CASCADE`],
  [
    'a hash that is not the text’s',
    'snapshot_sha256_of_text',
    ({ source }) => copy('snapshot', { text: `'Other words.'` }, sql`source_id = ${source}::uuid`),
  ],
  [
    'a text twice in a source',
    'snapshot_story_id_source_id_sha256_key',
    ({ source }) => copy('snapshot', {}, sql`source_id = ${source}::uuid`),
  ],
  [
    'a snapshot of a source of another story',
    'snapshot_story_id_source_id_fkey',
    ({ source, otherStory }) => copy('snapshot', { story_id: quoted(otherStory) }, sql`source_id = ${source}::uuid`),
  ],
  ...['revision', 'audit_event', 'audit_chain'].flatMap((table): Violation[] => [
    [
      `a change of a row of ${table}`,
      'never changed',
      () => set(table, table === 'audit_chain' ? 'seq = seq + 1' : 'created_at = now()', sql`TRUE`),
    ],
    [`the removal of a row of ${table}`, 'never changed', () => sql`DELETE FROM ${raw(table)}`],
    [`the removal of all of ${table}`, 'never changed', () => sql`TRUNCATE ${raw(table)} CASCADE`],
  ]),
  [
    'a revision of nothing',
    'revision_of_one_object',
    ({ claim }) => copy('revision', { claim_id: 'NULL::text' }, ofClaim(claim.TIME)),
  ],
  [
    'a revision of two things',
    'revision_of_one_object',
    ({ claim, open }) => copy('revision', { contradiction_id: quoted(open) }, ofClaim(claim.TIME)),
  ],
  [
    'a version of a claim twice',
    'revision_story_id_claim_id_version_key',
    ({ claim }) => copy('revision', {}, ofClaim(claim.TIME)),
  ],
  [
    'a revision of a claim of another story',
    'revision_story_id_claim_id_fkey',
    ({ claim, otherClaim }) => copy('revision', { claim_id: quoted(otherClaim), version: '9' }, ofClaim(claim.TIME)),
  ],
];

const CONTRADICTIONS: Violation[] = [
  ['version 0', 'contradiction_version_positive', contradictionWith('open', 'version = 0')],
  ['a decision without a note', 'contradiction_decision_whole', contradictionWith('resolved', 'note = NULL')],
  ['a decision by nobody', 'contradiction_decision_whole', contradictionWith('resolved', 'resolved_by_id = NULL')],
  [
    'an outcome without a decision',
    'contradiction_decision_whole',
    contradictionWith('resolved', 'note = NULL, resolved_by_id = NULL, resolved_at = NULL'),
  ],
  [
    'a resolved one without an outcome',
    'contradiction_decided_has_decision',
    contradictionWith('open', `status = 'RESOLVED'`),
  ],
  [
    'a dismissed one without an outcome',
    'contradiction_decided_has_decision',
    contradictionWith('open', `status = 'DISMISSED'`),
  ],
  ['an open one with an outcome', 'contradiction_open_has_none', contradictionWith('resolved', `status = 'OPEN'`)],
  [
    'new evidence for what nobody has decided',
    'contradiction_open_has_none',
    contradictionWith('open', 'new_evidence_since = now()'),
  ],
  [
    'the same members twice',
    'contradiction_story_id_member_key_key',
    ({ open }) => copy('contradiction', {}, is(open)),
  ],
  [
    'a member of another story',
    'contradiction_member_story_id_claim_id_fkey',
    ({ story, open, otherClaim }) =>
      sql`INSERT INTO contradiction_member VALUES (${story}::uuid, ${open}::uuid, ${otherClaim}::uuid, FALSE)`,
  ],
  [
    'a member that is upheld and ranked wrong',
    'contradiction_member_ranked_lost',
    ({ open }) =>
      sql`UPDATE contradiction_member SET upheld = TRUE, ranked_version = 1 WHERE contradiction_id = ${open}::uuid`,
  ],
  [
    'a member ranked in a version that its claim has never had',
    'contradiction_member_story_id_claim_id_ranked_version_fkey',
    ({ open }) => sql`UPDATE contradiction_member SET ranked_version = 9 WHERE contradiction_id = ${open}::uuid`,
  ],
  [
    'a lease of nobody',
    'review_lease_holder_id_fkey',
    ({ story, open }) =>
      sql`INSERT INTO review_lease VALUES (${story}::uuid, ${open}::uuid, 'Contradiction', ${open}::uuid, now())`,
  ],
  [
    'a lease in no story',
    'review_lease_story_id_fkey',
    ({ open }) =>
      sql`INSERT INTO review_lease SELECT ${open}::uuid, ${open}::uuid, 'Contradiction', id, now() FROM account LIMIT 1`,
  ],
  [
    'a question of another story',
    'contradiction_story_id_question_id_fkey',
    ({ open, otherStory }) =>
      set('contradiction', `question_id = (SELECT id FROM question WHERE story_id = ${quoted(otherStory)})`, is(open)),
  ],
  [
    'the removal of one with members',
    'contradiction_',
    ({ open }) => sql`DELETE FROM contradiction t WHERE ${is(open)}`,
  ],
];

describe.each(testDatabases)('the database refuses on %s', (kind) => {
  let app: TestApp;
  let rows: Rows;
  beforeAll(async () => {
    app = await startApi(kind);
    rows = await prepareRows(app);
  });
  afterAll(() => app.close());

  describe.each([
    ['in the vocabulary', VOCABULARY],
    ['of stories, sources and records', OBJECTS],
    ['of contradictions', CONTRADICTIONS],
  ])('%s', (_what, violations) => {
    test.each(violations)('%s (%s)', async (_what, expected, statement) => {
      expect(await refusedBy(app, statement(rows))).toContain(expected);
    });
  });
});
