import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOf } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { change, read } from '../e2e/support/api-client.js';
import { colleague } from '../e2e/support/api-desk.js';
import { publishEverything, startApi } from '../e2e/support/api-database.js';
import { propose } from '../e2e/support/api-proposals.js';
import { copy, quoted, refusedBy, set } from '../e2e/support/api-rows.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql } = Prisma;
const ANY = sql`TRUE`;
const STANDS = sql`t.removed_at IS NULL`;

/** Two claims of a story, of which the first is assigned, their contradiction, and a claim of another story. */
interface Rows {
  readonly claim: string;
  readonly rival: string;
  readonly contradiction: string;
  readonly foreign: string;
}

const ASSIGNMENTS: [what: string, refusedBy: string, statement: (rows: Rows) => Prisma.Sql][] = [
  ['an assignment of nothing', 'assignment_of_one_object', () => set('assignment', 'claim_id = NULL', ANY)],
  [
    'an assignment of two things',
    'assignment_of_one_object',
    ({ contradiction }) => set('assignment', `contradiction_id = ${quoted(contradiction)}`, ANY),
  ],
  ['a day for nobody', 'assignment_due_for_somebody', () => set('assignment', 'assignee_id = NULL', ANY)],
  ['a version below 0', 'assignment_version_not_negative', () => set('assignment', 'version = -1', ANY)],
  ['a second assignment of a claim', 'assignment_story_id_claim_id_key', () => copy('assignment', {}, ANY)],
  [
    'an assignment of a claim of another story',
    'assignment_story_id_claim_id_fkey',
    ({ foreign }) => copy('assignment', { claim_id: quoted(foreign) }, ANY),
  ],
  [
    'an assignment of no contradiction',
    'assignment_story_id_contradiction_id_fkey',
    ({ claim }) => copy('assignment', { claim_id: 'NULL::text', contradiction_id: quoted(claim) }, ANY),
  ],
  [
    'an assignment to nobody there is',
    'assignment_assignee_id_fkey',
    () => set('assignment', 'assignee_id = gen_random_uuid()', ANY),
  ],
  [
    'an assignment by nobody',
    'assignment_assigned_by_id_fkey',
    () => set('assignment', 'assigned_by_id = gen_random_uuid()', ANY),
  ],
  ['the removal of an assignment', 'revision_story_id_assignment_id_fkey', () => sql`DELETE FROM assignment`],
  [
    'a version of an assignment twice',
    'revision_story_id_assignment_id_version_key',
    () => copy('revision', {}, sql`t.assignment_id IS NOT NULL`),
  ],
  [
    'a revision of an assignment and of a claim',
    'revision_of_one_object',
    ({ rival }) => copy('revision', { claim_id: quoted(rival), version: '9' }, sql`t.assignment_id IS NOT NULL`),
  ],
];

const COMMENTS: typeof ASSIGNMENTS = [
  ['a comment on nothing', 'comment_on_one_object', () => set('comment', 'claim_id = NULL', STANDS)],
  [
    'a comment on two things',
    'comment_on_one_object',
    ({ contradiction }) => set('comment', `contradiction_id = ${quoted(contradiction)}`, STANDS),
  ],
  ['a comment without words', 'comment_body_bounded', () => set('comment', `body = ''`, STANDS)],
  ['a comment of too many words', 'comment_body_bounded', () => set('comment', `body = repeat('a', 5001)`, STANDS)],
  ['words that go by themselves', 'comment_body_until_removed', () => set('comment', 'body = NULL', STANDS)],
  ['a removal that leaves the words', 'comment_body_until_removed', () => set('comment', 'removed_at = now()', STANDS)],
  ['version 0', 'comment_version_positive', () => set('comment', 'version = 0', STANDS)],
  [
    'a comment on a claim of another story',
    'comment_story_id_claim_id_fkey',
    ({ foreign }) => copy('comment', { claim_id: quoted(foreign) }, STANDS),
  ],
  [
    'a comment on no contradiction',
    'comment_story_id_contradiction_id_fkey',
    ({ claim }) => copy('comment', { claim_id: 'NULL::text', contradiction_id: quoted(claim) }, STANDS),
  ],
  [
    'a comment on no source',
    'comment_story_id_source_id_fkey',
    ({ claim }) => copy('comment', { claim_id: 'NULL::text', source_id: quoted(claim) }, STANDS),
  ],
  ['a comment by nobody', 'comment_author_id_fkey', () => set('comment', 'author_id = gen_random_uuid()', STANDS)],
  [
    'words for what was removed',
    'comment_removal_stands',
    () => set('comment', `body = 'Again.', removed_at = NULL`, sql`t.removed_at IS NOT NULL`),
  ],
  ['a comment’s deletion', 'comment_removal_stands', () => sql`DELETE FROM comment`],
  [
    'a version of a comment twice',
    'revision_story_id_comment_id_version_key',
    () => copy('revision', {}, sql`t.comment_id IS NOT NULL`),
  ],
  [
    'a revision of a comment of another story',
    'revision_story_id_comment_id_fkey',
    ({ foreign }) => copy('revision', { comment_id: quoted(foreign), version: '9' }, sql`t.comment_id IS NOT NULL`),
  ],
];

const NOTIFICATIONS: typeof ASSIGNMENTS = [
  ['a notice of nothing', 'notification_about_one_object', () => set('notification', 'claim_id = NULL', ANY)],
  [
    'a notice of two things',
    'notification_about_one_object',
    ({ contradiction }) => set('notification', `contradiction_id = ${quoted(contradiction)}`, ANY),
  ],
  ['a notice of an own act', 'notification_not_of_own_act', () => set('notification', 'actor_id = account_id', ANY)],
  ['a notice twice', 'notification_pkey', () => sql`INSERT INTO notification SELECT * FROM notification`],
  [
    'a notice for nobody',
    'notification_account_id_fkey',
    () => set('notification', 'account_id = gen_random_uuid()', ANY),
  ],
  [
    'a notice of nobody’s act',
    'notification_actor_id_fkey',
    () => set('notification', 'actor_id = gen_random_uuid()', ANY),
  ],
  [
    'a notice of a claim of another story',
    'notification_story_id_claim_id_fkey',
    ({ foreign }) => copy('notification', { claim_id: quoted(foreign) }, ANY),
  ],
  [
    'a notice of no contradiction',
    'notification_story_id_contradiction_id_fkey',
    ({ claim }) => copy('notification', { claim_id: 'NULL::text', contradiction_id: quoted(claim) }, ANY),
  ],
  [
    'a notice of no source',
    'notification_story_id_source_id_fkey',
    ({ claim }) => copy('notification', { claim_id: 'NULL::text', source_id: quoted(claim) }, ANY),
  ],
  [
    'a notice of no comment',
    'notification_story_id_comment_id_fkey',
    ({ claim }) => copy('notification', { comment_id: quoted(claim) }, ANY),
  ],
];

const WAITS = sql`t.status = 'PENDING'`;
const BY_ANOTHER = `decided_at = now(), decided_by_id = (SELECT id FROM account WHERE name = 'Edith')`;
const PROPOSALS: typeof ASSIGNMENTS = [
  [
    'an end without who and when',
    'claim_proposal_decided_whole',
    () => set('claim_proposal', `status = 'WITHDRAWN'`, WAITS),
  ],
  [
    'an acceptance that changes nothing',
    'claim_proposal_accepted_made_a_version',
    () => set('claim_proposal', `status = 'ACCEPTED', ${BY_ANOTHER}`, WAITS),
  ],
  [
    'a version made by what was not accepted',
    'claim_proposal_accepted_made_a_version',
    () => set('claim_proposal', `status = 'LAPSED', made_version = 1, ${BY_ANOTHER}`, WAITS),
  ],
  [
    'a version that the claim has never had',
    'claim_proposal_story_id_claim_id_made_version_fkey',
    () => set('claim_proposal', `status = 'ACCEPTED', made_version = 99, ${BY_ANOTHER}`, WAITS),
  ],
  [
    'a version made by two',
    'claim_proposal_story_id_claim_id_made_version_key',
    () => copy('claim_proposal', {}, sql`t.status = 'ACCEPTED'`),
  ],
  [
    'a rejection without a reason',
    'claim_proposal_rejected_with_reason',
    () => set('claim_proposal', `status = 'REJECTED', ${BY_ANOTHER}`, WAITS),
  ],
  [
    'an acceptance by its author',
    'claim_proposal_not_accepted_by_author',
    () =>
      set(
        'claim_proposal',
        `status = 'ACCEPTED', made_version = 1, decided_at = now(), decided_by_id = author_id`,
        WAITS,
      ),
  ],
  [
    'an end by nobody there is',
    'claim_proposal_decided_by_id_fkey',
    () => set('claim_proposal', `status = 'LAPSED', decided_at = now(), decided_by_id = gen_random_uuid()`, WAITS),
  ],
  [
    'a proposal that changes nothing',
    'claim_proposal_touches_something',
    () => copy('claim_proposal', { touches: `'[]'::jsonb` }, WAITS),
  ],
  [
    'a proposal for a claim of another story',
    'claim_proposal_story_id_claim_id_fkey',
    ({ foreign }) => copy('claim_proposal', { claim_id: quoted(foreign) }, WAITS),
  ],
  [
    'a proposal of nobody',
    'claim_proposal_author_id_fkey',
    () => copy('claim_proposal', { author_id: 'gen_random_uuid()' }, WAITS),
  ],
  ['other words of a proposal', 'claim_proposal_stays', () => set('claim_proposal', `reason = 'So.'`, WAITS)],
  [
    'another end of a proposal',
    'claim_proposal_stays',
    () => set('claim_proposal', `note = 'After all.'`, sql`t.status = 'ACCEPTED'`),
  ],
  ['the removal of a proposal', 'claim_proposal_stays', () => sql`DELETE FROM claim_proposal`],
];

describe.each(oneDatabase)('the database refuses of work on %s', (kind) => {
  let app: TestApp;
  let rows: Rows;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    const { claim } = await world.claim({ quantity: '38' });
    const { claim: rival, contradictions } = await world.claim({ quantity: '40' });
    const { claim: foreign } = await (await world.another()).claim({ quantity: '38' });
    const { viewer } = await read(app, '{ viewer { actor { id } } }');
    await change(app, 'claimAssign', { id: claim.id, assignee: viewer.actor.id, dueOn: '2026-12-24' });
    const edith = await colleague(app, 'Edith', 'EDITOR');
    await change(app, 'commentAdd', { subject: claim.id, body: 'It stands.' }, 'comment { id }', edith);
    const { comment } = await change(app, 'commentAdd', { subject: claim.id, body: 'It goes.' });
    await change(app, 'commentRemove', { id: comment.id });
    await publishEverything(app.database);
    const by = { key: edith.key };
    const cite = { input: { claim: claim.id, citation: world.citationOf() } };
    const { proposal } = await change(app, 'citationAdd', cite, 'proposal { id }');
    await change(app, 'claimProposalAccept', { id: proposal.id, expectedVersion: 1 }, 'claim { id }', by);
    await propose(world, app, claim.id, 'Thirty-eight.');
    rows = {
      claim: idsOf('Claim', claim.id)!.id,
      rival: idsOf('Claim', rival.id)!.id,
      contradiction: idsOf('Contradiction', contradictions[0].id)!.id,
      foreign: idsOf('Claim', foreign.id)!.id,
    };
  });
  afterAll(() => app.close());

  test.each([...ASSIGNMENTS, ...COMMENTS, ...NOTIFICATIONS, ...PROPOSALS])(
    '%s (%s)',
    async (_what, expected, statement) => {
      expect(await refusedBy(app, statement(rows))).toContain(expected);
    },
  );
});
