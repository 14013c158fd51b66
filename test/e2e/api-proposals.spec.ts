import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { accept, PROPOSAL, proposalsOf, propose, publish, standing } from './support/api-proposals.js';
import { PROPOSING, ProposingDesk } from './support/api-proposing.js';
import { actOn, otherKeyOf, person, personWith, tryOn, type Person } from './support/api-reviewers.js';
import { LOG, World } from './support/api-world.js';

const because = { reason: 'Looked at.' };
const codesOf = ({ userErrors }: Json): string[] => userErrors.map(({ code }: Json) => code);

describe.each(testDatabases)('changes to published claims on %s', (kind) => {
  let app: TestApp;
  let world: World;
  /** Who writes. */
  let ann: Person;
  /** Who decides. */
  let edith: Person;
  /** Who does both. */
  let bea: Person;
  let desk: ProposingDesk;

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    ann = await person(app, 'CONTRIBUTOR', 'Ann');
    edith = await person(app, 'EDITOR', 'Edith');
    bea = await person(app, 'EDITOR', 'Bea');
    desk = new ProposingDesk(app, world, { ann, bea, edith });
  });
  afterAll(() => app.close());

  const published = (subject?: string): Promise<string> => desk.published(subject);
  const newSubject = (): Promise<string> => desk.subject();
  async function serviceOf(owner: string): Promise<Person> {
    const name = `A service of ${owner}`;
    return personWith(app, name, await insertKey(app.database, { role: 'EDITOR', name, responsible: owner }));
  }

  test.each(PROPOSING)('%s: proposed, and made by a second person', async (_way, kind, make) => {
    const { before, fields } = await make(desk);
    expect(await standing(world, before.id)).toEqual(before);
    const [proposal, ...others] = await proposalsOf(ann, before.id);
    expect(others).toEqual([]);
    const made = { kind, status: 'PENDING', baseVersion: before.version, madeVersion: null, stale: false, rivals: [] };
    expect(proposal).toMatchObject({ ...made, author: { name: 'Bea' }, decidedBy: null });
    expect(proposal.changes.map(({ field }: Json) => field)).toEqual(fields);
    expect(codesOf(await accept(world, bea, proposal))).toEqual(['OWN_WORK']);
    const { claim, proposal: accepted } = await accept(world, edith, proposal, { note: 'Seen.' });
    const version = Number(before.version) + 1;
    const end = { status: 'ACCEPTED', madeVersion: version, decidedBy: { name: 'Edith' }, note: 'Seen.' };
    expect(accepted).toEqual({ ...proposal, ...end });
    expect(claim).toMatchObject({ version, status: 'PUBLISHED' });
    const query = `query ($id: ID!) { claim(id: $id) { revisions { nodes { version reason actor { name } changes { field before after } } } } }`;
    const revisions: Json[] = (await read(app, query, { id: before.id })).claim.revisions.nodes;
    const reason = proposal.reason ?? 'Seen.';
    expect(revisions.at(-1)).toEqual({ version, reason, actor: { name: 'Edith' }, changes: proposal.changes });
    // It is their work that was published, whoever accepted it.
    await actOn(world, edith, 'claimRetract', before.id, because);
    await actOn(world, edith, 'claimReopen', before.id, because);
    await actOn(world, edith, 'claimSubmit', before.id);
    expect(codesOf(await tryOn(world, bea, 'claimApprove', before.id))).toEqual(['OWN_WORK']);
    expect(codesOf(await tryOn(world, edith, 'claimApprove', before.id))).toEqual([]);
  });

  test('what would change nothing, or is proposed already, is not proposed', async () => {
    const subject = await newSubject();
    const citation = world.citationOf();
    const id = await published(subject);
    const { statement } = await standing(world, id);
    await actOn(world, ann, 'claimUpdate', id, { input: { statement } });
    expect(await proposalsOf(ann, id)).toEqual([]);
    await change(ann, 'citationAdd', { input: { claim: id, citation } });
    expect(codesOf(await attempt(bea, 'citationAdd', { input: { claim: id, citation } }))).toEqual(['ALREADY_EXISTS']);
    const again = { ...world.inputOf({ subject, quantity: '3' }), citations: [citation] };
    const { proposal } = await change(bea, 'claimCreate', { input: again }, 'proposal { id } claim { id }');
    expect([proposal, (await proposalsOf(ann, id)).length]).toEqual([null, 1]);
  });

  describe('by a second person', () => {
    /** Who proposes, and who of the same people tries to accept. */
    const HANDS: readonly [string, () => Promise<[by: Person, acceptor: Person]>][] = [
      ['by another key of theirs', async () => [bea, await otherKeyOf(app, bea)]],
      ['themselves, what a service of theirs proposed', async () => [await serviceOf('Bea'), bea]],
      ['by a service of theirs', async () => [bea, await serviceOf('Bea')]],
      ['by one service of theirs, what another proposed', async () => [await serviceOf('Bea'), await serviceOf('Bea')]],
    ];

    test.each(HANDS)('nobody accepts their own %s', async (_how, hands) => {
      const [by, acceptor] = await hands();
      const proposal = await propose(world, by, await published(), 'Three, we say.');
      const refused = await accept(world, acceptor, proposal);
      expect(refused).toMatchObject({ claim: null, userErrors: [{ code: 'OWN_WORK', field: ['id'] }] });
      expect(await accept(world, edith, proposal)).toMatchObject({ claim: { statement: 'Three, we say.' } });
    });

    test('rejects it with a reason, or its author takes it back, by themselves or for a service', async () => {
      const id = await published();
      const service = await serviceOf('Bea');
      const mine = await propose(world, service, id, 'Three, says the service.');
      expect(mine.reason).toBe('The log says so.');
      for (const other of [ann, edith, await serviceOf('Bea')]) {
        const refused = await attempt(other, 'claimProposalWithdraw', { id: mine.id });
        expect(refused.userErrors).toMatchObject([{ code: 'NOT_ALLOWED', field: ['id'] }]);
      }
      const withdrawn = await change(bea, 'claimProposalWithdraw', { id: mine.id }, PROPOSAL);
      expect(withdrawn.proposal).toMatchObject({ status: 'WITHDRAWN', decidedBy: { name: 'Bea' }, madeVersion: null });
      const theirs = await propose(world, ann, id, 'Three, says Ann.');
      const rejected = await change(edith, 'claimProposalReject', { id: theirs.id, reason: 'Hearsay.' }, PROPOSAL);
      expect(rejected.proposal).toMatchObject({ status: 'REJECTED', note: 'Hearsay.', decidedBy: { name: 'Edith' } });
      for (const { id: ended } of [mine, theirs]) {
        expect(codesOf(await accept(world, edith, { id: ended, claim: { id } }))).toEqual(['ILLEGAL_STATE']);
        const again = await attempt(edith, 'claimProposalReject', { id: ended, ...because });
        expect(codesOf(again)).toEqual(['ILLEGAL_STATE']);
      }
      expect((await standing(world, id)).version).toBe(3);
    });

    test('from the version of the claim that they saw', async () => {
      const id = await published();
      const proposal = await propose(world, ann, id, 'Three of them.');
      await actOn(world, bea, 'claimRank', id, { rank: 'PREFERRED', ...because });
      const { userErrors } = await attempt(edith, 'claimProposalAccept', { id: proposal.id, expectedVersion: 3 });
      expect(userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['expectedVersion'] }]);
      expect((await accept(world, edith, proposal)).claim).toMatchObject({ version: 5, rank: 'PREFERRED' });
    });
  });

  test('rivals are shown together; with one accepted the others are superseded, and what touches other things waits', async () => {
    const id = await published();
    const first = await propose(world, ann, id, 'Three of the crew.');
    const second = await propose(world, bea, id, 'Three of the passengers.');
    await change(bea, 'citationAdd', { input: { claim: id, citation: world.citationOf() } });
    const waiting = await proposalsOf(ann, id);
    expect(waiting.map(({ rivals }) => rivals)).toEqual([[{ id: second.id }], [{ id: first.id }], []]);
    expect((await accept(world, edith, second)).claim.statement).toBe('Three of the passengers.');
    const ended = await proposalsOf(ann, id, null);
    expect(ended.map(({ status, rivals }) => [status, rivals])).toEqual([
      ['SUPERSEDED', []],
      ['ACCEPTED', []],
      ['PENDING', []],
    ]);
    const { userErrors } = await accept(world, edith, first);
    expect(userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', message: expect.stringContaining('SUPERSEDED') }]);
    expect((await accept(world, edith, ended[2])).claim.version).toBe(5);
  });

  test('what was made from words that have changed since is stale, and says what changed', async () => {
    const input = world.inputOf({ subject: await newSubject(), quantity: '3' });
    const { id } = (await change(ann, 'claimCreate', { input })).claim;
    await actOn(world, ann, 'claimUpdate', id, { input: { statement: 'Three at first.' } });
    await publish(world, edith, id);
    const { id: made } = await propose(world, ann, id, 'Three in the end.');
    // Nothing of what can be asked for leads there: who accepts one supersedes its rivals.
    await app.database.query(Prisma.sql`
      INSERT INTO claim_proposal SELECT story_id, gen_random_uuid(), claim_id, kind, status, 1, changes, touches, input, reason,
        author_id, created_at FROM claim_proposal WHERE base_version = 4 AND reason IS NOT NULL AND status = 'PENDING'
        AND changes @> '[{"after": "Three in the end."}]'`);
    const [old] = (await proposalsOf(ann, id)).filter((each) => each.id !== made);
    expect(await proposalsOf(ann, id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: made, stale: false }),
        expect.objectContaining({ id: old.id, stale: true, baseVersion: 1 }),
      ]),
    );
    const { userErrors } = await accept(world, edith, old);
    expect(userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['id'] }]);
    expect(userErrors[0].message).toMatch(/version 2 by Ann: statement from ".*" to "Three at first\."/);
  });

  test.each([
    ['is found where it stands now', `Corrected. ${LOG}`, []],
    ['and is not accepted once it is gone', 'Nothing of it.', ['QUOTE_NOT_FOUND']],
  ])('a proposed quote %s', async (_what, text, codes) => {
    const id = await published();
    const source = await world.addSource({ title: 'A log that changes' });
    const citation = world.citationOf({ source });
    const { proposal } = await change(ann, 'citationAdd', { input: { claim: id, citation } }, PROPOSAL);
    await change(app, 'sourceCorrect', { id: source, text, ...because });
    const { userErrors } = await accept(world, edith, proposal);
    expect(userErrors.map(({ code, field }: Json) => [code, field])).toEqual(codes.map((code) => [code, ['id']]));
  });

  test('what newly contradicts is accepted only where that is acknowledged', async () => {
    const subject = await newSubject();
    const id = await published(subject);
    const { claim: other } = await world.claim({ subject, quantity: '9' });
    await world.retract(other.id);
    const input = { value: { quantity: { amount: '4' } } };
    const { proposal } = await change(ann, 'claimUpdate', { ...(await world.at(id)), input }, PROPOSAL);
    await actOn(world, edith, 'claimReopen', other.id, because);
    const refused = await accept(world, edith, proposal);
    expect(codesOf(refused)).toEqual(['UNACKNOWLEDGED_CONFLICT']);
    const { claim } = await accept(world, edith, proposal, { acknowledgedContradictions: [other.id] });
    expect(claim.contradictions.nodes).toMatchObject([{ status: 'OPEN' }]);
  });

  test('those of a claim that is retracted lapse, and stay so when it is reopened; each author is told what became of theirs', async () => {
    const id = await published();
    const author = await person(app, 'CONTRIBUTOR', 'Carl');
    await accept(world, edith, await propose(world, author, id, 'Three of four.'));
    const second = await propose(world, author, id, 'Three of five.');
    await change(edith, 'claimProposalReject', { id: second.id, ...because });
    const third = await propose(world, author, id, 'Three of six.');
    await actOn(world, edith, 'claimRetract', id, { reason: 'Not so.' });
    await actOn(world, edith, 'claimReopen', id, because);
    const ended = await proposalsOf(ann, id, 'LAPSED');
    expect(ended).toMatchObject([{ id: third.id, note: 'Not so.', decidedBy: { name: 'Edith' } }]);
    expect(codesOf(await accept(world, edith, third))).toEqual(['ILLEGAL_STATE']);
    const query = `{ viewer { inbox { items { nodes { reason subject { ... on Claim { id } } } } } } }`;
    const { items } = (await read(author, query)).viewer.inbox;
    expect(items.nodes.slice(0, 3)).toEqual(
      ['PROPOSAL_ENDED', 'PROPOSAL_REJECTED', 'PROPOSAL_ACCEPTED'].map((reason) => ({ reason, subject: { id } })),
    );
    const events = await app.database.query<{ action: string; after: Json }>(Prisma.sql`
      SELECT action, after FROM audit_event WHERE object_type = 'ClaimProposal' AND before @> '{"status": "PENDING"}'
      ORDER BY created_at DESC, id DESC LIMIT 3`);
    expect(events).toEqual([
      { action: 'claimRetract', after: { status: 'LAPSED', note: 'Not so.' } },
      { action: 'claimProposalReject', after: { status: 'REJECTED', note: 'Looked at.' } },
      { action: 'claimProposalAccept', after: { status: 'ACCEPTED', note: null, madeVersion: 4 } },
    ]);
  });

  describe('at the same moment', () => {
    const codeOf = (answer: Json): string => codesOf(answer)[0] ?? 'DONE';
    const numbers = [1, 2, 3, 4];

    test.each(numbers)('of two rivals that are accepted exactly one counts (%i)', async () => {
      const id = await published();
      const carl = await person(app, 'EDITOR', 'Carl');
      const rivals = await Promise.all([ann, bea].map((author, n) => propose(world, author, id, `In words ${n}.`)));
      const answers = await Promise.all([edith, carl].map((decider, n) => accept(world, decider, rivals[n])));
      expect(answers.map(codeOf).sort()).toEqual(['DONE', 'ILLEGAL_STATE']);
      const counted = answers.findIndex((answer) => codeOf(answer) === 'DONE');
      const ended = await proposalsOf(ann, id, null);
      expect(new Map(ended.map((each) => [each.id, each.status]))).toEqual(
        new Map(rivals.map((each, n) => [each.id, n === counted ? 'ACCEPTED' : 'SUPERSEDED'])),
      );
      expect(await standing(world, id)).toMatchObject({ version: 4, statement: `In words ${counted}.` });
    });

    test.each(numbers)('a claim is retracted or a proposal accepted, never half of both (%i)', async () => {
      const id = await published();
      const proposal = await propose(world, ann, id, 'In other words.');
      const [accepted, retracted] = await Promise.all([
        attempt(edith, 'claimProposalAccept', { id: proposal.id, expectedVersion: 3 }),
        attempt(bea, 'claimRetract', { id, expectedVersion: 3, ...because }),
      ]);
      const [{ status }] = await proposalsOf(ann, id, null);
      const outcome = [codeOf(accepted), codeOf(retracted), status, (await standing(world, id)).status];
      expect([
        ['DONE', 'STALE_VERSION', 'ACCEPTED', 'PUBLISHED'],
        ['ILLEGAL_STATE', 'DONE', 'LAPSED', 'RETRACTED'],
      ]).toContainEqual(outcome);
    });

    test.each(numbers)('the same citation is proposed once by two (%i)', async () => {
      const id = await published();
      const input = { claim: id, citation: world.citationOf() };
      const answers = await Promise.all([ann, bea].map((author) => attempt(author, 'citationAdd', { input })));
      expect(answers.map(codeOf).sort()).toEqual(['ALREADY_EXISTS', 'DONE']);
      expect(await proposalsOf(ann, id)).toHaveLength(1);
    });
  });
});
