import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attempt, type Json } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { wronglyKept } from '../e2e/support/api-speakers.js';
import { createTies } from '../e2e/support/api-ties.js';
import { World, type ClaimWords } from '../e2e/support/api-world.js';
import { inOrder, recompute, stored, wronglyDisputed, wronglyPlaced } from '../support/recomputed.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const RUNS = 5;

const values = fc.oneof(
  fc.record({ property: fc.constant('fatalities'), quantity: fc.constantFrom('23', '38', '40') }),
  fc.record({
    property: fc.constantFrom('fatalities', 'aboard'),
    quantity: fc.constantFrom(
      { lowerBound: '35' },
      { upperBound: '30', upperExclusive: true },
      { amount: '40', approximate: true },
    ),
    scope: fc.constantFrom({}, { role: 'crew' }, { nationality: 'Russian' }, { role: 'crew', nationality: 'Russian' }),
  }),
  fc.record({ property: fc.constant('inHospital'), quantity: fc.constantFrom('10', '11') }),
  fc.record({
    property: fc.constantFrom('cause', 'factors'),
    concept: fc.constantFrom('bird strike', 'external interference', 'missile'),
  }),
  fc.record({ property: fc.constant('crashedAt'), concept: fc.constantFrom('Kazakhstan', 'Aktau', 'Grozny') }),
  fc.record({
    property: fc.constant('occurredOn'),
    time: fc.constantFrom('2024-12-25', '2024-12', '2024-12-24T22:28Z', '2024-12-26'),
    scope: fc.constantFrom({}, { place: 'Aktau' }, { place: 'Grozny' }),
  }),
  fc.record({ property: fc.constant('jammed'), boolean: fc.boolean() }),
  fc.record({ property: fc.constantFrom('cause', 'fatalities'), unknown: fc.constant(true as const) }),
) as fc.Arbitrary<ClaimWords>;

/** Answers to questions that are tied: sums that come out or do not, and times in one order or another. */
const tiedValues = fc.oneof(
  fc.record({ property: fc.constant('aboard'), quantity: fc.constantFrom('67', '72', { lowerBound: '60' }) }),
  fc.record({ property: fc.constantFrom('fatalities', 'survivors'), quantity: fc.constantFrom('29', '32', '38') }),
  fc.record({ property: fc.constantFrom('passengers', 'crewAboard'), quantity: fc.constantFrom('5', '62') }),
  fc.record({
    property: fc.constantFrom('aboard', 'fatalities', 'survivors'),
    quantity: fc.constantFrom('20', '40'),
    scope: fc.constantFrom({ nationality: 'Russian' }, { nationality: 'Azerbaijani' }),
  }),
  fc.record({
    property: fc.constantFrom('departedAt', 'occurredOn', 'reportedAt'),
    time: fc.constantFrom('2024-12-24', '2024-12-25', '2024-12-26'),
  }),
) as fc.Arbitrary<ClaimWords>;

const cited = fc.record({
  source: fc.nat({ max: 2 }),
  claimant: fc.option(fc.nat({ max: 1 }), { nil: undefined }),
  certainty: fc.constantFrom('CERTAIN', 'PROBABLE', 'POSSIBLE', 'POSSIBLE'),
  saidOn: fc.constantFrom(undefined, undefined, '2024-12-25', '2024-12-27', '2024'),
});
const polarity = fc.constantFrom('AFFIRMED', 'AFFIRMED', 'AFFIRMED', 'DENIED');
const which = fc.nat({ max: 999 });

const actionsWith = (values: fc.Arbitrary<ClaimWords>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant('claim' as const), values, polarity, cited }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('cite' as const), which, cited }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('remove' as const), which }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('update' as const), which, values, polarity }) },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constant('rank' as const), which, rank: fc.constantFrom('DEPRECATED', 'NORMAL') }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('retract' as const), which }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('decide' as const), which }) },
  );
type Action = ReturnType<typeof actionsWith> extends fc.Arbitrary<infer T> ? T : never;

/** A claim of a figure, in the own voice of one of the sources. */
function figure(property: string, quantity: string, source: number): Action {
  const cited = { source, claimant: undefined, certainty: 'CERTAIN', saidOn: undefined } as const;
  return { act: 'claim', values: { property, quantity }, polarity: 'AFFIRMED', cited };
}

/** Two answers that exclude each other, by two voices: one voice alone would correct itself. */
const RIVAL_FIGURES = [figure('fatalities', '38', 0), figure('fatalities', '23', 1)];
/** Three answers that do not add up. */
const EARLY_FIGURES = [figure('aboard', '67', 0), figure('fatalities', '38', 0), figure('survivors', '32', 0)];

/** A story in which random things are done; what the API refuses is refused, whatever it is. */
class Play {
  readonly claims: string[] = [];
  readonly citations: string[] = [];
  readonly contradictions: string[] = [];

  constructor(
    private readonly world: World,
    private readonly sources: string[],
    private readonly agents: string[],
  ) {}

  async perform(action: Action): Promise<void> {
    switch (action.act) {
      case 'claim':
        return this.#claim({ ...action.values, polarity: action.polarity, ...this.#words(action.cited) });
      case 'cite':
        return this.#on(this.claims, action.which, (claim) =>
          this.#do(
            'citationAdd',
            { input: { claim, citation: this.world.citationOf(this.#words(action.cited)) } },
            'citation { id }',
          ),
        );
      case 'remove':
        return this.#on(this.citations, action.which, (id) => this.#do('citationRemove', { id, reason: 'Misread.' }));
      case 'update': {
        const { value, scope } = this.world.inputOf(action.values);
        const input = { value, scope, polarity: action.polarity };
        return this.#on(this.claims, action.which, async (id) =>
          this.#do('claimUpdate', { ...(await this.world.at(id)), input }),
        );
      }
      case 'rank':
        return this.#on(this.claims, action.which, async (id) =>
          this.#do('claimRank', { ...(await this.world.at(id)), rank: action.rank, reason: 'Looked at.' }),
        );
      case 'retract':
        return this.#on(this.claims, action.which, async (id) =>
          this.#do('claimRetract', { ...(await this.world.at(id)), reason: 'Withdrawn.' }),
        );
      case 'decide':
        return this.#on(this.contradictions, action.which, async (id) =>
          this.#do('contradictionDismiss', { ...(await this.world.at(id)), reason: 'Looked at.' }),
        );
    }
  }

  #words({ source, claimant, certainty, saidOn }: Json): Json {
    return { source: this.sources[source], claimant: this.agents[claimant], certainty, saidOn };
  }

  async #claim(words: ClaimWords): Promise<void> {
    const fields = 'claim { id citations { nodes { id } } } contradictions { id }';
    const { claim, contradictions } = await attempt(
      this.world.endpoint,
      'claimCreate',
      { input: this.world.inputOf(words) },
      fields,
    );
    this.claims.push(claim.id);
    this.citations.push(...claim.citations.nodes.map(({ id }: Json) => id));
    this.contradictions.push(...contradictions.map(({ id }: Json) => id));
  }

  async #do(
    ...[name, variables, selection]: Parameters<typeof attempt> extends [unknown, ...infer R] ? R : never
  ): Promise<void> {
    const payload = await attempt(this.world.endpoint, name, variables, selection);
    if (name === 'citationAdd' && payload.citation) this.citations.push(payload.citation.id);
  }

  async #on(ids: readonly string[], which: number, act: (id: string) => Promise<void>): Promise<void> {
    const id = ids[which % ids.length];
    if (id !== undefined) await act(id);
  }
}

describe.each(testDatabases)('the stored contradictions on %s', (kind) => {
  let app: TestApp;
  let first: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    await createTies(app);
  });
  afterAll(() => app.close());

  test.each<[string, fc.Arbitrary<ClaimWords>, Action[], string[]]>([
    ['of one question each', values, RIVAL_FIGURES, ['QUANTITY']],
    ['tied to others', tiedValues, EARLY_FIGURES, ['ARITHMETIC']],
  ])(
    'are after every write what the engine finds from scratch, for answers %s',
    async (_name, arbitrary, begin, kinds) => {
      const found = new Set<string>();
      const agents = [await first.agent('The ministry'), await first.agent('A paper')];
      const sequence = fc.array(actionsWith(arbitrary), { minLength: 16, maxLength: 36 });
      await fc.assert(
        fc.asyncProperty(sequence, async (acts) => {
          const world = await first.another();
          const sources = [
            world.source,
            await world.addSource({ publisher: agents[1], publishedAt: '2024-12-26T08:00:00Z' }),
            await world.addSource({ title: 'A later one', publishedAt: '2025-01-10T00:00:00Z' }),
          ];
          const play = new Play(world, sources, agents);
          for (const act of [...begin, ...acts]) {
            await play.perform(act);
            const expected = await recompute(app.database);
            expect(inOrder(await stored(app.database))).toEqual(inOrder(expected));
            expect(await wronglyDisputed(app.database)).toEqual([]);
            expect(await wronglyPlaced(app.database)).toEqual([]);
            expect(await wronglyKept(app.database)).toEqual([]);
            for (const { kind } of expected) found.add(kind);
          }
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 45_000, endOnFailure: true },
      );
      expect([...found]).toEqual(expect.arrayContaining(kinds));
    },
  );
});
