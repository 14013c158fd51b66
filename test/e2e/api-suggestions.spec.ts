import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inOrder, recompute, stored } from '../support/recomputed.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { fingerprint, insertKey, startApi } from './support/api-database.js';

const MORNING = `The ferry Halcyon sank near Syros, Greece, on Saturday, killing at least 14 people. There were 52 people on board, the Greek coastguard said. About 30 people were injured.`;
const EVENING = `Twenty-one people died when the ferry Halcyon went down. Sixty-one people were on board, the shipping ministry said.`;

const SUGGESTION = `id status version confidence reader statement subjectLabel polarity certainty claimantName saidOn reason corrected
  decidedAt decidedBy { __typename } claim { id } source { id } property { key }
  quote { exact prefix suffix start end } scope { dimension concept { prefLabel } } unlistedScope { dimension text scheme }
  value { __typename ... on QuantityValue { amount lowerBound upperBound approximate text } ... on TimeValue { edtf }
    ... on ConceptValue { concept { prefLabel broader { prefLabel } } text }
    ... on UnlistedConceptValue { name: text scheme broader { prefLabel } } }`;
const OF_SOURCE = `query ($id: ID!, $status: SuggestionStatus, $first: Int, $after: String) { source(id: $id) {
  suggestions(status: $status, first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { ${SUGGESTION} } } } }`;
const OF_TEXT = `query ($text: String!, $publishedAt: DateTime, $vocabulary: [String!]) {
  suggestClaims(text: $text, publishedAt: $publishedAt, vocabulary: $vocabulary) { ${SUGGESTION} } }`;
const CLAIM = `claim { id statement polarity question { property { key } } subject { kind label } value { ... on QuantityValue { text }
    ... on ConceptValue { concept { prefLabel broader { prefLabel } } } } scope { dimension concept { prefLabel } }
  citations { nodes { quote { exact start } claimant { name kind } certainty saidOn source { title } } } }
  contradictions { kind strength members { id citations { nodes { quote { exact } source { title } } } } explanation } alreadyExisted`;

describe.each(oneDatabase)('claims read from texts, on %s', (kind) => {
  let app: TestApp;
  let story: string;
  let morning: string;
  beforeAll(async () => {
    app = await startApi(kind);
    const content = await readFile('packs/incident.yaml', 'utf8');
    await change(app, 'vocabularyImport', { input: { content } });
  });
  beforeEach(async () => {
    story = (await change(app, 'storyCreate', { input: { title: 'Sinking of the Halcyon' } })).story.id;
    morning = await addSource('Morning report', MORNING);
  });
  afterAll(() => app.close());

  async function addSource(title: string, text: string, publishedAt = '2031-05-05T06:00:00Z'): Promise<string> {
    return (await change(app, 'sourceCreate', { input: { story, title, text, publishedAt } })).source.id;
  }
  async function suggested(source: string, more: object = {}, key?: string | null): Promise<Json[]> {
    const options = key === undefined ? {} : { key };
    return (await read(app, OF_SOURCE, { id: source, ...more }, options)).source.suggestions.nodes;
  }
  async function find(source: string, property: string): Promise<Json> {
    const found = (await suggested(source)).filter((each: Json) => each.property.key === property);
    expect(found).toHaveLength(1);
    return found[0];
  }
  const accept = (id: string, input: object = {}): Promise<Json> =>
    change(app, 'suggestionAccept', { id, input }, CLAIM);
  const outcomes = async (): Promise<Json[]> => {
    const fields = 'property pending accepted corrected rejected precision';
    return (await read(app, `query ($id: ID!) { story(id: $id) { suggestionOutcomes { ${fields} } } }`, { id: story }))
      .story.suggestionOutcomes;
  };

  test('a source suggests claims with their words, hedges as bounds, and who is quoted', async () => {
    const before = await app.graphql('query ($id: ID!) { story(id: $id) { claims { totalCount } } }', { id: story });
    expect(before.body.data.story.claims.totalCount).toBe(0);
    const toll = await find(morning, 'fatalities');
    expect(toll).toMatchObject({
      status: 'PENDING',
      version: 1,
      reader: 'GRAMMAR',
      polarity: 'AFFIRMED',
      certainty: 'CERTAIN',
      claimantName: null,
      value: { __typename: 'QuantityValue', amount: '14', lowerBound: '14', upperBound: null, approximate: false },
      scope: [],
      claim: null,
      source: { id: morning },
      corrected: [],
      decidedBy: null,
    });
    expect(toll.confidence).toBeGreaterThan(0.5);
    for (const { quote } of await suggested(morning)) {
      expect(MORNING.slice(quote.start, quote.end)).toBe(quote.exact);
      expect(MORNING.slice(0, quote.start).endsWith(quote.prefix)).toBe(true);
    }
    expect(await find(morning, 'aboard')).toMatchObject({ claimantName: 'Greek coastguard', value: { amount: '52' } });
    expect(await find(morning, 'injured')).toMatchObject({ value: { lowerBound: '25', upperBound: '35' } });
    expect(await find(morning, 'occurredOn')).toMatchObject({ value: { edtf: '2031-05-03' } });
    const after = await app.graphql('query ($id: ID!) { story(id: $id) { claims { totalCount } } }', { id: story });
    expect(after.body.data.story.claims.totalCount).toBe(0);
  });

  test('the text is read once, by pages in its order, and gives the same whenever it is read', async () => {
    const all = await suggested(morning);
    const sums = await fingerprint(app.database);
    expect(await suggested(morning)).toEqual(all);
    expect(await fingerprint(app.database)).toEqual(sums);
    const starts = all.map(({ quote }) => quote.start as number);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const first = (await read(app, OF_SOURCE, { id: morning, first: 2 })).source.suggestions;
    expect(first.totalCount).toBe(all.length);
    const rest = await suggested(morning, { first: 100, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest]).toEqual(all);
    const twin = await addSource('The same again', MORNING);
    const said = (each: Json): object => ({ ...each, id: null, source: null });
    expect((await suggested(twin)).map(said)).toEqual(all.map(said));
  });

  test('bare text suggests the same and stores nothing', async () => {
    const sums = await fingerprint(app.database);
    const variables = { text: MORNING, publishedAt: '2031-05-05T06:00:00Z' };
    const loose = (await read(app, OF_TEXT, variables, { key: null })).suggestClaims as Json[];
    expect(await fingerprint(app.database)).toEqual(sums);
    expect(new Set(loose.map(({ id }) => id)).size).toBe(loose.length);
    expect(await read(app, 'query ($id: ID!) { node(id: $id) { id } }', { id: loose[0].id })).toEqual({ node: null });
    const said = (each: Json): object => ({ ...each, id: null, source: null });
    expect(loose.map(said)).toEqual((await suggested(morning)).map(said));
    expect((await read(app, OF_TEXT, { ...variables, vocabulary: ['harvest'] })).suggestClaims).toEqual([]);
  });

  test('two reports are accepted as they are: the claims with their citations, and what they contradict', async () => {
    const evening = await addSource('Evening report', EVENING, '2031-05-05T18:00:00Z');
    const aboard = await find(morning, 'aboard');
    const first = await accept(aboard.id);
    expect(first.claim).toMatchObject({
      polarity: 'AFFIRMED',
      question: { property: { key: 'aboard' } },
      subject: { kind: 'EVENT', label: 'Sinking of the Halcyon' },
      value: { text: '52' },
      scope: [],
    });
    expect(first.claim.citations.nodes).toEqual([
      {
        quote: { exact: aboard.quote.exact, start: aboard.quote.start },
        claimant: { name: 'Greek coastguard', kind: 'OTHER' },
        certainty: 'CERTAIN',
        saidOn: aboard.saidOn,
        source: { title: 'Morning report' },
      },
    ]);
    expect(first.contradictions).toEqual([]);
    const second = await accept((await find(evening, 'aboard')).id);
    expect(second.contradictions).toMatchObject([{ kind: 'QUANTITY', strength: 'CONFLICT' }]);
    const quotes = second.contradictions[0].members
      .flatMap(({ citations }: Json) => citations.nodes)
      .map(({ source, quote }: Json) => `${source.title}: ${quote.exact}`);
    expect(quotes.sort()).toEqual([
      'Evening report: Sixty-one people were on board, the shipping ministry said.',
      'Morning report: There were 52 people on board, the Greek coastguard said.',
    ]);
    expect(await find(morning, 'aboard')).toMatchObject({
      status: 'ACCEPTED',
      version: 2,
      claim: { id: first.claim.id },
      decidedBy: { __typename: 'User' },
      corrected: [],
    });
    expect(inOrder(await stored(app.database))).toEqual(inOrder(await recompute(app.database)));
  });

  test('a place that the vocabulary lacks is added where its scheme is open, and suggested no second time', async () => {
    const town = `Town${story.slice(-6).replace(/[^A-Za-z]/g, 'x')}`;
    const name = town.charAt(0) + town.slice(1).toLowerCase();
    const source = await addSource('From the coast', `The ferry Halcyon sank near ${name}, Greece, on Saturday.`);
    const place = await find(source, 'occurredAt');
    const greece = { prefLabel: 'Greece' };
    expect(place.value).toEqual({ __typename: 'UnlistedConceptValue', name, scheme: 'place', broader: greece });
    const refused = await attempt(app, 'suggestionAccept', { id: place.id, input: { addConcepts: false } });
    expect(refused.userErrors).toMatchObject([{ code: 'REQUIRED', field: ['input', 'value'] }]);
    const { claim } = await accept(place.id);
    expect(claim.value).toEqual({ concept: { prefLabel: name, broader: [greece] } });
    expect(await find(source, 'occurredAt')).toMatchObject({ id: place.id, status: 'ACCEPTED', value: { text: name } });
  });

  test('corrections are kept beside what was suggested, and outcomes are counted by property', async () => {
    const toll = await find(morning, 'fatalities');
    const { agent } = await change(app, 'agentCreate', { input: { name: 'A survivor', kind: 'PERSON' } });
    const input = {
      value: { quantity: { amount: '14' } },
      certainty: 'PROBABLE',
      polarity: 'AFFIRMED',
      claimant: agent.id,
    };
    const { claim } = await accept(toll.id, input);
    expect(claim.value).toEqual({ text: '14' });
    expect(claim.citations.nodes).toMatchObject([{ certainty: 'PROBABLE', claimant: { name: 'A survivor' } }]);
    expect(await find(morning, 'fatalities')).toMatchObject({
      status: 'ACCEPTED',
      value: { lowerBound: '14', upperBound: null },
      corrected: ['VALUE', 'CERTAINTY', 'CLAIMANT'],
    });
    const aboard = await find(morning, 'aboard');
    await accept(aboard.id, { value: { quantity: { amount: '52' } }, scope: [], quote: { exact: aboard.quote.exact } });
    const { id } = await find(morning, 'injured');
    const { suggestion } = await change(
      app,
      'suggestionReject',
      { id, reason: 'That was another ship.' },
      `suggestion { ${SUGGESTION} }`,
    );
    expect(suggestion).toMatchObject({ status: 'REJECTED', version: 2, reason: 'That was another ship.', claim: null });
    const counted = await outcomes();
    const of = (key: string): Json => counted.find(({ property }) => property === key);
    expect(of('aboard')).toEqual({
      property: 'aboard',
      pending: 0,
      accepted: 1,
      corrected: 0,
      rejected: 0,
      precision: 1,
    });
    expect(of('fatalities')).toMatchObject({ accepted: 0, corrected: 1, precision: 0 });
    expect(of('injured')).toMatchObject({ rejected: 1, precision: 0 });
    expect(of('occurredOn')).toMatchObject({ pending: 1, precision: null });
    expect((await suggested(morning, { status: 'REJECTED' })).map((each: Json) => each.id)).toEqual([id]);
  });

  test('what is decided, has changed or cannot stand is refused, and changes nothing', async () => {
    const { id } = await find(morning, 'aboard');
    const other = await find(morning, 'fatalities');
    await accept(id);
    const { story: elsewhere } = await change(app, 'storyCreate', { input: { title: 'Another story' } });
    const far = { story: elsewhere.id, kind: 'EVENT', label: 'Another sinking' };
    const { subject } = await change(app, 'subjectCreate', { input: far });
    const sums = await fingerprint(app.database);
    const refusals: [string, Parameters<typeof attempt>[1], object, string, string[]][] = [
      ['accepted twice', 'suggestionAccept', { id }, 'ILLEGAL_STATE', ['id']],
      ['rejected after', 'suggestionReject', { id, reason: 'No.' }, 'ILLEGAL_STATE', ['id']],
      ['stale', 'suggestionAccept', { id: other.id, expectedVersion: 7 }, 'STALE_VERSION', ['expectedVersion']],
      ['stale, too', 'suggestionReject', { id: other.id, expectedVersion: 7 }, 'STALE_VERSION', ['expectedVersion']],
      ['no suggestion', 'suggestionAccept', { id: morning }, 'WRONG_TYPE', ['id']],
      [
        'wrong words',
        'suggestionAccept',
        { id: other.id, input: { quote: { exact: 'None drowned.' } } },
        'QUOTE_NOT_FOUND',
        ['input', 'quote', 'exact'],
      ],
      [
        'wrong datatype',
        'suggestionAccept',
        { id: other.id, input: { value: { text: 'many' } } },
        'WRONG_DATATYPE',
        ['input', 'value', 'text'],
      ],
      [
        'subject of another story',
        'suggestionAccept',
        { id: other.id, input: { subject: subject.id } },
        'WRONG_STORY',
        ['input', 'source'],
      ],
    ];
    for (const [what, name, variables, code, field] of refusals) {
      const { userErrors } = await attempt(app, name, variables);
      expect([what, userErrors]).toMatchObject([what, [{ code, field }]]);
    }
    expect(await fingerprint(app.database)).toEqual(sums);
  });

  test('of two who accept at once one makes the claim', async () => {
    const { id } = await find(morning, 'aboard');
    const both = await Promise.all([1, 2].map(() => attempt(app, 'suggestionAccept', { id }, CLAIM)));
    expect(both.map(({ userErrors }) => userErrors.map(({ code }: Json) => code)).sort()).toEqual([
      [],
      ['ILLEGAL_STATE'],
    ]);
  });

  test('readers see no suggestions, and contributors do', async () => {
    const { id } = await find(morning, 'aboard');
    expect(await suggested(morning, {}, null)).toEqual([]);
    const node = 'query ($id: ID!) { node(id: $id) { __typename } }';
    expect(await read(app, node, { id }, { key: null })).toEqual({ node: null });
    const contributor = await insertKey(app.database, { role: 'CONTRIBUTOR' });
    expect(await read(app, node, { id }, { key: contributor })).toEqual({ node: { __typename: 'ClaimSuggestion' } });
  });

  test('a page of sources with their suggestions costs as many statements as one source', async () => {
    const query = `query ($id: ID!, $first: Int) { story(id: $id) { sources(first: $first) { nodes {
      suggestions(first: 5) { nodes { ${SUGGESTION} } } } } } }`;
    for (const title of ['Second', 'Third', 'Fourth']) await addSource(title, MORNING);
    await app.graphql(query, { id: story, first: 10 });
    const one = await app.graphql(query, { id: story, first: 1 });
    const four = await app.graphql(query, { id: story, first: 10 });
    expect(four.body.data.story.sources.nodes).toHaveLength(4);
    expect(four.sqlStatements).toBe(one.sqlStatements);
  });

  test('the service answers others while a long text is read', async () => {
    const text = `${MORNING}\n\n`.repeat(800);
    const long = app.graphql(OF_TEXT, { text });
    let isRead = false;
    void long.finally(() => (isRead = true));
    const { status } = await app.graphql('{ viewer { role } }');
    expect([status, isRead]).toEqual([200, false]);
    expect((await long).body.data.suggestClaims.length).toBeGreaterThan(0);
  });
});
