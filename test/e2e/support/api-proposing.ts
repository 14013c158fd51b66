import { expect } from '@jest/globals';
import type { TestApp } from '../../support/start-app.js';
import { change, read, type Json } from './api-client.js';
import { PROPOSAL, proposalsOf, publish, standing, STANDING } from './api-proposals.js';
import { actOn, type Person } from './api-reviewers.js';
import { suggestTwo } from './api-suggestions.js';
import type { World } from './api-world.js';
import { importLines, ndjson } from './bulk-client.js';

const because = { reason: 'Looked at.' };

/** A world with people, and claims that Ann wrote and Edith published. */
export class ProposingDesk {
  #figure = 0;
  readonly ann: Person;
  readonly bea: Person;
  readonly edith: Person;

  constructor(
    readonly app: TestApp,
    readonly world: World,
    { ann, bea, edith }: Readonly<Record<'ann' | 'bea' | 'edith', Person>>,
  ) {
    [this.ann, this.bea, this.edith] = [ann, bea, edith];
  }

  /** A subject that no claim is about. */
  subject(): Promise<string> {
    return this.world.addSubject(`Event ${(this.#figure += 1)}`);
  }

  /** A published claim of Ann's, that three died, with one citation. Nothing contradicts it. */
  async published(subject?: string): Promise<string> {
    const input = this.world.inputOf({ subject: subject ?? (await this.subject()), quantity: '3' });
    return publish(this.world, this.edith, (await change(this.ann, 'claimCreate', { input })).claim.id);
  }
}

/** A claim as it was before something was proposed, and the fields that it would change. */
interface Proposed {
  readonly before: Json;
  readonly fields: readonly string[];
}

/** Each way to change what a published claim says, done by Bea. */
export const PROPOSING: readonly [way: string, kind: string, make: (desk: ProposingDesk) => Promise<Proposed>][] = [
  [
    'other words',
    'REWRITE',
    async (desk) => {
      const { world, bea } = desk;
      const before = await standing(world, await desk.published());
      const payload = await actOn(world, bea, 'claimUpdate', before.id, { input: { statement: 'Three, they say.' } });
      expect(payload.version).toBe(before.version);
      return { before, fields: ['statement'] };
    },
  ],
  [
    'another value',
    'REWRITE',
    async (desk) => {
      const { world, bea } = desk;
      const before = await standing(world, await desk.published());
      await actOn(world, bea, 'claimUpdate', before.id, { input: { value: { quantity: { amount: '4' } } } });
      return { before, fields: ['assertion', 'statement'] };
    },
  ],
  [
    'a citation',
    'CITE',
    async (desk) => {
      const { world, bea } = desk;
      const before = await standing(world, await desk.published());
      const given = { claim: before.id, citation: world.citationOf() };
      const answer = await change(bea, 'citationAdd', { input: given }, `citation { id } ${STANDING} ${PROPOSAL}`);
      expect(answer).toMatchObject({ citation: null, claim: before, proposal: { status: 'PENDING', kind: 'CITE' } });
      return { before, fields: ['citation'] };
    },
  ],
  [
    'the removal of a citation',
    'UNCITE',
    async (desk) => {
      const { world, bea } = desk;
      const input = world.inputOf({ subject: await desk.subject(), quantity: '3' });
      const { claim } = await change(desk.ann, 'claimCreate', { input });
      const { citation } = await world.cite(claim.id);
      const before = await standing(world, await publish(world, desk.edith, claim.id));
      const answer = await change(bea, 'citationRemove', { id: citation.id, ...because }, `${STANDING} ${PROPOSAL}`);
      expect(answer).toMatchObject({ claim: before, proposal: because });
      return { before, fields: ['citation'] };
    },
  ],
  [
    'the same claim made again',
    'CITE',
    async (desk) => {
      const { world, bea } = desk;
      const subject = await desk.subject();
      const before = await standing(world, await desk.published(subject));
      const input = world.inputOf({ subject, quantity: '3' });
      const answer = await change(bea, 'claimCreate', { input }, `alreadyExisted ${STANDING} ${PROPOSAL}`);
      expect(answer).toMatchObject({ alreadyExisted: true, claim: before, proposal: { status: 'PENDING' } });
      return { before, fields: ['citation'] };
    },
  ],
  [
    'an import',
    'CITE',
    async (desk) => {
      const { world, bea } = desk;
      const subject = await desk.subject();
      const before = await standing(world, await desk.published(subject));
      const claims = [world.inputOf({ subject, quantity: '3' }), world.inputOf({ subject, quantity: '3' })];
      const document = `mutation ($input: ClaimImportInput!) { claimImport(input: $input) {
        claimImport { claims { id alreadyExisted proposal } } userErrors { message } } }`;
      const { claimImport } = await read(bea, document, { input: { claims } });
      const [{ id: proposal }] = await proposalsOf(bea, before.id);
      const each = { id: before.id, alreadyExisted: true, proposal };
      expect(claimImport).toEqual({ claimImport: { claims: [each, each] }, userErrors: [] });
      return { before, fields: ['citation', 'citation'] };
    },
  ],
  [
    'a line of a file',
    'CITE',
    async (desk) => {
      const { world, bea } = desk;
      const before = await standing(world, await desk.published(await world.addSubject('The ferry')));
      const source = { type: 'source', story: 'a-story', url: 'https://paper.example/ferry', title: 'Aground' };
      const line = {
        ...{ type: 'claim', story: 'a-story', subject: { kind: 'EVENT', label: 'The ferry' }, property: 'fatalities' },
        value: { quantity: { amount: '3' } },
        citations: [{ source: { url: source.url }, quote: { exact: 'Three died.' } }],
      };
      const file = ndjson({ ...source, text: 'Three died.' }, line);
      const { body } = await importLines(desk.app, file, { key: bea.key });
      expect(body).toMatchObject({ added: 2, unchanged: 0, failed: 0 });
      expect((await importLines(desk.app, file, { key: bea.key })).body).toMatchObject({ added: 0, unchanged: 2 });
      return { before, fields: ['citation'] };
    },
  ],
  [
    'an accepted suggestion',
    'CITE',
    async (desk) => {
      const { world, bea } = desk;
      const [drowned] = await suggestTwo(world);
      const subject = await desk.subject();
      const input = world.inputOf({ subject, property: 'drowned', quantity: '7' });
      const { claim } = await change(desk.ann, 'claimCreate', { input });
      const before = await standing(world, await publish(world, desk.edith, claim.id));
      const given = { id: drowned, input: { subject } };
      const answer = await change(bea, 'suggestionAccept', given, `alreadyExisted ${STANDING} ${PROPOSAL}`);
      expect(answer).toMatchObject({ alreadyExisted: true, claim: before, proposal: { status: 'PENDING' } });
      return { before, fields: ['citation'] };
    },
  ],
];
