import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOf } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { change } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { copy, quoted, refusedBy, set } from '../e2e/support/api-rows.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql } = Prisma;

/** A source with two texts, of which a claim quotes the earlier one; and a text of another source. */
interface Rows {
  readonly source: string;
  readonly otherSnapshot: string;
}

const TEXTS = ['Three sheds burned down. Nobody was in them.', 'Two sheds burned down. Nobody was in them.'];
const ofSource = ({ source }: Rows): Prisma.Sql => sql`t.source_id = ${source}::uuid`;
const theSource = ({ source }: Rows): Prisma.Sql => sql`t.id = ${source}::uuid`;
const later = (rows: Rows): Prisma.Sql => sql`${ofSource(rows)} AND t.previous_id IS NOT NULL`;
const other = (text: string): Record<string, string> => ({
  text: `'${text}'`,
  sha256: `encode(sha256(convert_to('${text}', 'UTF8')), 'hex')`,
});

const VIOLATIONS: [what: string, refusedBy: string, statement: (rows: Rows) => Prisma.Sql][] = [
  [
    'a difference without an end',
    'snapshot_differences_in_fours',
    (rows) => copy('snapshot', { ...other('a'), differences: `'[1, 2, 3]'::jsonb` }, later(rows)),
  ],
  [
    'a text that comes after another source’s',
    'snapshot_story_id_source_id_previous_id_fkey',
    (rows) => copy('snapshot', { ...other('b'), previous_id: quoted(rows.otherSnapshot) }, later(rows)),
  ],
  [
    'a text that comes after itself',
    'snapshot_not_after_itself',
    (rows) => {
      const id = `'00000000-0000-7000-8000-000000000001'::uuid`;
      return copy('snapshot', { ...other('c'), id, previous_id: id }, later(rows));
    },
  ],
  [
    'a source that has gone back to another’s text',
    'source_story_id_id_reverted_to_id_fkey',
    (rows) => set('source', `reverted_to_id = ${quoted(rows.otherSnapshot)}`, theSource(rows)),
  ],
  [
    'a source that is retracted for no reason',
    'source_status_has_reason',
    (rows) => set('source', `status = 'RETRACTED', status_reason = NULL`, theSource(rows)),
  ],
  ...[
    `anchor = 'MOVED', moved_start = NULL, moved_end = NULL`,
    `anchor = 'MOVED', moved_start = 4, moved_end = NULL`,
    `anchor = 'MOVED', moved_start = 4, moved_end = 4`,
    `anchor = 'MOVED', moved_start = -1, moved_end = 4`,
    `anchor = 'ANCHORED', moved_start = 4, moved_end = NULL`,
    `anchor = 'ORPHANED', moved_start = 4, moved_end = 9`,
    `anchor = 'AMBIGUOUS', moved_start = 4, moved_end = 9`,
  ].map((assignment): (typeof VIOLATIONS)[number] => [
    `a quote with ${assignment}`,
    'citation_moved_place',
    (rows) => set('citation', assignment, ofSource(rows)),
  ]),
  [
    'a quote of an earlier text',
    'newer text',
    (rows) => copy('citation', { quote_start: '6', quote_exact: `'sheds burned'`, quote_end: '18' }, ofSource(rows)),
  ],
  [
    'the same request twice',
    'review_request_open_once',
    (rows) => copy('review_request', {}, sql`${ofSource(rows)} AND t.reason = 'QUOTE_VANISHED'`),
  ],
  [
    'a request that is settled by nobody',
    'review_request_settled_whole',
    (rows) => set('review_request', `state = 'SETTLED', note = 'Well.'`, ofSource(rows)),
  ],
  [
    'an open request with a note',
    'review_request_settled_whole',
    (rows) => set('review_request', `note = 'Well.'`, ofSource(rows)),
  ],
  [
    'a quote’s request without its surroundings',
    'review_request_quote_surroundings',
    (rows) => set('review_request', 'same_surroundings = NULL', sql`t.reason = 'QUOTE_VANISHED' AND ${ofSource(rows)}`),
  ],
  [
    'surroundings of a source',
    'review_request_quote_surroundings',
    (rows) =>
      set('review_request', 'same_surroundings = TRUE', sql`t.reason = 'SOURCE_CORRECTED' AND ${ofSource(rows)}`),
  ],
];

describe.each(oneDatabase)('of sources that change, the database refuses on %s', (kind) => {
  let app: TestApp;
  let rows: Rows;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const [earlier, corrected] = TEXTS;
    const source = await world.addSource({ text: earlier });
    await world.claim({ quantity: '3', source, quote: 'Three sheds burned down' });
    await change(app, 'sourceCorrect', { id: source, reason: 'They say so.', text: corrected });
    const otherSource = idsOf('Source', world.source)!.id;
    const [snapshot] = await app.database.query<{ id: string }>(
      sql`SELECT id FROM snapshot WHERE source_id = ${otherSource}::uuid`,
    );
    rows = { source: idsOf('Source', source)!.id, otherSnapshot: snapshot!.id };
  });
  afterAll(() => app.close());

  test.each(VIOLATIONS)('%s (%s)', async (_what, expected, statement) => {
    expect(await refusedBy(app, statement(rows))).toContain(expected);
  });

  test('nothing of what is right: a further text with differences', async () => {
    const statement = copy('snapshot', { ...other('d'), differences: `'[0, 1, 0, 1]'::jsonb` }, later(rows));
    expect(await refusedBy(app, statement)).toBe('nothing');
  });
});
