import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { World, type ClaimWords } from './support/api-world.js';

const VALUE = `value { __typename
  ... on QuantityValue { amount lowerBound upperBound lowerExclusive upperExclusive approximate unit text }
  ... on TimeValue { edtf earliest latest text } ... on ConceptValue { concept { prefLabel } text }
  ... on BooleanValue { boolean text } ... on TextValue { text language } ... on UnknownValue { text } }`;

describe.each(testDatabases)('claims on %s', (kind) => {
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

  const claimOf = async (id: string, selection: string): Promise<Json> =>
    (await read(app, `query ($id: ID!) { claim(id: $id) { ${selection} } }`, { id })).claim;
  const figures = { lowerExclusive: false, upperExclusive: false, approximate: false, unit: null };

  test.each<[words: ClaimWords, value: object, statement: string]>([
    [
      { quantity: '38' },
      { __typename: 'QuantityValue', amount: '38', lowerBound: '38', upperBound: '38', ...figures, text: '38' },
      'The crash: 38 killed',
    ],
    [
      { quantity: { lowerBound: '30', lowerExclusive: true } },
      { amount: null, lowerBound: '30', upperBound: null, ...figures, lowerExclusive: true, text: 'more than 30' },
      'The crash: more than 30 killed',
    ],
    [
      { property: 'altitude', quantity: { amount: '1.5', unit: 'km' } },
      { amount: '1.5', lowerBound: '1.5', upperBound: '1.5', unit: 'km', text: '1.5 km' },
      'The crash: Altitude: 1.5 km',
    ],
    [
      { property: 'score', quantity: '1234567890123456789012345678901234567890' },
      { amount: '1234567890123456789012345678901234567890' },
      'The crash: Score: 1,234,567,890,123,456,789,012,345,678,901,234,567,890',
    ],
    [
      { property: 'score', quantity: '-0.0000000000000000000000000000000000000001' },
      { amount: '-0.0000000000000000000000000000000000000001' },
      'The crash: Score: -0.0000000000000000000000000000000000000001',
    ],
    [{ property: 'score', quantity: '1.20e3' }, { amount: '1200', lowerBound: '1200' }, 'The crash: Score: 1200'],
    [
      { property: 'occurredOn', time: '2024-12-25~' },
      {
        __typename: 'TimeValue',
        edtf: '2024-12-25~',
        earliest: '2024-12-24T00:00:00.000Z',
        latest: '2024-12-26T23:59:59.999Z',
      },
      'The crash: Date: about 25 December 2024',
    ],
    [
      { property: 'occurredOn', time: '0001' },
      { edtf: '0001', earliest: '0001-01-01T00:00:00.000Z', latest: '0001-12-31T23:59:59.999Z' },
      'The crash: Date: 1',
    ],
    [
      { property: 'occurredOn', time: '../9999' },
      { edtf: '../9999', earliest: '0001-01-01T00:00:00.000Z', latest: '9999-12-31T23:59:59.999Z' },
      'The crash: Date: until 9999',
    ],
    [
      { property: 'cause', concept: 'missile' },
      { __typename: 'ConceptValue', concept: { prefLabel: 'missile' }, text: 'missile' },
      'The crash: Cause: missile',
    ],
    [
      { property: 'jammed', boolean: false },
      { __typename: 'BooleanValue', boolean: false, text: 'no' },
      'The crash: GPS jammed: no',
    ],
    [
      { property: 'motive', text: 'Two lines\nof “text” 😀' },
      { __typename: 'TextValue', text: 'Two lines\nof “text” 😀', language: null },
      'The crash: Motive: Two lines\nof “text” 😀',
    ],
    [{ unknown: true }, { __typename: 'UnknownValue', text: 'not known' }, 'The crash: Fatalities: not known'],
    [
      { quantity: '3', scope: { role: 'crew', nationality: 'Russian' }, polarity: 'DENIED' },
      { amount: '3' },
      'The crash: denied: 3 killed, Russian, crew only',
    ],
    [{ quantity: '38', statement: 'Thirty-eight died.' }, { amount: '38' }, 'Thirty-eight died.'],
  ])('%j comes back as it was written', async (words, value, statement) => {
    const { claim, alreadyExisted } = await world.claim(words);
    const read = await claimOf(
      claim.id,
      `polarity status rank version statement ${VALUE} scope { dimension concept { prefLabel } }`,
    );
    expect(alreadyExisted).toBe(false);
    expect(read).toMatchObject({ status: 'DRAFT', rank: 'NORMAL', version: 1, statement, value });
    expect(read.polarity).toBe(words.polarity ?? 'AFFIRMED');
    expect(read.scope).toEqual(
      Object.entries(words.scope ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([dimension, prefLabel]) => ({ dimension, concept: { prefLabel } })),
    );
  });

  test.each<[string, ClaimWords, ClaimWords]>([
    [
      '1.5 km and 1500 m',
      { property: 'altitude', quantity: { amount: '1.5', unit: 'km' } },
      { property: 'altitude', quantity: '1500' },
    ],
    ['38 and 38.0', { quantity: '38' }, { quantity: '38.0' }],
    ['38 and 3.8e1 persons', { quantity: '38' }, { quantity: { amount: '3.8e1', unit: 'person' } }],
    ['38 and from 38 to 38', { quantity: '38' }, { quantity: { lowerBound: '38', upperBound: '38' } }],
    [
      'a day and the interval of that day',
      { property: 'occurredOn', time: '2024-12-25' },
      { property: 'occurredOn', time: '2024-12-25/2024-12-25' },
    ],
    [
      'a scope and the same in another order',
      { quantity: '3', scope: { role: 'crew', nationality: 'Russian' } },
      { quantity: '3', scope: { nationality: 'Russian', role: 'crew' } },
    ],
    [
      'texts that differ in white space',
      { property: 'motive', text: 'A  grudge' },
      { property: 'motive', text: ' A grudge ' },
    ],
    ['another statement', { quantity: '38' }, { quantity: '38', statement: 'In other words.' }],
  ])('%s are one claim with two citations', async (_what, one, same) => {
    const { claim } = await world.claim(one);
    const again = await world.claim(same);
    expect(again).toMatchObject({
      alreadyExisted: true,
      contradictions: [],
      claim: { id: claim.id, statement: claim.statement },
    });
    expect(await claimOf(claim.id, 'version citations { totalCount } story { claims { totalCount } }')).toEqual({
      version: 2,
      citations: { totalCount: 2 },
      story: { claims: { totalCount: 1 } },
    });
  });

  test.each<[string, ClaimWords]>([
    ['polarity', { quantity: '38', polarity: 'DENIED' }],
    ['scope', { quantity: '38', scope: { role: 'crew' } }],
    ['property', { property: 'aboard', quantity: '38' }],
    ['bounds', { quantity: { amount: '38', lowerBound: '38' } }],
  ])('another %s is another claim', async (_what, words) => {
    const { claim } = await world.claim({ quantity: '38' });
    const other = await world.claim(words);
    expect(other.alreadyExisted).toBe(false);
    expect(other.claim.id).not.toBe(claim.id);
  });

  test('the same claim in another story is another claim', async () => {
    const elsewhere = await first.another();
    const { claim } = await world.claim({ quantity: '38' });
    expect(await elsewhere.claim({ quantity: '40' })).toMatchObject({ alreadyExisted: false, contradictions: [] });
    expect((await elsewhere.claim({ quantity: '38' })).claim.id).not.toBe(claim.id);
  });

  test('the same words again change nothing but the record of who asked', async () => {
    const words = { quantity: '38', quote: 'Entry 7 of the log.' };
    const { claim } = await world.claim(words);
    const { audit_event: before, audit_chain: entries, ...rest } = await fingerprint(app.database);
    expect(await world.claim(words)).toMatchObject({
      alreadyExisted: true,
      claim: { id: claim.id },
      contradictions: [],
    });
    const { audit_event: after, audit_chain: more, ...same } = await fingerprint(app.database);
    expect(same).toEqual(rest);
    expect(after).not.toBe(before);
    expect(more).not.toBe(entries);
  });

  test('a citation given twice in one input is one citation', async () => {
    const input = world.inputOf({ quantity: '38' });
    input.citations.push(input.citations[0], world.citationOf());
    const { claim } = await change(app, 'claimCreate', { input });
    expect(await claimOf(claim.id, 'citations { totalCount }')).toEqual({ citations: { totalCount: 2 } });
  });

  test('the same words for another claimant are another citation', async () => {
    const claimant = await world.agent('The ministry');
    const words = { quantity: '38', quote: 'Entry 7 of the log.' };
    const { claim } = await world.claim(words);
    await world.claim({ ...words, claimant });
    const { citations } = await claimOf(claim.id, 'citations { nodes { claimant { name } } }');
    expect(citations.nodes).toEqual([{ claimant: null }, { claimant: { name: 'The ministry' } }]);
  });

  test('a change of the value takes the made statement along, and a written one only when told to', async () => {
    const { claim: made } = await world.claim({ quantity: '38' });
    const { claim: written } = await world.claim({ property: 'aboard', quantity: '67', statement: 'Sixty-seven.' });
    expect((await world.update(made.id, { quantity: '39' })).claim).toMatchObject({
      version: 2,
      statement: 'The crash: 39 killed',
    });
    expect((await world.update(written.id, { quantity: '72' })).claim).toMatchObject({
      version: 2,
      statement: 'Sixty-seven.',
    });
    expect((await world.update(written.id, { statement: 'Seventy-two.' })).claim).toMatchObject({
      version: 3,
      statement: 'Seventy-two.',
    });
    expect(await claimOf(written.id, VALUE)).toMatchObject({ value: { amount: '72' } });
  });

  test('a change to what the claim says already is no change', async () => {
    const { claim } = await world.claim({ quantity: '38' });
    const before = await fingerprint(app.database);
    expect((await world.update(claim.id, { quantity: '38.0' })).claim.version).toBe(1);
    expect((await world.update(claim.id, {})).claim.version).toBe(1);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('a change that reads alike but means something else is a change', async () => {
    const { claim } = await world.claim({ quantity: { amount: '40', approximate: true } });
    await world.update(claim.id, { quantity: { amount: '40', approximate: true, lowerBound: '20', upperBound: '60' } });
    expect(await claimOf(claim.id, `version ${VALUE}`)).toMatchObject({
      version: 2,
      value: { lowerBound: '20', upperBound: '60' },
    });
  });

  test('what was changed can be claimed anew, and a changed claim is found by what it says now', async () => {
    const { claim } = await world.claim({ quantity: '38' });
    await world.update(claim.id, { quantity: '39', scope: { role: 'crew' } });
    expect(await world.claim({ quantity: '38' })).toMatchObject({ alreadyExisted: false });
    expect(await world.claim({ quantity: '39', scope: { role: 'crew' } })).toMatchObject({
      alreadyExisted: true,
      claim: { id: claim.id },
    });
  });

  test('a citation can be removed while another is left, and its words be cited again', async () => {
    const { claim } = await world.claim({ quantity: '38', quote: 'Entry 7 of the log.' });
    const { citation } = await world.cite(claim.id, { quote: 'Entry 8 of the log.' });
    const payload = await change(
      app,
      'citationRemove',
      { id: citation.id, reason: 'Says something else.' },
      'citation { id } claim { id }',
    );
    expect(payload).toMatchObject({ citation: null, claim: { id: claim.id } });
    expect(await read(app, 'query ($id: ID!) { node(id: $id) { id } }', { id: citation.id })).toEqual({ node: null });
    await world.cite(claim.id, { quote: 'Entry 8 of the log.' });
    expect(await claimOf(claim.id, 'citations { totalCount }')).toEqual({ citations: { totalCount: 2 } });
  });

  test('a source of a million characters of any script is kept and quoted to the letter', async () => {
    const text = `${'飛'.repeat(999_990)} 着陸 😀 end`;
    const source = await world.addSource({ text });
    const { claim } = await world.claim({ quantity: '38', source, quote: '着陸 😀' });
    const { citations } = await claimOf(claim.id, 'citations { nodes { quote { start end } snapshot { text } } }');
    expect(citations.nodes[0].quote).toEqual({ start: 999_991, end: 999_991 + '着陸 😀'.length });
    expect(citations.nodes[0].snapshot.text === text).toBe(true);
  });
});
