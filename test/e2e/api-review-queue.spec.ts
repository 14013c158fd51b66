import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReviewKind } from '../../src/features/review-queue/graphql/review.types.js';
import { pageOf } from '../../src/features/review-queue/review-queue.repository.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { attempt, change, read, type Endpoint, type Json } from './support/api-client.js';
import { insertKey, publishOne, startApi } from './support/api-database.js';
import { propose } from './support/api-proposals.js';
import { actOn, person, personWith, type Person } from './support/api-reviewers.js';
import { suggestTwo } from './support/api-suggestions.js';
import { World } from './support/api-world.js';

const ITEM = `id kind urgency reason waitingSince lease { holder { ... on User { name } } expiresAt } story { id }
  object { __typename ... on Claim { statement } ... on Contradiction { strength members { id } }
    ... on ReviewRequest { reason claim { id } } ... on ClaimSuggestion { statement } ... on ClaimProposal { status } }`;
const QUEUE = `query ($filter: ReviewFilter, $first: Int, $after: String) { reviewQueue(filter: $filter, first: $first, after: $after) {
  totalCount counts { kind count } pageInfo { hasNextPage endCursor } nodes { ${ITEM} } } }`;

describe.each(testDatabases)('the review queue on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let contributor: Person;
  let editor: Person;
  let other: Person;
  /** What waits in the world's story, by what it is. */
  const waits: Record<string, string> = {};

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    [contributor, editor, other] = [
      await person(app, 'CONTRIBUTOR', 'Carla'),
      await person(app, 'EDITOR', 'Edith'),
      await person(app, 'EDITOR', 'Otto'),
    ];
    const [suggestion] = await suggestTwo(world);
    const conflict = async (property: string, [a, b]: Json[]): Promise<Json> => {
      const { claim } = await world.claim({ property, ...a });
      const { contradictions, claim: second } = await world.claim({ property, ...b });
      return { id: contradictions[0].id, claims: [claim.id, second.id] };
    };
    const figures = [{ quantity: '1' }, { quantity: '2' }];
    const possible = await conflict('score', [{ quantity: '1' }, { quantity: '2', certainty: 'POSSIBLE' }]);
    const alone = await conflict('altitude', figures);
    const attested = await conflict('aboard', figures);
    for (const claim of attested.claims) await world.cite(claim, { claimant: await world.agent('A ministry') });
    const settled = await conflict('jammed', [{ boolean: true }, { boolean: false }]);
    await world.decide('contradictionDismiss', settled.id);
    await world.cite(settled.claims[0]);
    const source = await world.addSource({ title: 'Another log' });
    await world.claim({ property: 'motive', text: 'Unclear.', source, quote: 'Entry 1 of the log.' });
    await change(app, 'sourceRetract', { id: source, reason: 'Made up.' });
    const { id: submitted } = (await world.through(contributor).claim({ property: 'motive', text: 'Fog.' })).claim;
    await actOn(world, contributor, 'claimSubmit', submitted);
    const input = { subject: await world.addSubject('The landing'), property: 'motive', text: 'Fuel.' };
    const { id: published } = (await world.claim(input)).claim;
    await publishOne(app.database, published);
    const { id: proposal } = await propose(world, contributor, published, 'They were short of fuel.');
    const more = { input: { claim: published, citation: world.citationOf() } };
    const { proposal: cited } = await change(contributor, 'citationAdd', more, 'proposal { id }');
    Object.assign(waits, {
      proposal,
      cited: cited.id,
      suggestion,
      possible: possible.id,
      alone: alone.id,
      attested: attested.id,
      settled: settled.id,
      submitted,
    });
  });
  afterAll(() => app.close());

  const queue = async (filter: object = {}, page: object = {}, as: Endpoint = editor): Promise<Json> =>
    (await read(as, QUEUE, { filter: { story: world.story, ...filter }, ...page })).reviewQueue;
  const ids = async (filter: object = {}): Promise<string[]> =>
    (await queue(filter, { first: 50 })).nodes.map(({ id }: Json) => id);

  test('has all that waits, in one order, each with its reason', async () => {
    const { nodes, totalCount, counts } = await queue({}, { first: 50 });
    const told = nodes.map((item: Json) => [item.kind, item.object.__typename, item.urgency, item.reason]);
    expect(told).toEqual([
      ['SUBMITTED_CLAIM', 'Claim', 10, expect.stringContaining('waits for an answer')],
      ['PROPOSAL', 'ClaimProposal', 11, expect.stringContaining('says something else')],
      ['CONTRADICTION', 'Contradiction', 22, 'The claims cannot both hold, and each is made by 2 voices or more.'],
      ['CONTRADICTION', 'Contradiction', 23, 'The claims cannot both hold, at least one of them on one voice alone.'],
      ['SOURCE_CHANGE', 'ReviewRequest', 31, 'The source has been retracted.'],
      ['NEW_EVIDENCE', 'Contradiction', 40, expect.stringContaining('evidence has come since')],
      ['PROPOSAL', 'ClaimProposal', 45, expect.stringContaining('made elsewhere too')],
      ['CONTRADICTION', 'Contradiction', 53, expect.stringContaining('perhaps be reconciled')],
      ['SUGGESTION', 'ClaimSuggestion', 70, expect.any(String)],
      ['SUGGESTION', 'ClaimSuggestion', 70, expect.any(String)],
    ]);
    const { submitted, proposal, attested, alone, settled, cited, possible } = waits;
    const named = [submitted, proposal, attested, alone, nodes[4].id, settled, cited, possible];
    expect(nodes.map(({ id }: Json) => id).slice(0, 8)).toEqual(named);
    expect(nodes.every(({ story, lease }: Json) => story.id === world.story && lease === null)).toBe(true);
    expect(totalCount).toBe(10);
    expect(Object.fromEntries(counts.map((each: Json) => [each.kind, each.count]))).toEqual({
      SUBMITTED_CLAIM: 1,
      PROPOSAL: 2,
      CONTRADICTION: 3,
      SOURCE_CHANGE: 1,
      NEW_EVIDENCE: 1,
      SUGGESTION: 2,
    });
  });

  test.each([1, 2, 3, 5])('is the same in pages of %i', async (first) => {
    const whole = await ids();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await queue({}, { first, after });
      seen.push(...nodes.map(({ id }: Json) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(whole);
  });

  test('is filtered by kind, assignee and how long something has waited', async () => {
    const { totalCount, counts, nodes } = await queue({ kinds: ['NEW_EVIDENCE', 'SUBMITTED_CLAIM'] });
    expect(nodes.map(({ id }: Json) => id)).toEqual([waits.submitted, waits.settled]);
    expect([totalCount, counts.length]).toEqual([2, 2]);
    expect(await ids({ minutesWaiting: 5 })).toEqual([]);
    expect(await ids({ minutesWaiting: 0 })).toHaveLength(10);
    const { viewer } = await read(other, '{ viewer { actor { ... on User { id } } } }');
    expect(await ids({ assignee: viewer.actor.id })).toEqual([]);
    for (const id of [waits.alone, waits.submitted]) {
      const name = id === waits.alone ? 'contradictionAssign' : 'claimAssign';
      await change(editor, name, { id, assignee: viewer.actor.id });
    }
    expect(await ids({ assignee: viewer.actor.id })).toEqual([waits.submitted, waits.alone]);
    expect((await queue({ assignee: viewer.actor.id })).totalCount).toBe(2);
  });

  test('costs as many statements for many items as for few', async () => {
    const statements = async (first: number): Promise<number> => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${editor.key}` },
        body: JSON.stringify({
          query: QUEUE,
          variables: { first, filter: { kinds: ['CONTRADICTION'], story: world.story } },
        }),
      });
      await response.text();
      return Number(/sql;desc="(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1]);
    };
    const few = await statements(1);
    expect(few).toBeGreaterThan(0);
    expect(await statements(3)).toBe(few);
  });

  test('leaves out what somebody has taken into review, until it is given back', async () => {
    await world.move('contradictionTake', waits.alone!);
    expect(await ids()).not.toContain(waits.alone);
    await world.move('contradictionRelease', waits.alone!);
    expect(await ids()).toContain(waits.alone);
  });

  test.each([
    ['story', { story: 'nonsense' }],
    ['assignee', { assignee: 'nonsense' }],
    ['minutesWaiting', { minutesWaiting: -1 }],
  ])('refuses a %s that is none', async (_what, filter) => {
    const { body } = await editor.graphql(QUEUE, { filter });
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  describe('handed out', () => {
    const NEXT = `reviewItem { ${ITEM} }`;
    const next = async (by: Endpoint, rest: object = {}): Promise<Json> =>
      (await change(by, 'reviewNext', { filter: { story: world.story }, ...rest }, NEXT)).reviewItem;
    const secondsLeft = async (): Promise<number | undefined> => {
      const rows = await app.database.query<{ left: number }>(Prisma.sql`
        SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 AS left FROM review_lease`);
      return rows[0]?.left;
    };
    const giveAllBack = () => app.database.query(Prisma.sql`DELETE FROM review_lease`);

    test('is different for two who ask, and the same for one who asks again', async () => {
      await giveAllBack();
      const first = await next(editor);
      expect(first).toMatchObject({ id: waits.submitted, lease: { holder: { name: 'Edith' } } });
      expect(await next(editor)).toMatchObject({ id: waits.submitted });
      expect(await next(other)).toMatchObject({ id: waits.proposal, lease: { holder: { name: 'Otto' } } });
      expect((await next(editor, { except: [first.id] })).id).toBe(waits.attested);
      const listed = (await queue({}, { first: 3 })).nodes.map(({ lease }: Json) => lease.holder.name);
      expect(listed).toEqual(['Edith', 'Otto', 'Edith']);
    });

    test('lasts for a while by the clock of the database', async () => {
      await giveAllBack();
      const { lease } = await next(editor);
      const left = await secondsLeft();
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(15 * 60);
      await app.database.query(Prisma.sql`UPDATE review_lease SET expires_at = clock_timestamp()`);
      expect(await next(other)).toMatchObject({ id: waits.submitted, lease: { holder: { name: 'Otto' } } });
      const { userErrors } = await attempt(editor, 'reviewRenew', { id: waits.submitted });
      expect(userErrors).toMatchObject([
        { code: 'ILLEGAL_STATE', message: expect.stringMatching(/^Somebody else has this at hand until 2/) },
      ]);
      expect(new Date(lease.expiresAt).getTime()).not.toBeNaN();
    });

    test('is renewed, and given back', async () => {
      await giveAllBack();
      await next(editor);
      await app.database.query(
        Prisma.sql`UPDATE review_lease SET expires_at = clock_timestamp() + interval '1 minute'`,
      );
      const { reviewItem } = await change(editor, 'reviewRenew', { id: waits.submitted }, NEXT);
      expect(reviewItem.lease.holder.name).toBe('Edith');
      const left = await secondsLeft();
      expect(left).toBeGreaterThan(60);
      await change(other, 'reviewRelease', { id: waits.submitted });
      expect((await queue({}, { first: 1 })).nodes[0].lease.holder.name).toBe('Edith');
      expect((await change(editor, 'reviewRelease', { id: waits.submitted }, NEXT)).reviewItem.lease).toBeNull();
      expect((await next(other)).id).toBe(waits.submitted);
    });

    test('is never one’s own claim, nor what one may not decide on', async () => {
      await giveAllBack();
      expect((await next(contributor)).kind).toBe('SUGGESTION');
      expect(await next(contributor, { filter: { story: world.story, kinds: ['SUBMITTED_CLAIM'] } })).toBeNull();
      const { claim } = await world.through(editor).claim({ property: 'motive', text: 'Ice.' });
      await actOn(world, editor, 'claimSubmit', claim.id);
      const kinds = { filter: { story: world.story, kinds: ['SUBMITTED_CLAIM'] } };
      expect(await next(editor, { ...kinds, except: [waits.submitted] })).toBeNull();
      expect((await next(other, { ...kinds, except: [waits.submitted] })).id).toBe(claim.id);
      await actOn(world, other, 'claimReject', claim.id, { reason: 'No.' });
    });

    test('is never what one has proposed, oneself or by a service', async () => {
      await giveAllBack();
      const kinds = { filter: { story: world.story, kinds: ['PROPOSAL'] } };
      const { claim } = await world.claim({ property: 'motive', text: 'Birds.' });
      await publishOne(app.database, claim.id);
      const name = 'A service of Edith';
      const key = await insertKey(app.database, { role: 'CONTRIBUTOR', name, responsible: 'Edith' });
      const { id } = await propose(world, personWith(app, name, key), claim.id, 'It was birds.');
      const except = [waits.proposal, waits.cited];
      expect(await next(editor, { ...kinds, except })).toBeNull();
      expect((await next(other, { ...kinds, except })).id).toBe(id);
      await change(other, 'claimProposalReject', { id, reason: 'It was not.' });
      expect(await app.database.query(Prisma.sql`SELECT FROM review_lease`)).toEqual([]);
      expect((await queue({ kinds: ['PROPOSAL'] })).totalCount).toBe(2);
    });

    test('keeps nobody from deciding, and is over with the decision', async () => {
      await giveAllBack();
      expect((await next(editor, { filter: { story: world.story, kinds: ['CONTRADICTION'] } })).id).toBe(
        waits.attested,
      );
      await change(other, 'contradictionDismiss', { ...(await world.at(waits.attested!)), reason: 'None.' });
      expect(await app.database.query(Prisma.sql`SELECT FROM review_lease`)).toEqual([]);
      const { userErrors } = await attempt(editor, 'reviewRenew', { id: waits.attested });
      expect(userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', message: 'This does not wait for anybody.' }]);
      expect((await change(editor, 'reviewRelease', { id: waits.attested })).reviewItem).toBeNull();
      await world.decide('contradictionReopen', waits.attested!);
      expect((await queue({ kinds: ['CONTRADICTION'] })).nodes[0]).toMatchObject({
        id: waits.attested,
        lease: null,
      });
    });

    test.each([
      ['nothing', 'nonsense', 'NOT_FOUND'],
      ['an agent', null, 'WRONG_TYPE'],
    ])('is not %s', async (_what, given, code) => {
      const id = given ?? (await world.agent('Somebody'));
      for (const name of ['reviewRenew', 'reviewRelease'] as const) {
        expect((await attempt(editor, name, { id })).userErrors).toMatchObject([{ code, field: ['id'] }]);
      }
    });
  });

  test('is read by indexes alone, however much does not wait', async () => {
    // Rows that do not wait, as many as make reading a table as a whole dear; the rules of the tables are of no concern here.
    await app.database.transaction(async (tx) => {
      await tx.query(Prisma.sql`SET LOCAL session_replication_role = replica`);
      for (const [table, more] of MANY) await tx.query(copies(table, more));
    });
    await app.database.query(
      Prisma.sql`ANALYZE claim, contradiction, review_request, claim_suggestion, claim_proposal`,
    );
    const [story] = await app.database.query<{ id: string }>(Prisma.sql`SELECT id FROM story LIMIT 1`);
    for (const storyId of [null, story!.id]) {
      const criteria = { kinds: Object.values(ReviewKind), storyId, assigneeId: null, until: null };
      const plan = await app.database.query<Record<string, string>>(
        Prisma.sql`EXPLAIN ${pageOf(criteria, { limit: 20, direction: 'forward' })}`,
      );
      const lines = plan.map((row) => Object.values(row)[0]).join('\n');
      for (const [table] of MANY) expect(lines).toMatch(new RegExp(`${table}_waiting`));
      expect(lines).not.toMatch(/Seq Scan on (claim|contradiction|review_request|claim_suggestion|claim_proposal)/);
    }
  });
});

const MANY = [
  ['claim', `'identity', md5(n::text) || md5(n::text), 'status', 'DRAFT', 'waiting_since', null`],
  ['contradiction', `'member_key', n::text, 'status', 'LAPSED', 'waiting_since', null, 'urgency', null`],
  ['review_request', `'state', 'LAPSED'`],
  ['claim_proposal', `'status', 'WITHDRAWN', 'decided_at', now(), 'decided_by_id', (SELECT id FROM account LIMIT 1)`],
  [
    'claim_suggestion',
    `'identity', n::text, 'status', 'REJECTED', 'decided_at', now(), 'decided_by_id', (SELECT id FROM account LIMIT 1)`,
  ],
] as const;

/** Copies of a row of a table, with ids of their own. */
function copies(table: string, more: string): Prisma.Sql {
  return Prisma.raw(`INSERT INTO ${table} SELECT r.* FROM (SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1) t,
    generate_series(1, 3000) n, jsonb_populate_record(NULL::${table}, t.row || jsonb_build_object('id', gen_random_uuid(), 'n', n, ${more})) r`);
}
