import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { attempt, change, read, type Endpoint, type Json, type MutationName } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { actOn, otherKeyOf, person, personWith, REVIEWED, tryOn, type Person } from './support/api-reviewers.js';
import { suggestTwo } from './support/api-suggestions.js';
import { World } from './support/api-world.js';

const because = { reason: 'Looked at.' };
const STATES = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'RETRACTED'] as const;
type State = (typeof STATES)[number];

/** Each act with where it may be done and where it leads. */
const ACTS: readonly [MutationName, object, readonly State[], State][] = [
  ['claimSubmit', {}, ['DRAFT', 'CHANGES_REQUESTED'], 'IN_REVIEW'],
  ['claimWithdraw', {}, ['IN_REVIEW'], 'DRAFT'],
  ['claimRequestChanges', because, ['IN_REVIEW'], 'CHANGES_REQUESTED'],
  ['claimApprove', {}, ['IN_REVIEW'], 'PUBLISHED'],
  ['claimReject', because, ['IN_REVIEW'], 'REJECTED'],
  ['claimRetract', because, ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED'], 'RETRACTED'],
  ['claimReopen', because, ['REJECTED', 'RETRACTED'], 'DRAFT'],
];

/** How a claim gets into a state from DRAFT. */
const WAYS: Readonly<Record<State, readonly [MutationName, object][]>> = {
  DRAFT: [],
  IN_REVIEW: [['claimSubmit', {}]],
  CHANGES_REQUESTED: [
    ['claimSubmit', {}],
    ['claimRequestChanges', because],
  ],
  PUBLISHED: [
    ['claimSubmit', {}],
    ['claimApprove', {}],
  ],
  REJECTED: [
    ['claimSubmit', {}],
    ['claimReject', because],
  ],
  RETRACTED: [['claimRetract', because]],
};

describe.each(testDatabases)('the review of claims on %s', (kind) => {
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

  /** A new claim of somebody's, in a state. Nothing contradicts it. */
  async function claimIn(state: State, by: Endpoint = ann): Promise<string> {
    const subject = await world.addSubject(`Event ${(figure += 1)}`);
    const input = world.inputOf({ subject, quantity: '3' });
    const { claim } = await change(by, 'claimCreate', { input });
    for (const [name, rest] of WAYS[state]) await actOn(world, edith, name, claim.id, rest);
    return claim.id;
  }

  /** A service that the person of this name answers for. */
  async function serviceOf(owner: string): Promise<Person> {
    const name = `A service of ${owner}`;
    return personWith(app, name, await insertKey(app.database, { role: 'EDITOR', name, responsible: owner }));
  }

  const codesOf = ({ userErrors }: Json): string[] => userErrors.map(({ code }: Json) => code);

  describe.each(STATES)('of one that is %s', (state) => {
    test.each(ACTS)('%s', async (name, rest, from, to) => {
      const id = await claimIn(state);
      const { claim, userErrors } = await tryOn(world, edith, name, id, rest);
      if (from.includes(state)) {
        expect([userErrors, claim.status]).toEqual([[], to]);
      } else {
        const message = `The claim is ${state}; this can be done only where it is ${from.join(' or ')}.`;
        expect(userErrors).toEqual([{ code: 'ILLEGAL_STATE', field: ['id'], message, occurrences: null }]);
      }
    });
  });

  test('each act is a revision with who, why and what', async () => {
    const id = await claimIn('DRAFT');
    await actOn(world, ann, 'claimSubmit', id);
    await actOn(world, edith, 'claimRequestChanges', id, { reason: 'Which source?' });
    await actOn(world, ann, 'claimSubmit', id);
    await actOn(world, edith, 'claimApprove', id, { note: 'Seen the log.' });
    const query =
      'query ($id: ID!) { claim(id: $id) { revisions { nodes { version reason actor { name } changes { field before after } } } } }';
    const { nodes } = (await read(app, query, { id })).claim.revisions;
    const status = (version: number, name: string, before: string, after: string, reason: string | null) => ({
      version,
      reason,
      actor: { name },
      changes: [{ field: 'status', before, after }],
    });
    expect(nodes.slice(1)).toEqual([
      status(2, 'Ann', 'DRAFT', 'IN_REVIEW', null),
      status(3, 'Edith', 'IN_REVIEW', 'CHANGES_REQUESTED', 'Which source?'),
      status(4, 'Ann', 'CHANGES_REQUESTED', 'IN_REVIEW', null),
      status(5, 'Edith', 'IN_REVIEW', 'PUBLISHED', 'Seen the log.'),
    ]);
  });

  test('what is refused raises nothing until it is reopened', async () => {
    const subject = await world.addSubject('Refused');
    const { claim: first } = await world.claim({ subject, quantity: '3' });
    const { contradictions } = await world.claim({ subject, quantity: '4' });
    const [{ id }] = contradictions;
    const statusOf = async (): Promise<string> =>
      (await read(app, 'query ($id: ID!) { contradiction(id: $id) { status } }', { id })).contradiction.status;
    await actOn(world, ann, 'claimSubmit', first.id);
    expect(await statusOf()).toBe('OPEN');
    await actOn(world, edith, 'claimReject', first.id, because);
    expect(await statusOf()).toBe('LAPSED');
    const { raised } = await change(
      edith,
      'claimReopen',
      { ...(await world.at(first.id)), ...because },
      'claim { id } raised: contradictions { id }',
    );
    expect(raised).toEqual([{ id }]);
    expect(await statusOf()).toBe('OPEN');
  });

  describe('by a second person', () => {
    /** Somebody who may decide, and who has done something about the claim. */
    let bea: Person;
    let source: string;
    beforeAll(async () => {
      bea = await person(app, 'EDITOR', 'Bea');
      source = await world.addSource({ title: 'Another log' });
    });

    /** Ways of having written a part of a claim; each gives the claim. */
    const WRITING: readonly [string, () => Promise<string>][] = [
      ['made it', () => claimIn('DRAFT', bea)],
      [
        'changed its words',
        async () => {
          const id = await claimIn('DRAFT');
          await actOn(world, bea, 'claimUpdate', id, { input: { statement: 'In other words.' } });
          return id;
        },
      ],
      [
        'changed what it says, before it was changed back, sent back and retracted',
        async () => {
          const id = await claimIn('DRAFT');
          const amount = (amount: string) => ({ input: { value: { quantity: { amount } } } });
          await actOn(world, bea, 'claimUpdate', id, amount('5'));
          await actOn(world, ann, 'claimUpdate', id, amount('3'));
          for (const [name, rest] of WAYS.CHANGES_REQUESTED) await actOn(world, edith, name, id, rest);
          await actOn(world, edith, 'claimRetract', id, because);
          await actOn(world, edith, 'claimReopen', id, because);
          return id;
        },
      ],
      [
        'cited it',
        async () => {
          const id = await claimIn('DRAFT');
          const citation = world.citationOf({ source });
          await change(bea, 'citationAdd', { input: { claim: id, citation } });
          return id;
        },
      ],
      [
        'cited it by claiming it again',
        async () => {
          const subject = await world.addSubject(`Event ${(figure += 1)}`);
          const { claim } = await change(ann, 'claimCreate', { input: world.inputOf({ subject, quantity: '3' }) });
          const again = await change(bea, 'claimCreate', { input: world.inputOf({ subject, quantity: '3', source }) });
          expect(again.claim.id).toBe(claim.id);
          return claim.id;
        },
      ],
      [
        'removed a citation',
        async () => {
          const id = await claimIn('DRAFT');
          const { citation } = await change(ann, 'citationAdd', {
            input: { claim: id, citation: world.citationOf({ source }) },
          });
          await change(bea, 'citationRemove', { id: citation.id, ...because });
          return id;
        },
      ],
      [
        'imported it',
        async () => {
          const subject = await world.addSubject(`Event ${(figure += 1)}`);
          const document = `mutation ($input: ClaimImportInput!) {
            claimImport(input: $input) { claimImport { claims { id } } userErrors { message } } }`;
          const input = { claims: [world.inputOf({ subject, quantity: '3' })] };
          const { claimImport } = await read(bea, document, { input });
          return claimImport.claimImport.claims[0].id;
        },
      ],
      [
        'cited it by an import',
        async () => {
          const subject = await world.addSubject(`Event ${(figure += 1)}`);
          await change(ann, 'claimCreate', { input: world.inputOf({ subject, quantity: '3' }) });
          const document = `mutation ($input: ClaimImportInput!) {
            claimImport(input: $input) { claimImport { claims { id } } userErrors { message } } }`;
          const input = { claims: [world.inputOf({ subject, quantity: '3', source })] };
          const { claimImport } = await read(bea, document, { input });
          return claimImport.claimImport.claims[0].id;
        },
      ],
      ['answers for the service that made it', async () => claimIn('DRAFT', await serviceOf('Bea'))],
      [
        'accepted its suggestion',
        async () => {
          const [drowned] = await suggestTwo(world);
          const input = { subject: await world.addSubject(`Event ${(figure += 1)}`) };
          const accepted = await change(bea, 'suggestionAccept', { id: drowned, input }, 'claim { id }');
          return accepted.claim.id;
        },
      ],
    ];

    test.each(WRITING)('not who %s, by whatever key', async (_what, write) => {
      const id = await write();
      await actOn(world, ann, 'claimSubmit', id);
      for (const hand of [bea, await otherKeyOf(app, bea)]) {
        const refused = await tryOn(world, hand, 'claimApprove', id);
        expect(refused).toMatchObject({ claim: null, userErrors: [{ code: 'OWN_WORK', field: ['id'] }] });
      }
      expect(await actOn(world, edith, 'claimApprove', id)).toMatchObject({ status: 'PUBLISHED' });
    });

    test('not a service of who made it', async () => {
      const id = await claimIn('IN_REVIEW', bea);
      expect(codesOf(await tryOn(world, await serviceOf('Bea'), 'claimApprove', id))).toEqual(['OWN_WORK']);
      expect(codesOf(await tryOn(world, await serviceOf('Edith'), 'claimApprove', id))).toEqual([]);
    });

    test('who submitted, ranked or sent it back can', async () => {
      const id = await claimIn('DRAFT');
      await actOn(world, bea, 'claimRank', id, { rank: 'PREFERRED', ...because });
      await actOn(world, bea, 'claimSubmit', id);
      await actOn(world, bea, 'claimRequestChanges', id, because);
      await actOn(world, ann, 'claimSubmit', id);
      expect(await actOn(world, bea, 'claimApprove', id)).toMatchObject({ status: 'PUBLISHED' });
    });

    test('from the version that they saw: what came since is named, with whose it is', async () => {
      const id = await claimIn('IN_REVIEW');
      const seen = await world.at(id);
      await change(ann, 'citationAdd', { input: { claim: id, citation: world.citationOf({ source }) } });
      await actOn(world, ann, 'claimUpdate', id, { input: { statement: 'Three, and no more.' } });
      const { userErrors } = await attempt(edith, 'claimApprove', seen, REVIEWED);
      expect(userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['expectedVersion'] }]);
      expect(userErrors[0].message).toMatch(/since version 2 \(version 3 by Ann: citation from nothing to "Entry/);
      expect(userErrors[0].message).toContain('version 4 by Ann: statement from "Event');
    });
  });

  describe('tells what the asker could do', () => {
    const OPTIONS = 'query ($id: ID!) { claim(id: $id) { reviewActs { act allowed code reason } } }';
    const optionsOf = async (id: string, by: Endpoint): Promise<Json[]> =>
      (await read(by, OPTIONS, { id })).claim.reviewActs;
    const allowed = (options: Json[]): string[] => options.filter((each) => each.allowed).map(({ act }) => act);

    test('by where the claim stands, by role and by who wrote it', async () => {
      const id = await claimIn('IN_REVIEW', edith);
      const other = await person(app, 'EDITOR', 'Carl');
      expect(allowed(await optionsOf(id, other))).toEqual([
        'WITHDRAW',
        'REQUEST_CHANGES',
        'APPROVE',
        'REJECT',
        'RETRACT',
      ]);
      const own = await optionsOf(id, edith);
      expect(allowed(own)).toEqual(['WITHDRAW', 'REQUEST_CHANGES', 'REJECT', 'RETRACT']);
      const why = (options: Json[], act: string): string => options.find((each) => each.act === act).code;
      expect([why(own, 'APPROVE'), why(own, 'SUBMIT'), why(await optionsOf(id, ann), 'APPROVE')]).toEqual([
        'OWN_WORK',
        'ILLEGAL_STATE',
        'NOT_ALLOWED',
      ]);
      expect(allowed(await optionsOf(id, ann))).toEqual(['WITHDRAW']);
    });

    test('what it allows is done, and what it does not is refused for the reason that it gives', async () => {
      for (const state of STATES) {
        for (const [index, [name, rest]] of ACTS.entries()) {
          const id = await claimIn(state);
          const option = (await optionsOf(id, edith))[index];
          const codes = codesOf(await tryOn(world, edith, name, id, rest));
          expect({ state, name, codes }).toEqual({ state, name, codes: option.allowed ? [] : [option.code] });
        }
      }
    });

    test('nothing to those who only read', async () => {
      const id = await claimIn('PUBLISHED');
      expect(await optionsOf(id, await person(app, 'READER', 'Rita'))).toEqual([]);
    });

    test('in as many statements for many claims as for few', async () => {
      const subject = await world.addSubject('Many');
      for (const quantity of ['1', '2', '3', '4', '5']) {
        const { claim } = await world.claim({ subject, quantity });
        await actOn(world, ann, 'claimSubmit', claim.id);
      }
      const query = `query ($first: Int, $subject: ID) { claims(first: $first, filter: { subject: $subject }) {
        nodes { reviewActs { act allowed } } } }`;
      const counts = [];
      for (const first of [2, 5]) {
        const answer = await app.graphql(query, { first, subject }, { key: edith.key });
        expect(answer.body.data.claims.nodes).toHaveLength(first);
        counts.push(answer.sqlStatements);
      }
      expect(counts[1]).toBe(counts[0]);
    });
  });
});
