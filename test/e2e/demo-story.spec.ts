import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_QUERY } from '../../src/graphql/graphiql/default-query.js';
import { startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase, testDatabases } from '../support/test-databases.js';

const SLUG = 'flight-j2-8243';

interface CitationNode {
  quote: { exact: string; prefix: string; suffix: string; start: number; end: number };
  snapshot: { text: string };
  source: { title: string; url: string; publishedAt: string; publisher: { name: string }; snapshot: { text: string } };
  claimant: { name: string } | null;
  saidOn: string;
}

interface ClaimNode {
  property: { key: string };
  polarity: string;
  statement: string;
  value: object;
  scope: { dimension: string; concept: { prefLabel: string } }[];
  citations: { nodes: CitationNode[] };
  contradictions: { totalCount: number };
  corroboration: { citations: number; sources: number; publishers: number; independentOrigins: number };
}

const claimsQuery = `query ($slug: String!) { story(slug: $slug) { claims(first: 100) { nodes {
  property { key } polarity statement
  value {
    ... on QuantityValue { amount text }
    ... on TimeValue { edtf text }
    ... on ConceptValue { concept { prefLabel } text }
    ... on BooleanValue { boolean text }
  }
  scope { dimension concept { prefLabel } }
  contradictions { totalCount }
  corroboration { citations sources publishers independentOrigins }
  citations(first: 20) { nodes {
    quote { exact prefix suffix start end } snapshot { text } saidOn claimant { name }
    source { title url publishedAt publisher { name } snapshot { text } }
  } }
} } } }`;

describe.each(testDatabases)('the demo story on %s', (kind) => {
  let app: TestApp;
  let claims: ClaimNode[];

  beforeAll(async () => {
    app = await startApp(await openTestDatabase(kind), { GAINSAY_DEMO: '1' });
    claims = (await ask(claimsQuery, { slug: SLUG })).story.claims.nodes;
  });
  afterAll(() => app.close());

  /** What anybody may read; fails on any error. */
  async function ask(query: string, variables: object = {}) {
    const { body } = await app.graphql(query, variables, { key: null });
    expect(body.errors).toBeUndefined();
    return body.data;
  }

  const claimOf = (statement: string): ClaimNode => claims.find((claim) => claim.statement.endsWith(statement))!;

  test('has at least six sources, each marked as a summary, with publisher, date and address', async () => {
    const { story } = await ask(
      `query ($slug: String!) { story(slug: $slug) { sources(first: 100) { nodes {
        title url publishedAt publisher { name } snapshot { text } derivedFrom { publisher { name } } } } } }`,
      { slug: SLUG },
    );
    const sources: (CitationNode['source'] & { derivedFrom: { publisher: { name: string } } | null })[] =
      story.sources.nodes;
    expect(sources.length).toBeGreaterThanOrEqual(6);
    for (const { title, url, publishedAt, publisher, snapshot } of sources) {
      expect(title).toContain('(summary written for the demo)');
      expect(snapshot.text).toMatch(/^Summary of .*, written for the demo story of Gainsay\.\n/);
      expect(url).toMatch(/^https:\/\//);
      expect(publishedAt).toMatch(/^202[45]-\d\d-\d\dT00:00:00(\.000)?Z$/);
      expect(publisher.name).not.toBe('');
    }
    const derived = sources.filter(({ derivedFrom }) => derivedFrom !== null);
    expect(derived.map(({ publisher, derivedFrom }) => [publisher.name, derivedFrom!.publisher.name])).toEqual([
      ['MaltaToday', 'Euronews'],
    ]);
  });

  test('has exactly the contradictions of the table, each explained', async () => {
    const { story } = await ask(
      `query ($slug: String!) { story(slug: $slug) { contradictions(first: 100) { totalCount nodes {
        kind strength rule status explanation members { statement } question { property { key } disputed } } } } }`,
      { slug: SLUG },
    );
    const found = story.contradictions.nodes.map((node: { members: { statement: string }[] }) => ({
      ...node,
      members: node.members.map(({ statement }) => statement).sort(),
    }));
    const crash = 'Crash of flight J2-8243';
    const bird = `${crash}: bird strike as the cause`;
    const open = { status: 'OPEN' };
    const cause = { kind: 'CATEGORY', strength: 'CONFLICT', rule: 'category-disjoint', ...open };
    expect(story.contradictions.totalCount).toBe(8);
    expect(found).toHaveLength(8);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          kind: 'SCOPE',
          strength: 'TENSION',
          rule: 'part-of-whole',
          ...open,
          members: [`${crash}: 23 killed, Azerbaijani citizens only`, `${crash}: 38 killed`],
          explanation:
            '38 killed (Euronews, 26 December 2024) and 23 killed, Azerbaijani citizens only (ICDS, 10 January 2025): ' +
            'the figures differ, but the second counts a part of the first.',
          question: { property: { key: 'fatalities' }, disputed: true },
        },
        {
          ...cause,
          members: [`${crash}: air-defence missile as the cause`, bird],
          explanation:
            "Bird strike as the cause (Russia's aviation authority, via News.Az, 25 December 2024) and " +
            'air-defence missile as the cause (Azerbaijani government sources, via Euronews, 26 December 2024): ' +
            'each excludes the other.',
          question: { property: { key: 'cause' }, disputed: true },
        },
        {
          ...cause,
          members: [bird, `${crash}: external interference as the cause`],
          explanation:
            "Bird strike as the cause (Russia's aviation authority, via News.Az, 25 December 2024) and " +
            "external interference as the cause (Azerbaijan's authorities, via The Washington Post, 27 December 2024): " +
            'each excludes the other.',
          question: { property: { key: 'cause' }, disputed: true },
        },
        ...[
          ['28', "Kazakhstan's emergencies ministry, via Deutsche Welle, 25 December 2024,"],
          ['32', "Azerbaijan's prosecutor general, via Abasiama Blog, 26 December 2024,"],
        ].map(([survivors, who]) => ({
          kind: 'ARITHMETIC',
          strength: 'CONFLICT',
          rule: 'identity-broken',
          ...open,
          members: [`${crash}: ${survivors} survivors`, `${crash}: 38 killed`, `${crash}: 67 aboard`],
          explanation:
            '67 aboard (MaltaToday, 26 December 2024) and 38 killed (Euronews, 26 December 2024) leave 29 survivors; ' +
            `${who} reported ${survivors}: whoever was aboard died or survived.`,
          question: null,
        })),
        ...[
          ['28', '29'],
          ['28', '32'],
          ['29', '32'],
        ].map((pair) => ({
          kind: 'QUANTITY',
          strength: 'CONFLICT',
          rule: 'quantity-disjoint',
          ...open,
          members: pair.map((survivors) => `${crash}: ${survivors} survivors`),
          explanation: expect.stringContaining(' survivors ('),
          question: { property: { key: 'survivors' }, disputed: true },
        })),
      ]),
    );
    expect((await ask('{ contradictions { totalCount } }')).contradictions.totalCount).toBe(8);
  });

  test('survivors 29 follows from 67 aboard and 38 killed, whatever number was reported', async () => {
    const { story } = await ask(
      `query ($slug: String!) { story(slug: $slug) { questions(first: 100) { nodes { property { key }
        derivedPositions { value { amount lowerBound upperBound unit text } scope { dimension } explanation
          restsOn { statement } identities { label } } } } } }`,
      { slug: SLUG },
    );
    const derived = new Map<string, { restsOn: { statement: string }[] }[]>(
      story.questions.nodes.map((node: { property: { key: string }; derivedPositions: object[] }) => [
        node.property.key,
        node.derivedPositions,
      ]),
    );
    expect(derived.get('survivors')).toContainEqual({
      value: { amount: '29', lowerBound: '29', upperBound: '29', unit: null, text: '29' },
      scope: [],
      explanation:
        '67 aboard (MaltaToday, 26 December 2024) and 38 killed (Euronews, 26 December 2024) imply 29 survivors: ' +
        'whoever was aboard died or survived.',
      restsOn: expect.arrayContaining([
        { statement: 'Crash of flight J2-8243: 67 aboard' },
        { statement: 'Crash of flight J2-8243: 38 killed' },
      ]),
      identities: [{ label: 'whoever was aboard died or survived' }],
    });
    expect(derived.get('cause')).toEqual([]);
  });

  test.each([
    ['bird strike as the cause', ["Russia's aviation authority"], 2],
    ['air-defence missile as the cause', ['Aviation experts', 'Azerbaijani government sources', 'Media outlets'], 1],
    ['external interference as the cause', ["Azerbaijan's authorities", 'Azerbaijan.US'], 1],
    ['38 killed', ['Euronews', 'ICDS', "Kazakhstan's transport ministry", 'MaltaToday'], 3],
    ['67 aboard', ['ICDS', "Kazakhstan's transport ministry", 'MaltaToday'], 2],
    ['29 survivors', ["Kazakhstan's transport ministry"], 2],
    ['28 survivors', ["Kazakhstan's emergencies ministry"], 3],
    ['32 survivors', ["Azerbaijan's prosecutor general"], 3],
    ['23 killed, Azerbaijani citizens only', ['ICDS'], 1],
  ])('%s is claimed by whom it should be and has its contradictions', (statement, claimants, contradictions) => {
    const claim = claimOf(statement);
    const names = claim.citations.nodes.map(({ claimant, source }) => (claimant ?? source.publisher).name);
    expect([...new Set(names)].sort()).toEqual(claimants);
    expect(claim.contradictions.totalCount).toBe(contradictions);
  });

  test.each([
    ['The GPS of flight J2-8243 was jammed', 'gpsJammed', { boolean: true, text: 'yes' }],
    ['landing refused in Grozny', 'landingRefused', { concept: { prefLabel: 'Grozny' }, text: 'Grozny' }],
    ['diverted to Aktau', 'divertedTo', { concept: { prefLabel: 'Aktau' }, text: 'Aktau' }],
    ['on 25 December 2024', 'occurredOn', { edtf: '2024-12-25', text: '25 December 2024' }],
    ['near Aktau', 'crashedNear', { concept: { prefLabel: 'Aktau' }, text: 'Aktau' }],
  ])('%s is stored and contradicts nothing', (statement, key, value) => {
    const { property, ...claim } = claimOf(statement);
    expect(property.key).toBe(key);
    expect(claim).toMatchObject({ value, scope: [], polarity: 'AFFIRMED', contradictions: { totalCount: 0 } });
    expect(claim.citations.nodes.length).toBeGreaterThanOrEqual(1);
  });

  test('a missile is a kind of external interference, and Aktau is in Kazakhstan', async () => {
    const { causes, ...places } = await ask(`{ causes: concepts(scheme: "cause", first: 100) { nodes { ...Place } }
      aktau: concepts(scheme: "place", query: "Aktau") { nodes { ...Place } }
      grozny: concepts(scheme: "place", query: "Grozny") { nodes { ...Place } } }
      fragment Place on Concept { prefLabel broader { prefLabel } }`);
    const within = new Map(
      causes.nodes.map((node: { prefLabel: string; broader: object[] }) => [node.prefLabel, node.broader]),
    );
    expect(within.get('air-defence missile')).toEqual([{ prefLabel: 'missile' }]);
    expect(within.get('missile')).toEqual([{ prefLabel: 'hostile action' }]);
    expect(within.get('hostile action')).toEqual([{ prefLabel: 'external interference' }]);
    expect(places).toEqual({
      aktau: { nodes: [{ prefLabel: 'Aktau', broader: [{ prefLabel: 'Kazakhstan' }] }] },
      grozny: { nodes: [{ prefLabel: 'Grozny', broader: [{ prefLabel: 'Russia' }] }] },
    });
  });

  test('every quote is cut from its text at its offsets', () => {
    const citations = claims.flatMap((claim) => claim.citations.nodes);
    expect(citations.length).toBeGreaterThan(20);
    for (const { quote, snapshot, source } of citations) {
      expect(snapshot.text.slice(quote.start, quote.end)).toBe(quote.exact);
      expect(snapshot.text.slice(Math.max(0, quote.start - 32), quote.start)).toBe(quote.prefix);
      expect(snapshot.text.slice(quote.end, quote.end + 32)).toBe(quote.suffix);
      expect(source.snapshot.text).toBe(snapshot.text);
    }
  });

  test('a reprint and its original are one origin, and so is a claimant quoted twice', () => {
    expect(claimOf('38 killed').corroboration).toEqual({
      citations: 4,
      sources: 4,
      publishers: 4,
      independentOrigins: 3,
    });
    expect(claimOf('bird strike as the cause').corroboration).toMatchObject({ sources: 2, independentOrigins: 1 });
  });

  test('GraphiQL opens with a query that shows its contradictions', async () => {
    const { contradictions } = await ask(DEFAULT_QUERY);
    expect(contradictions.nodes).toHaveLength(8);
    expect(contradictions.nodes[0].members[0].citations.nodes[0].quote.exact).not.toBe('');
    const page = await (await fetch(`${app.url}/graphiql`)).text();
    expect(page).toContain('query Disagreements {');
  });

  test('figures that early reports gave conflict with it', async () => {
    const { story } = await ask(
      `query ($slug: String!) { story(slug: $slug) { id subjects { nodes { id } }
        claims(filter: { property: "fatalities" }) { nodes { scope { concept { id prefLabel } } } } } }`,
      { slug: SLUG },
    );
    const created = await app.graphql(
      'mutation ($input: SourceCreateInput!) { sourceCreate(input: $input) { source { id } userErrors { message } } }',
      { input: { story: story.id, title: 'Early report', text: 'Some said 72 were aboard, and 33 survived.' } },
    );
    const source = created.body.data.sourceCreate.source.id;
    const add = async (property: string, amount: string, exact: string) => {
      const { body } = await app.graphql(
        `mutation ($input: ClaimCreateInput!) { claimCreate(input: $input) {
          userErrors { message } contradictions { kind strength rule members { statement } } } }`,
        {
          input: {
            subject: story.subjects.nodes[0].id,
            property,
            value: { quantity: { amount } },
            citations: [{ source, quote: { exact }, saidOn: '2024-12-25' }],
          },
        },
      );
      expect(body.data.claimCreate.userErrors).toEqual([]);
      return body.data.claimCreate.contradictions.map(({ members, ...rest }: { members: { statement: string }[] }) => ({
        ...rest,
        members: members.map(({ statement }) => statement.replace('Crash of flight J2-8243: ', '')).sort(),
      }));
    };
    const quantity = (...members: string[]) => ({
      kind: 'QUANTITY',
      strength: 'CONFLICT',
      rule: 'quantity-disjoint',
      members,
    });
    const sum = (...members: string[]) => ({
      kind: 'ARITHMETIC',
      strength: 'CONFLICT',
      rule: 'identity-broken',
      members,
    });
    const aboard = await add('aboard', '72', '72 were aboard');
    expect(aboard).toHaveLength(4);
    expect(aboard).toEqual(
      expect.arrayContaining([
        quantity('67 aboard', '72 aboard'),
        ...['28', '29', '32'].map((survivors) => sum(`${survivors} survivors`, '38 killed', '72 aboard')),
      ]),
    );
    const survivors = await add('survivors', '33', '33 survived');
    expect(survivors).toHaveLength(5);
    expect(survivors).toEqual(
      expect.arrayContaining([
        ...['28', '29', '32'].map((other) => quantity(`${other} survivors`, '33 survivors')),
        ...['67', '72'].map((all) => sum('33 survivors', '38 killed', `${all} aboard`)),
      ]),
    );
  });
});
