import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { startApi, fingerprint } from '../e2e/support/api-database.js';
import { createTies } from '../e2e/support/api-ties.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const NOBODY = Prisma.sql`'00000000-0000-0000-0000-0000000000ff'::uuid`;
const LATER = Prisma.sql`'2030-01-01T00:00:00Z'::timestamptz`;
/** The claim of 38 killed, which has two citations by two speakers. */
const CLAIM = Prisma.sql`(SELECT id FROM claim WHERE statement LIKE '%: 38 killed')`;
const PATIENTS = Prisma.sql`(SELECT c.id FROM claim c JOIN property p ON p.id = c.property_id WHERE p.key = 'inHospital')`;
const ACROSS = Prisma.sql`(SELECT id FROM contradiction WHERE kind = 'ARITHMETIC')`;
const WITHIN = Prisma.sql`(SELECT id FROM contradiction WHERE rule = 'category-disjoint')`;
const COPY = Prisma.sql`(SELECT id FROM source WHERE title = 'A copy')`;
const COPIED = Prisma.sql`(SELECT max(id::text)::uuid FROM snapshot WHERE source_id = ${COPY})`;
const PROPERTY = (key: string): Prisma.Sql => Prisma.sql`(SELECT id FROM property WHERE key = ${key})`;

/** Each column that follows from others, set to something else past all triggers, and what the recheck says of it. */
const SPOILT: [column: string, spoil: Prisma.Sql, said: RegExp][] = [
  [
    'claim.identity',
    Prisma.sql`UPDATE claim SET identity = repeat('0', 64) WHERE id = ${CLAIM}`,
    /claim: .* identity 0000/,
  ],
  [
    'claim.time_earliest',
    Prisma.sql`UPDATE claim SET time_earliest = '2020-01-01' WHERE value_kind = 'TIME'`,
    /claim: .* has timeEarliest 2020-/,
  ],
  [
    'claim.time_latest',
    Prisma.sql`UPDATE claim SET time_latest = '2030-01-01' WHERE value_kind = 'TIME'`,
    /claim: .* has timeLatest 2030-/,
  ],
  [
    'claim.hedged',
    Prisma.sql`UPDATE claim SET hedged = TRUE WHERE id = ${CLAIM}`,
    /claim: .* has hedged true, not false/,
  ],
  [
    'claim.first_said_from',
    Prisma.sql`UPDATE claim SET first_said_from = '2020-01-01' WHERE id = ${CLAIM}`,
    /claim: .* has firstSaidFrom 2020-/,
  ],
  [
    'claim.first_said_to',
    Prisma.sql`UPDATE claim SET first_said_to = ${LATER} WHERE id = ${CLAIM}`,
    /claim: .* has firstSaidTo 2030-/,
  ],
  [
    'claim.lead_citation_id',
    Prisma.sql`UPDATE claim SET lead_citation_id = (SELECT i.id FROM citation i WHERE i.claim_id = claim.id
      AND i.id <> lead_citation_id) WHERE id = ${CLAIM}`,
    /claim: .* has leadCitationId/,
  ],
  [
    'claim.citation_count',
    Prisma.sql`UPDATE claim SET citation_count = 7 WHERE id = ${CLAIM}`,
    /claim: .* has citationCount 7, not 2/,
  ],
  [
    'claim.said_days',
    Prisma.sql`UPDATE claim SET said_days = '{}' WHERE id IN ${PATIENTS}`,
    /claim: .* has saidDays {}/,
  ],
  [
    'claim_speaker, a row too few',
    Prisma.sql`DELETE FROM claim_speaker WHERE claim_id = ${CLAIM} AND speaker_id IN (SELECT id FROM agent)`,
    /speaker: .* has claimId null/,
  ],
  [
    'claim_speaker, a row too many',
    Prisma.sql`INSERT INTO claim_speaker SELECT story_id, claim_id, ${NOBODY}, question_id FROM claim_speaker
      WHERE claim_id = ${CLAIM} LIMIT 1`,
    /speaker: .* has claimId .*, not null/,
  ],
  [
    'claim_speaker.question_id',
    Prisma.sql`UPDATE claim_speaker SET question_id = ${NOBODY} WHERE claim_id = ${CLAIM}`,
    /speaker: .* has questionId/,
  ],
  [
    'claim_speaker.last_said_from',
    Prisma.sql`UPDATE claim_speaker SET last_said_from = '2020-01-01' WHERE claim_id = ${CLAIM}`,
    /speaker: .* has lastSaidFrom/,
  ],
  [
    'claim_speaker.last_said_to',
    Prisma.sql`UPDATE claim_speaker SET last_said_to = ${LATER} WHERE claim_id = ${CLAIM}`,
    /speaker: .* has lastSaidTo/,
  ],
  [
    'citation.question_id',
    Prisma.sql`UPDATE citation SET question_id = ${NOBODY} WHERE claim_id = ${CLAIM}`,
    /citation: .* has questionId/,
  ],
  [
    'citation.speaker_id',
    Prisma.sql`UPDATE citation SET speaker_id = ${NOBODY} WHERE claim_id = ${CLAIM}`,
    /citation: .* has speakerId/,
  ],
  [
    'citation.said_from, where the day is given',
    Prisma.sql`UPDATE citation SET said_from = '2020-01-01' WHERE claim_id = ${CLAIM}`,
    /citation: .* has saidFrom 2020-/,
  ],
  [
    'citation.said_to, where the source gives the day',
    Prisma.sql`UPDATE citation SET said_to = ${LATER} WHERE said_on IS NULL AND said_to IS NOT NULL`,
    /citation: .* has saidTo 2030-/,
  ],
  [
    'citation.quote_prefix',
    Prisma.sql`UPDATE citation SET quote_prefix = 'x' WHERE claim_id = ${CLAIM}`,
    /citation: .* has prefix x/,
  ],
  [
    'citation.quote_suffix',
    Prisma.sql`UPDATE citation SET quote_suffix = 'x' WHERE claim_id = ${CLAIM}`,
    /citation: .* has suffix x/,
  ],
  [
    'question.disputed',
    Prisma.sql`UPDATE question SET disputed = NOT disputed WHERE property_id = ${PROPERTY('cause')}`,
    /disputed: question/,
  ],
  [
    'question.search_exhausted',
    Prisma.sql`UPDATE question SET search_exhausted = TRUE WHERE property_id = ${PROPERTY('aboard')}`,
    /search: question/,
  ],
  [
    'contradiction.kind',
    Prisma.sql`UPDATE contradiction SET kind = 'TIME' WHERE id = ${WITHIN}`,
    /different: kind is "TIME"/,
  ],
  [
    'contradiction.strength',
    Prisma.sql`UPDATE contradiction SET strength = 'POSSIBLE' WHERE id = ${WITHIN}`,
    /different: strength/,
  ],
  ['contradiction.rule', Prisma.sql`UPDATE contradiction SET rule = 'none' WHERE id = ${WITHIN}`, /different: rule/],
  [
    'contradiction.explanation',
    Prisma.sql`UPDATE contradiction SET explanation = 'So.' WHERE id = ${WITHIN}`,
    /different: expl/,
  ],
  [
    'contradiction.member_key',
    Prisma.sql`UPDATE contradiction SET member_key = 'none' WHERE id = ${WITHIN}`,
    /contradiction: .* has memberKey none/,
  ],
  [
    'contradiction.question_id',
    Prisma.sql`UPDATE contradiction SET question_id = NULL WHERE id = ${WITHIN}`,
    /contradiction: .* has questionId null/,
  ],
  [
    'contradiction_question, a row too few',
    Prisma.sql`DELETE FROM contradiction_question WHERE question_id = (SELECT q.id FROM question q
      WHERE q.property_id = ${PROPERTY('survivors')})`,
    /contradiction: .* has questions/,
  ],
  [
    'contradiction_question, a row too many',
    Prisma.sql`INSERT INTO contradiction_question SELECT q.story_id, x.id, q.id FROM question q
      JOIN contradiction x ON x.id = ${ACROSS} WHERE q.property_id = ${PROPERTY('cause')}`,
    /contradiction: .* has questions/,
  ],
  [
    'source.origin_id',
    Prisma.sql`UPDATE source SET origin_id = id WHERE id = ${COPY}`,
    /source: "A copy" has originId/,
  ],
  [
    'text_sketch.shingles',
    Prisma.sql`UPDATE text_sketch SET shingles = shingles + 1 WHERE snapshot_id = ${COPIED}`,
    /source: "A copy" has sketches/,
  ],
  [
    'text_sketch.least',
    Prisma.sql`UPDATE text_sketch SET least = least[2:] WHERE snapshot_id = ${COPIED}`,
    /source: "A copy" has sketches/,
  ],
  [
    'text_sketch_key',
    Prisma.sql`DELETE FROM text_sketch_key WHERE snapshot_id = ${COPIED}`,
    /source: "A copy" has sketches/,
  ],
  [
    'text_match',
    Prisma.sql`DELETE FROM text_match WHERE source_id = ${COPY}`,
    /source: "A copy" has nearDuplicates null/,
  ],
  [
    'text_match.resemblance',
    Prisma.sql`UPDATE text_match SET resemblance = 0.25 WHERE source_id = ${COPY}`,
    /source: "A copy" has nearDuplicates/,
  ],
  ['carried_text', Prisma.sql`DELETE FROM carried_text WHERE source_id = ${COPY}`, /source: "A copy" has carries null/],
  ['agent.group_id', Prisma.sql`UPDATE agent SET group_id = id WHERE name = 'A desk'`, /agent: "A desk" has groupId/],
  [
    're-examination.done',
    Prisma.sql`UPDATE reexamination SET done = done - 1, finished_at = NULL,
      started_at = CASE WHEN done > 1 THEN started_at END`,
    /re-examination: "\w+" has done/,
  ],
];

const GUARDED = ['claim', 'citation', 'source', 'property'] as const;

describe.each(testDatabases)('a recheck of what follows from other columns on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const agent = await world.agent('The ministry');
    await world.agent('A desk', { partOf: agent });
    const { claim } = await world.claim({ quantity: '38', saidOn: '2024-12-25' });
    await world.cite(claim.id, { saidOn: '2024-12-26', claimant: agent });
    await world.claim({ property: 'cause', concept: 'bird strike' });
    await world.claim({ property: 'cause', concept: 'external interference' });
    await world.claim({ property: 'occurredOn', time: '2024-12-25' });
    await world.claim({ property: 'inHospital', quantity: '10', saidOn: '2024-12-25' });
    const dated = {
      publishedAt: '2024-12-26T08:00:00Z',
      text: `A copy of it. ${'It went down at noon near the coast. '.repeat(9)}`,
    };
    const original = await world.addSource({ ...dated, title: 'The first' });
    const copy = await world.addSource({ ...dated, title: 'A copy', derivedFrom: original });
    await world.claim({ property: 'jammed', boolean: true, source: copy, quote: 'A copy of it.' });
    await createTies(app);
    await world.claim({ property: 'aboard', quantity: '67' });
    await world.claim({ property: 'survivors', quantity: '32' });
    await app.graphql(
      'mutation ($id: ID!) { propertyUpdate(id: $id, expectedVersion: 1, input: { label: "Deaths" }) { reexamination { total } } }',
      { id: world.vocabulary.properties.fatalities },
    );
    await app.reexamine();
  });
  afterAll(() => app.close());

  /** Past the triggers that would hold it right. */
  async function spoil(sql: Prisma.Sql): Promise<void> {
    for (const table of GUARDED)
      await app.database.query(Prisma.sql`ALTER TABLE ${Prisma.raw(table)} DISABLE TRIGGER USER`);
    await app.database.query(sql);
    for (const table of GUARDED)
      await app.database.query(Prisma.sql`ALTER TABLE ${Prisma.raw(table)} ENABLE TRIGGER USER`);
  }

  test('finds nothing where nothing was spoilt', async () => {
    expect(await app.recheck()).toEqual([]);
  });

  test.each(SPOILT)(
    'finds that %s is wrong, changes nothing, and repairs it when told to',
    async (_column, sql, said) => {
      const whole = await fingerprint(app.database);
      await spoil(sql);
      const spoilt = await fingerprint(app.database);
      expect(spoilt).not.toEqual(whole);
      expect(await app.recheck()).toContainEqual(expect.stringMatching(said));
      expect(await fingerprint(app.database)).toEqual(spoilt);
      await app.recheck({ repair: true });
      expect(await app.recheck()).toEqual([]);
    },
  );

  test('finds texts that were written before there were sketches, and what they have in common', async () => {
    const known = (): Promise<unknown[]> =>
      app.database.query(Prisma.sql`
        SELECT source_id, other_id, relation::text, resemblance, contained FROM text_match
        UNION ALL SELECT source_id, text_id, whole::text, 0, 0 FROM carried_text
        UNION ALL SELECT snapshot_id, NULL, least::text, shingles, 0 FROM text_sketch ORDER BY 1, 2, 3`);
    const before = await known();
    for (const table of ['carried_text', 'text_match', 'text_sketch_key', 'text_sketch']) {
      await app.database.query(Prisma.sql`DELETE FROM ${Prisma.raw(table)}`);
    }
    expect(await app.recheck()).toContainEqual(expect.stringMatching(/source: "A copy" has carries null/));
    await app.recheck({ repair: true });
    expect(await app.recheck()).toEqual([]);
    expect(await known()).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });
});
