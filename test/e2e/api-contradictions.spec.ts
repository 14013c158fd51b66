import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

describe.each(testDatabases)('contradictions on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  /** Two claims that conflict, with their contradiction. */
  async function conflict(): Promise<{ a: string; b: string; id: string }> {
    const { claim: a } = await world.claim({ property: 'aboard', quantity: '67' });
    const { claim: b, contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    return { a: a.id, b: b.id, id: contradictions[0].id };
  }
  const only = async (): Promise<Json> => {
    const all = await world.contradictions();
    expect(all).toHaveLength(1);
    return all[0];
  };
  const disputed = async (): Promise<boolean[]> => {
    const query = `query ($id: ID!) { story(id: $id) { questions { nodes { disputed } }
      some: questions(disputed: true) { totalCount } none: questions(disputed: false) { totalCount } } }`;
    const { story } = await read(app, query, { id: world.story });
    const each = story.questions.nodes.map((question: Json) => question.disputed);
    expect(story.some.totalCount).toBe(each.filter(Boolean).length);
    expect(story.none.totalCount).toBe(each.length - each.filter(Boolean).length);
    return each;
  };

  test('the claim that raises one gets it in its payload', async () => {
    const { claim: a, contradictions: none } = await world.claim({ property: 'aboard', quantity: '67' });
    expect(none).toEqual([]);
    const { claim: b, contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    expect(contradictions).toEqual([
      {
        id: expect.any(String),
        version: 1,
        kind: 'QUANTITY',
        strength: 'CONFLICT',
        rule: 'quantity-disjoint',
        status: 'OPEN',
        explanation: 'Aboard: 67 (The log) and Aboard: 72 (same source): the figures cannot both hold.',
        members: [{ id: a.id }, { id: b.id }],
      },
    ]);
    expect(await disputed()).toEqual([true]);
    const query =
      'query ($id: ID!) { claim(id: $id) { contradictions { nodes { id } } question { contradictions { id } } } }';
    for (const { id } of [a, b]) {
      const found = [{ id: contradictions[0].id }];
      expect((await read(app, query, { id })).claim).toEqual({
        contradictions: { nodes: found },
        question: { contradictions: found },
      });
    }
  });

  test('two writes in one request each see what they raised', async () => {
    const [a, b] = [
      world.inputOf({ property: 'aboard', quantity: '67' }),
      world.inputOf({ property: 'aboard', quantity: '72' }),
    ];
    const fields =
      'claim { question { disputed contradictions { id } } contradictions { totalCount } } contradictions { id }';
    const query = `mutation ($a: ClaimCreateInput!, $b: ClaimCreateInput!) {
      a: claimCreate(input: $a) { ${fields} } b: claimCreate(input: $b) { ${fields} } }`;
    const { a: one, b: two } = await read(app, query, { a, b });
    expect(one).toEqual({
      claim: { question: { disputed: false, contradictions: [] }, contradictions: { totalCount: 0 } },
      contradictions: [],
    });
    const found = [{ id: expect.any(String) }];
    expect(two).toEqual({
      claim: { question: { disputed: true, contradictions: found }, contradictions: { totalCount: 1 } },
      contradictions: found,
    });
  });

  test('a change that removes the ground lets it lapse, and one that restores it brings it back', async () => {
    const { b, id } = await conflict();
    await world.update(b, { quantity: { lowerBound: '60' } });
    expect(await only()).toMatchObject({ id, status: 'LAPSED', version: 2 });
    expect(await disputed()).toEqual([false]);
    const query = `query ($id: ID!) { claim(id: $id) { question { all: contradictions { id }
      lapsed: contradictions(filter: { status: LAPSED }) { id } open: contradictions(filter: { status: OPEN }) { id } } } }`;
    const { question } = (await read(app, query, { id: b })).claim;
    expect(question).toEqual({ all: [{ id }], lapsed: [{ id }], open: [] });
    const { contradictions } = await world.update(b, { quantity: '71' });
    expect(contradictions).toMatchObject([{ id, status: 'OPEN', version: 3 }]);
    expect((await only()).explanation).toContain('71');
    expect(await disputed()).toEqual([true]);
  });

  test('a retraction lets it lapse for good', async () => {
    const { a, b, id } = await conflict();
    const { claim } = await world.retract(b, 'The paper withdrew it.');
    expect(claim).toMatchObject({ status: 'RETRACTED', version: 2 });
    expect(await only()).toMatchObject({ id, status: 'LAPSED' });
    expect(await disputed()).toEqual([false]);
    expect((await world.claim({ property: 'aboard', quantity: '70' })).contradictions).toHaveLength(1);
    expect((await world.contradictions('OPEN'))[0].members.map(({ id: member }: Json) => member)).toContain(a);
  });

  test('deprecating a claim lets it lapse, and ranking it up again brings it back', async () => {
    const { a, id } = await conflict();
    expect((await world.rank(a, 'DEPRECATED')).claim).toMatchObject({ rank: 'DEPRECATED', version: 2 });
    expect(await only()).toMatchObject({ id, status: 'LAPSED' });
    expect((await world.claim({ property: 'aboard', quantity: '80' })).contradictions).toHaveLength(1);
    const { contradictions } = await world.rank(a, 'NORMAL');
    expect(contradictions.map(({ status }: Json) => status)).toEqual(['OPEN', 'OPEN']);
    expect(contradictions.map((each: Json) => each.id)).toContain(id);
    const { contradictions: same } = await world.rank(a, 'PREFERRED');
    expect(same).toEqual([]);
    expect(await world.contradictions('OPEN')).toHaveLength(3);
  });

  test('hedges alone make a conflict a tension, and one certain citation a conflict again', async () => {
    await world.claim({ property: 'aboard', quantity: '67' });
    const { claim, contradictions } = await world.claim({ property: 'aboard', quantity: '72', certainty: 'POSSIBLE' });
    expect(contradictions).toMatchObject([{ strength: 'TENSION', version: 1, rule: 'quantity-disjoint' }]);
    expect((await only()).explanation).toMatch(/but the second is only called possible\.$/);
    await world.cite(claim.id, { certainty: 'POSSIBLE' });
    expect(await only()).toMatchObject({ strength: 'TENSION', version: 1 });
    const { citation } = await world.cite(claim.id, { certainty: 'PROBABLE' });
    expect(await only()).toMatchObject({ strength: 'CONFLICT', version: 2 });
    await change(app, 'citationRemove', { id: citation.id, reason: 'Misread.' });
    expect(await only()).toMatchObject({ strength: 'TENSION', version: 3 });
  });

  test('an earlier citation turns a fall of the toll into a rise', async () => {
    const [early, late] = [{ saidOn: '2024-12-25' }, { saidOn: '2024-12-27' }];
    // Of two voices: one that lowers its own figure corrects it.
    await world.claim({ quantity: '38', saidOn: '2024-12-26', claimant: await world.agent('The ministry') });
    const { claim, contradictions } = await world.claim({ quantity: '30', ...late });
    expect(contradictions).toMatchObject([{ kind: 'QUANTITY', strength: 'CONFLICT' }]);
    const { citation } = await world.cite(claim.id, early);
    expect(await only()).toMatchObject({ kind: 'UPDATE', strength: 'TENSION', rule: 'toll-rose', version: 2 });
    await change(app, 'citationRemove', { id: citation.id, reason: 'Misread.' });
    expect(await only()).toMatchObject({ kind: 'QUANTITY', strength: 'CONFLICT', rule: 'quantity-disjoint' });
  });

  describe('once decided', () => {
    const resolution = async (id: string): Promise<Json> => {
      const query = `query ($id: ID!) { contradiction(id: $id) { status version newEvidenceSince
        resolution { outcome note upheld { id } by { name } at } revisions { nodes { version changes { field before after } reason } } } }`;
      return (await read(app, query, { id })).contradiction;
    };

    test.each([
      ['CLAIM_WRONG', 1],
      ['SUPERSEDED', 1],
      ['ALL_WRONG', 0],
      ['DIFFERENT_SCOPE', 0],
      ['DIFFERENT_SCOPE', 2],
      ['DIFFERENT_MEANING', 2],
      ['BOTH_STAND', 2],
    ])('as %s with %i upheld, it keeps who decided what and why', async (outcome, count) => {
      const { a, b, id } = await conflict();
      const upheld = [b, a].slice(0, count);
      await world.resolve(id, { outcome, upheld, note: 'The manifest says so.' });
      expect(await resolution(id)).toMatchObject({
        status: 'RESOLVED',
        version: 2,
        newEvidenceSince: null,
        resolution: { outcome, note: 'The manifest says so.', by: { name: 'Administrator' } },
        revisions: { nodes: [{ version: 2, reason: 'The manifest says so.' }] },
      });
      const ids = (await resolution(id)).resolution.upheld.map((claim: Json) => claim.id);
      expect(ids.sort()).toEqual([...upheld].sort());
      expect(await disputed()).toEqual([false]);
    });

    test('it is marked by the first citation that comes after, of either claim, and only by the first', async () => {
      const { a, b, id } = await conflict();
      await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a] });
      await world.cite(b);
      const marked = await resolution(id);
      expect(marked).toMatchObject({ status: 'RESOLVED', version: 3, newEvidenceSince: expect.any(String) });
      await world.claim({ property: 'aboard', quantity: '67' });
      expect((await resolution(id)).newEvidenceSince).toBe(marked.newEvidenceSince);
      expect((await resolution(id)).resolution.outcome).toBe('CLAIM_WRONG');
    });

    test('a citation that was there already marks nothing', async () => {
      const { a } = await world
        .claim({ property: 'aboard', quantity: '67', quote: 'Entry 9 of the log.' })
        .then(({ claim }) => ({ a: claim.id }));
      const { contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
      await world.resolve(contradictions[0].id, { outcome: 'CLAIM_WRONG', upheld: [a] });
      await world.claim({ property: 'aboard', quantity: '67', quote: 'Entry 9 of the log.' });
      expect(await resolution(contradictions[0].id)).toMatchObject({ version: 2, newEvidenceSince: null });
    });

    test('reopening takes the decision back, mark and all, and leaves it in the record', async () => {
      const { a, b, id } = await conflict();
      await world.resolve(id, { outcome: 'CLAIM_WRONG', upheld: [a], note: 'First look.' });
      await world.cite(b);
      await world.decide('contradictionReopen', id, 'New words came.');
      const reopened = await resolution(id);
      expect(reopened).toMatchObject({ status: 'OPEN', version: 4, newEvidenceSince: null, resolution: null });
      expect(reopened.revisions.nodes.map(({ reason }: Json) => reason)).toEqual(['First look.', 'New words came.']);
      expect(await disputed()).toEqual([true]);
      await world.decide('contradictionDismiss', id);
      expect(await resolution(id)).toMatchObject({
        status: 'DISMISSED',
        resolution: { outcome: 'NOT_A_CONFLICT', upheld: [] },
      });
    });

    test('resolving as no conflict is dismissing', async () => {
      const { id } = await conflict();
      await world.resolve(id, { outcome: 'NOT_A_CONFLICT' });
      expect((await resolution(id)).status).toBe('DISMISSED');
    });

    test.each(['RESOLVED', 'DISMISSED'])('the decision outlives the lapse of its ground: %s', async (status) => {
      const { a, id } = await conflict();
      if (status === 'RESOLVED') await world.resolve(id, { outcome: 'BOTH_STAND', note: 'Kept.' });
      else await world.decide('contradictionDismiss', id, 'Kept.');
      await world.rank(a, 'DEPRECATED');
      expect(await resolution(id)).toMatchObject({ status: 'LAPSED', resolution: { note: 'Kept.' } });
      await world.rank(a, 'NORMAL');
      expect(await resolution(id)).toMatchObject({ status, resolution: { note: 'Kept.' } });
      expect(await disputed()).toEqual([false]);
    });

    test('a question is disputed until its last contradiction is settled', async () => {
      const { id } = await conflict();
      await world.claim({ property: 'aboard', quantity: '80' });
      await world.decide('contradictionDismiss', id);
      expect(await disputed()).toEqual([true]);
      for (const open of await world.contradictions('OPEN')) await world.decide('contradictionDismiss', open.id);
      expect(await disputed()).toEqual([false]);
    });
  });
});
