import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { actOn, person, tryOn, type Person } from './support/api-reviewers.js';
import { World } from './support/api-world.js';

describe.each(oneDatabase)('publishing what is in a conflict that is not settled, on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let ann: Person;
  let edith: Person;
  let figure = 0;

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    ann = await person(app, 'CONTRIBUTOR', 'Ann');
    edith = await person(app, 'EDITOR', 'Edith');
  });
  afterAll(() => app.close());

  const codesOf = ({ userErrors }: Json): string[] => userErrors.map(({ code }: Json) => code);

  /** A submitted claim that conflicts with two others and is in tension with a third. @returns ids */
  async function disputed(): Promise<{ claim: string; conflicts: string[]; rivals: string[] }> {
    const subject = await world.addSubject(`Event ${(figure += 1)}`);
    const rivals = [];
    for (const quantity of ['4', '5']) {
      rivals.push((await change(ann, 'claimCreate', { input: world.inputOf({ subject, quantity }) })).claim.id);
    }
    const part = world.inputOf({ subject, quantity: '1', scope: { nationality: 'Russian' } });
    await change(ann, 'claimCreate', { input: part });
    const input = world.inputOf({ subject, quantity: '3' });
    const made = await change(ann, 'claimCreate', { input }, 'claim { id } contradictions { id strength }');
    await actOn(world, ann, 'claimSubmit', made.claim.id);
    const strengths: string[] = made.contradictions.map(({ strength }: Json) => strength).sort();
    expect(strengths).toEqual(['CONFLICT', 'CONFLICT', 'TENSION']);
    const conflicts = made.contradictions.filter(({ strength }: Json) => strength === 'CONFLICT');
    return { claim: made.claim.id, conflicts: conflicts.map(({ id }: Json) => id), rivals };
  }

  test('is refused, naming all of them, unless they are acknowledged, which stays on record', async () => {
    const { claim, conflicts } = await disputed();
    for (const known of [undefined, [], conflicts.slice(1)]) {
      const { userErrors } = await tryOn(world, edith, 'claimApprove', claim, { acknowledgedContradictions: known });
      expect(userErrors).toMatchObject([{ code: 'UNACKNOWLEDGED_CONFLICT', field: ['acknowledgedContradictions'] }]);
      const named = conflicts.filter((id) => userErrors[0].message.includes(id));
      expect(named).toEqual(conflicts.filter((id) => !known?.includes(id)));
    }
    await actOn(world, edith, 'claimApprove', claim, { acknowledgedContradictions: conflicts });
    const query =
      'query ($id: ID!) { claim(id: $id) { status revisions { nodes { changes { field before after } } } } }';
    const { status, revisions } = (await read(app, query, { id: claim })).claim;
    expect(status).toBe('PUBLISHED');
    expect(revisions.nodes.at(-1).changes).toEqual([
      { field: 'status', before: 'IN_REVIEW', after: 'PUBLISHED' },
      { field: 'acknowledged', before: null, after: expect.any(String) },
    ]);
    const audit = `{ auditEvents(filter: { action: "claimApprove", object: "${claim}" }, first: 5) { nodes { after } } }`;
    const { nodes } = (await read(app, audit)).auditEvents;
    const { after } = revisions.nodes.at(-1).changes[1];
    expect(nodes).toMatchObject([{ after: { acknowledged: after } }]);
    expect(after.split(', ').sort()).toEqual([...conflicts].sort());
  });

  test('may be acknowledged by the claims that it conflicts with', async () => {
    const { claim, rivals } = await disputed();
    const some = await tryOn(world, edith, 'claimApprove', claim, { acknowledgedContradictions: rivals.slice(1) });
    expect(codesOf(some)).toEqual(['UNACKNOWLEDGED_CONFLICT']);
    await actOn(world, edith, 'claimApprove', claim, { acknowledgedContradictions: rivals });
  });

  test('is not refused for what is settled', async () => {
    const { claim, conflicts } = await disputed();
    for (const id of conflicts) await world.decide('contradictionDismiss', id);
    await actOn(world, edith, 'claimApprove', claim);
  });

  test('is refused for an id of something else', async () => {
    const { claim } = await disputed();
    const { userErrors } = await tryOn(world, edith, 'claimApprove', claim, {
      acknowledgedContradictions: [world.source],
    });
    expect(userErrors).toMatchObject([{ code: 'WRONG_TYPE', field: ['acknowledgedContradictions', '0'] }]);
  });
});
