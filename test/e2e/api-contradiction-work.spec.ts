import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expectSettled } from '../support/settled.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { createTies } from './support/api-ties.js';
import { World } from './support/api-world.js';

const NOTE = 'The manifest says so.';
const FOUND_WRONG = `Found wrong when a contradiction was resolved: ${NOTE}`;

describe.each(oneDatabase)('work on contradictions on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    await createTies(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  /** Two claims that conflict, with their contradiction. */
  async function conflict(): Promise<{ a: string; b: string; id: string }> {
    const { claim: a } = await world.claim({ property: 'score', quantity: '67' });
    const { claim: b, contradictions } = await world.claim({ property: 'score', quantity: '72' });
    return { a: a.id, b: b.id, id: contradictions[0].id };
  }
  const statusOf = async (id: string): Promise<string> =>
    (await world.contradictions()).find((each) => each.id === id).status;
  const claimAt = async (id: string): Promise<Json> => {
    const query = `query ($id: ID!) { claim(id: $id) { version rank rankReason status question { disputed }
      revisions { nodes { version reason actor { name } changes { field before after } } } } }`;
    return (await read(app, query, { id })).claim;
  };

  describe('taking one into review', () => {
    test('says that somebody is at it, and can be undone', async () => {
      const { id } = await conflict();
      const { contradiction } = await world.move('contradictionTake', id);
      expect(contradiction).toEqual({ id, status: 'IN_REVIEW', version: 2 });
      const again = await attempt(app, 'contradictionTake', await world.at(id));
      expect(again.userErrors).toMatchObject([
        { code: 'ILLEGAL_STATE', message: expect.stringContaining('IN_REVIEW') },
      ]);
      expect((await world.move('contradictionRelease', id)).contradiction).toEqual({ id, status: 'OPEN', version: 3 });
      await world.move('contradictionTake', id);
      await world.resolve(id, { outcome: 'BOTH_STAND' });
      expect(await statusOf(id)).toBe('RESOLVED');
      await expectSettled(app);
    });

    test('only one of two who take it at once gets it', async () => {
      const { id } = await conflict();
      const at = await world.at(id);
      const outcomes = await Promise.all([1, 2].map(() => attempt(app, 'contradictionTake', at)));
      const refused = outcomes.flatMap(({ userErrors }) => userErrors);
      expect(refused).toMatchObject([
        {
          code: 'STALE_VERSION',
          message: expect.stringContaining('by Administrator: status from "OPEN" to "IN_REVIEW"'),
        },
      ]);
    });
  });

  test('a stale decision is told what changed, and by whom', async () => {
    const { b, id } = await conflict();
    const stale = await world.at(id);
    const editor = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
    await change(app, 'contradictionDismiss', { ...stale, reason: 'None.' }, undefined, { key: editor });
    await world.cite(b);
    const { userErrors } = await attempt(app, 'contradictionReopen', { ...stale, reason: 'Late.' });
    expect(userErrors).toMatchObject([
      {
        code: 'STALE_VERSION',
        field: ['expectedVersion'],
        message:
          'The contradiction has changed since version 1 (version 2 by Edith: status from "OPEN" to "DISMISSED", outcome from nothing to "NOT_A_CONFLICT"; what the service found anew): it is at version 3, DISMISSED. Read it again.',
      },
    ]);
    const claim = await attempt(app, 'claimRank', { id: b, expectedVersion: 0, rank: 'PREFERRED', reason: 'Best.' });
    expect(claim.userErrors[0].message).toContain('(version 1 by Administrator: statement from nothing to');
  });

  describe('finding claims wrong', () => {
    test('ranks them DEPRECATED with the decision, on record, and keeps the decision', async () => {
      const { a, b, id } = await conflict();
      const { claim: c } = await world.claim({ property: 'score', quantity: '80' });
      const editor = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
      const input = { outcome: 'CLAIM_WRONG', upheld: [a], note: NOTE };
      await change(app, 'contradictionResolve', { ...(await world.at(id)), input }, undefined, { key: editor });
      const loser = await claimAt(b);
      expect(loser).toMatchObject({ version: 2, rank: 'DEPRECATED', rankReason: FOUND_WRONG });
      expect(loser.revisions.nodes[1]).toEqual({
        version: 2,
        reason: NOTE,
        actor: { name: 'Edith' },
        changes: [
          { field: 'rank', before: 'NORMAL', after: 'DEPRECATED' },
          { field: 'rankReason', before: null, after: FOUND_WRONG },
        ],
      });
      expect(await claimAt(a)).toMatchObject({ version: 1, rank: 'NORMAL', question: { disputed: true } });
      const standing = (await world.contradictions()).map(({ status, members }) => [
        status,
        ...members.map((m: Json) => m.id),
      ]);
      expect(standing.sort()).toEqual([
        ['LAPSED', b, c.id],
        ['OPEN', a, c.id],
        ['RESOLVED', a, b],
      ]);
      await expectSettled(app);
      expect(await statusOf(id)).toBe('RESOLVED');
    });

    test('all of them, of several questions at once', async () => {
      await world.claim({ property: 'aboard', quantity: '67' });
      await world.claim({ property: 'fatalities', quantity: '38' });
      const { contradictions } = await world.claim({ property: 'survivors', quantity: '32' });
      const [{ id, members }] = contradictions;
      expect(members).toHaveLength(3);
      await world.resolve(id, { outcome: 'ALL_WRONG', note: NOTE });
      for (const member of members) expect(await claimAt(member.id)).toMatchObject({ rank: 'DEPRECATED', version: 2 });
      expect(await statusOf(id)).toBe('RESOLVED');
      await expectSettled(app);
      await world.decide('contradictionReopen', id);
      for (const member of members)
        expect(await claimAt(member.id)).toMatchObject({ rank: 'NORMAL', rankReason: null });
      expect(await statusOf(id)).toBe('OPEN');
      await expectSettled(app);
    });

    test.each(['SUPERSEDED', 'DIFFERENT_SCOPE', 'BOTH_STAND'])('%s ranks nothing', async (outcome) => {
      const { a, b, id } = await conflict();
      await world.resolve(id, { outcome, upheld: [a] });
      for (const claim of [a, b]) expect(await claimAt(claim)).toMatchObject({ rank: 'NORMAL', version: 1 });
    });

    test('leaves nothing behind where it is refused', async () => {
      const { a, b, id } = await conflict();
      const input = { outcome: 'CLAIM_WRONG', upheld: [a], note: NOTE };
      const { userErrors } = await attempt(app, 'contradictionResolve', { id, expectedVersion: 2, input });
      expect(userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
      expect(await claimAt(b)).toMatchObject({ rank: 'NORMAL', version: 1 });
    });

    test('stands while a member that it upheld is withdrawn no more than it', async () => {
      const { a, b, id } = await conflict();
      await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a] });
      await world.rank(a, 'DEPRECATED');
      expect(await statusOf(id)).toBe('LAPSED');
      await expectSettled(app);
      await world.rank(a, 'NORMAL');
      expect(await statusOf(id)).toBe('RESOLVED');
      await world.rank(b, 'NORMAL');
      expect(await statusOf(id)).toBe('RESOLVED');
      await world.retract(b);
      expect(await statusOf(id)).toBe('LAPSED');
      await expectSettled(app);
    });

    test('reopened, it gives back the ranks that it changed, and what they contradict is found again', async () => {
      const { a, b, id } = await conflict();
      await world.rank(b, 'PREFERRED', 'Of the ministry.');
      const { contradictions } = await world.claim({ property: 'score', quantity: '80' });
      await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a], note: NOTE });
      await world.decide('contradictionReopen', id, 'New words came.');
      expect(await claimAt(b)).toMatchObject({ rank: 'PREFERRED', rankReason: 'Of the ministry.', version: 4 });
      for (const each of [id, ...contradictions.map((one: Json) => one.id)]) expect(await statusOf(each)).toBe('OPEN');
      await expectSettled(app);
    });

    test('reopened, it leaves ranks that somebody has given since, and lapses by them', async () => {
      const { a, b, id } = await conflict();
      await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a], note: NOTE });
      await world.rank(b, 'DEPRECATED', 'Withdrawn by the airline.');
      expect(await statusOf(id)).toBe('RESOLVED');
      await world.decide('contradictionReopen', id);
      expect(await claimAt(b)).toMatchObject({
        rank: 'DEPRECATED',
        rankReason: 'Withdrawn by the airline.',
        version: 3,
      });
      expect(await statusOf(id)).toBe('LAPSED');
      await world.rank(b, 'NORMAL');
      expect(await statusOf(id)).toBe('OPEN');
      await expectSettled(app);
    });
  });

  test('a decision that new evidence does not change is confirmed, and marked anew by more', async () => {
    const { a, b, id } = await conflict();
    await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a], note: NOTE });
    await world.cite(b);
    const mark = async (): Promise<string | null> =>
      (await world.contradictions()).find((each) => each.id === id).newEvidenceSince;
    const since = await mark();
    expect(since).not.toBeNull();
    const { contradiction } = await world.decide('contradictionConfirm', id, 'The same words again.');
    expect(contradiction).toEqual({ id, status: 'RESOLVED', version: 4 });
    expect(await mark()).toBeNull();
    const query =
      'query ($id: ID!) { contradiction(id: $id) { resolution { note } revisions { nodes { reason changes { field before after } } } } }';
    const { resolution, revisions } = (await read(app, query, { id })).contradiction;
    expect(resolution.note).toBe(NOTE);
    expect(revisions.nodes[1]).toEqual({
      reason: 'The same words again.',
      changes: [{ field: 'newEvidenceSince', before: since, after: null }],
    });
    await world.cite(a);
    expect(await mark()).not.toBeNull();
  });
});
