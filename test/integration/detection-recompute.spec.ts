import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_SPEAKERS, type Claim } from '../../src/domain/claim/claim.js';
import type { Question } from '../../src/domain/claim/question.js';
import { daysOf } from '../../src/domain/claim/validity.js';
import type { Finding } from '../../src/domain/contradiction/contradiction.js';
import { examineSubject } from '../../src/domain/examination/examine-subject.js';
import type { Ties } from '../../src/domain/examination/ties.js';
import { conceptGraph } from '../../src/domain/values/concept-graph.js';
import { fromColumns, toProperty, type ValueColumns } from '../../src/features/detection/index.js';
import type { PropertyRow } from '../../src/features/vocabulary/index.js';
import { Prisma, type Database } from '../../src/platform/database/index.js';
import { attempt, type Json } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { wronglyKept } from '../e2e/support/api-speakers.js';
import { createTies } from '../e2e/support/api-ties.js';
import { World, type ClaimWords } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const RUNS = 8;

interface CitationRow {
  claimId: string;
  certainty: string;
  saidFrom: Date | null;
  saidTo: Date | null;
  saidOn: string | null;
  sourceId: string;
  start: number;
  title: string;
  publishedAt: Date | null;
  publisher: string | null;
  claimant: string | null;
  speakerId: string;
}

type ClaimRow = ValueColumns &
  Pick<Claim, 'id' | 'polarity' | 'scope'> & {
    propertyId: string;
    subjectId: string;
    rank: string;
    identity: string;
  };

/** Earliest first, undated last; of equals the one of the lesser source, then the one that stands first in it. */
function byLead(a: CitationRow, b: CitationRow): number {
  const [first, second] = [a.saidTo?.getTime() ?? Infinity, b.saidTo?.getTime() ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
  return a.start - b.start;
}

/** A claim as the engine sees it, worked out here from all of its citations. */
function comparable(row: ClaimRow, citations: CitationRow[]): Claim {
  const [lead] = [...citations].sort(byLead);
  const times = (pick: (citation: CitationRow) => Date | null): number[] =>
    citations.map(pick).flatMap((date) => (date ? [date.getTime()] : []));
  const [from, to] = [times(({ saidFrom }) => saidFrom), times(({ saidTo }) => saidTo)];
  return {
    id: row.id,
    polarity: row.polarity,
    value: fromColumns(row),
    scope: row.scope,
    hedged: citations.every(({ certainty }) => certainty === 'POSSIBLE'),
    firstSaid: from.length > 0 ? { from: Math.min(...from), to: Math.min(...to) } : null,
    saidDays: citations.flatMap(({ saidFrom, saidTo }) =>
      saidFrom && saidTo ? [daysOf({ from: saidFrom.getTime(), to: saidTo.getTime() })] : [],
    ),
    speakers: [...new Set(citations.map(({ speakerId }) => speakerId))].sort().map((id) => {
      const own = citations.filter(({ speakerId }) => speakerId === id);
      const ends = own.flatMap(({ saidFrom, saidTo }) =>
        saidFrom && saidTo ? [{ from: saidFrom.getTime(), to: saidTo.getTime() }] : [],
      );
      const lastSaid = { from: Math.max(...ends.map((end) => end.from)), to: Math.max(...ends.map((end) => end.to)) };
      const name = own[0]!.claimant ?? own[0]!.publisher ?? own[0]!.title;
      return { id, name, lastSaid: ends.length > 0 ? lastSaid : null };
    }),
    isWidelySaid: new Set(citations.map(({ speakerId }) => speakerId)).size > MOST_SPEAKERS,
    attribution: {
      sourceId: lead!.sourceId,
      sourceName: lead!.publisher ?? lead!.title,
      claimantName: lead!.claimant,
      saidOn: lead!.saidOn ?? lead!.publishedAt?.toISOString().slice(0, 10) ?? null,
    },
    standing: { preferred: row.rank === 'PREFERRED', citations: citations.length, identity: row.identity },
  };
}

/** What the engine finds in the whole database, subject by subject, from nothing but the claims and citations. */
async function recompute(database: Database): Promise<Finding[]> {
  const claims = await database.query<ClaimRow>(Prisma.sql`
    SELECT c.id, c.identity, c.rank::text, c.polarity::text, c.subject_id AS "subjectId", c.property_id AS "propertyId", c.value_kind::text AS "valueKind",
      c.quantity_amount::text AS "quantityAmount", c.quantity_lower::text AS "quantityLower",
      c.quantity_upper::text AS "quantityUpper", c.quantity_lower_open AS "quantityLowerOpen",
      c.quantity_upper_open AS "quantityUpperOpen", c.quantity_approximate AS "quantityApproximate",
      c.quantity_unit AS "quantityUnit", c.time_edtf AS "timeEdtf", c.time_earliest AS "timeEarliest",
      c.time_latest AS "timeLatest", c.concept_id AS "conceptId", c.boolean_value AS "booleanValue",
      c.text_value AS "textValue", c.text_language AS "textLanguage",
      coalesce((SELECT jsonb_agg(jsonb_build_object('dimension', dimension, 'conceptId', concept_id))
                  FROM claim_scope t WHERE t.claim_id = c.id), '[]') AS scope
    FROM claim c WHERE status <> 'RETRACTED' AND rank <> 'DEPRECATED'`);
  const citations = await database.query<CitationRow>(Prisma.sql`
    SELECT i.claim_id AS "claimId", i.certainty::text, i.said_from AS "saidFrom", i.said_to AS "saidTo", i.said_on AS "saidOn",
      i.source_id AS "sourceId", coalesce(i.claimant_id, s.publisher_id, s.id) AS "speakerId", i.quote_start AS start, s.title, s.published_at AS "publishedAt", p.name AS publisher, a.name AS claimant
    FROM citation i JOIN source s ON s.id = i.source_id LEFT JOIN agent p ON p.id = s.publisher_id
    LEFT JOIN agent a ON a.id = i.claimant_id`);
  const concepts = await database.query<Json>(Prisma.sql`
    SELECT id, scheme_id AS "schemeId", pref_label AS "prefLabel",
      ARRAY(SELECT broader_id::text FROM concept_broader WHERE narrower_id = c.id) AS broader,
      ARRAY(SELECT second_id::text FROM concept_disjoint WHERE first_id = c.id) AS "disjointWith" FROM concept c`);
  const schemes = await database.query<Json>(
    Prisma.sql`SELECT id, siblings_exclusive AS "siblingsExclusive" FROM concept_scheme`,
  );
  const properties = await database.query<PropertyRow>(Prisma.sql`
    SELECT id, key, label, datatype::text, unit, single_valued AS "singleValued", additive, accrual::text, phrase FROM property`);
  const graph = conceptGraph(concepts, schemes);
  const keyOf = (id: string): string => properties.find((property) => property.id === id)!.key;
  const identities = await database.query<Json>(Prisma.sql`
    SELECT id, label, whole_id AS whole, ARRAY(SELECT property_id::text FROM identity_part p WHERE p.identity_id = i.id
      ORDER BY position) AS parts FROM identity i`);
  const orders = await database.query<Json>(
    Prisma.sql`SELECT id, earlier_id AS earlier, later_id AS later FROM property_order`,
  );
  const ties: Ties = {
    identities: identities.map((each) => ({ ...each, whole: keyOf(each.whole), parts: each.parts.map(keyOf) })),
    orders: orders.map((each) => ({ ...each, earlier: keyOf(each.earlier), later: keyOf(each.later) })),
    properties: properties.map(toProperty),
  };
  const subjects = new Set(claims.map(({ subjectId }) => subjectId));
  return [...subjects].flatMap((subject) => {
    const questions = properties.map((property): Question => {
      const answers = claims.filter(({ subjectId, propertyId }) => subjectId === subject && propertyId === property.id);
      const citing = ({ id }: ClaimRow): CitationRow[] => citations.filter(({ claimId }) => claimId === id);
      return { property: toProperty(property), claims: answers.map((row) => comparable(row, citing(row))) };
    });
    return [...examineSubject(questions, ties, graph).findings];
  });
}

/** What is stored and has not lapsed. */
async function stored(database: Database): Promise<Finding[]> {
  return database.query<Finding>(Prisma.sql`
    SELECT ARRAY(SELECT claim_id::text FROM contradiction_member m WHERE m.contradiction_id = x.id ORDER BY 1) AS members,
      kind::text, strength::text, rule, explanation FROM contradiction x WHERE status <> 'LAPSED'`);
}

const inOrder = (findings: Finding[]): Finding[] =>
  findings.sort((a, b) => (a.members.join(' ') < b.members.join(' ') ? -1 : 1));

/** Questions of which `disputed` does not say whether a claim of theirs is in an open contradiction. */
async function wronglyDisputed(database: Database): Promise<unknown[]> {
  return database.query(Prisma.sql`
    SELECT q.id FROM question q WHERE q.disputed <> EXISTS (
      SELECT FROM claim c JOIN contradiction_member m ON m.claim_id = c.id JOIN contradiction x ON x.id = m.contradiction_id
      WHERE c.question_id = q.id AND x.status IN ('OPEN', 'IN_REVIEW'))`);
}

/** Contradictions that do not say which questions their members answer: one of their own, or a list of several. */
async function wronglyPlaced(database: Database): Promise<unknown[]> {
  return database.query(Prisma.sql`
    SELECT * FROM (SELECT x.question_id AS one,
        ARRAY(SELECT question_id FROM contradiction_question n WHERE n.contradiction_id = x.id ORDER BY 1) AS several,
        ARRAY(SELECT DISTINCT c.question_id FROM contradiction_member m JOIN claim c ON c.id = m.claim_id
              WHERE m.contradiction_id = x.id ORDER BY 1) AS answered FROM contradiction x) p
    WHERE CASE WHEN cardinality(answered) = 1 THEN one IS DISTINCT FROM answered[1] OR cardinality(several) > 0
          ELSE one IS NOT NULL OR several <> answered END`);
}

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

/** Three answers that do not add up. */
const EARLY_FIGURES = [
  ['aboard', '67'],
  ['fatalities', '38'],
  ['survivors', '32'],
].map(([property = '', quantity = '']): Action => {
  const cited = { source: 0, claimant: undefined, certainty: 'CERTAIN', saidOn: undefined } as const;
  return { act: 'claim', values: { property, quantity }, polarity: 'AFFIRMED', cited };
});

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
    ['of one question each', values, [], ['QUANTITY']],
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
