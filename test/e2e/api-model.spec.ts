import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import {
  complete,
  fail,
  MODEL_KEY,
  MODEL_NAME,
  startModelServer,
  type ModelAnswer,
  type ModelServer,
} from '../support/model-server.js';
import { startApp, type TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { fingerprint, insertKey, startApi } from './support/api-database.js';
import { refusedBy } from './support/api-rows.js';

/** The grammar reads the toll and the day; what the storm did to the pier it cannot know. */
const TEXT =
  'The trawler Osprey went down off Vigo, Spain, on Tuesday, killing nine people. ' +
  'A rogue wave, harbour master Ines Portas believes, was what did it.';
const TOLL = { property: 'fatalities', value: 'nine', quote: 'killing nine people' };
const CAUSE = {
  property: 'cause',
  value: 'rough sea',
  certainty: 'PROBABLE',
  claimant: 'Ines Portas',
  quote: 'A rogue wave, harbour master Ines Portas believes',
};

const SUGGESTION = `id reader status version statement confidence certainty claimantName property { key } quote { exact start end }`;
const READING = 'modelReading { model status problem retryAt }';
const OF_SOURCE = `query ($id: ID!) { source(id: $id) { ${READING} suggestions(first: 100) { nodes { ${SUGGESTION} } } } }`;
const OF_TEXT = `query ($text: String!) { readText(text: $text, publishedAt: "2031-05-08T06:00:00Z") {
  ${READING} suggestions { ${SUGGESTION} } } }`;

describe.each(oneDatabase)('claims read by a language model, on %s', (kind) => {
  let server: ModelServer;
  let app: TestApp;
  let story: string;
  beforeAll(async () => {
    server = await startModelServer();
    app = await startApi(kind, settings());
    await change(app, 'vocabularyImport', { input: { content: await readFile('packs/incident.yaml', 'utf8') } });
    story = (await change(app, 'storyCreate', { input: { title: 'Sinking of the Osprey' } })).story.id;
  });
  beforeEach(() => {
    server.answers.clear();
    server.asked.length = 0;
  });
  afterEach(() => expect(server.complaints).toEqual([]));
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  function settings(more: Record<string, string> = {}): Record<string, string> {
    return {
      GAINSAY_MODEL_URL: server.url,
      GAINSAY_MODEL_KEY: MODEL_KEY,
      GAINSAY_MODEL_NAME: MODEL_NAME,
      GAINSAY_MODEL_TIMEOUT: '120',
      ...more,
    };
  }
  /** A second service on the same database. */
  function another(more: Record<string, string>): Promise<TestApp> {
    return startApp({ kind, database: app.database, close: () => Promise.resolve() }, settings(more));
  }
  /** Each test has words of its own, by which the model tells texts apart. */
  let count = 0;
  function textWith(...answers: ModelAnswer[]): string {
    count += 1;
    const words = `Report number ${count} of the agency.`;
    server.answers.set(words, answers);
    return `${TEXT} ${words}`;
  }
  async function addSource(text: string): Promise<string> {
    const input = { story, title: `Report ${count}`, text, publishedAt: '2031-05-08T06:00:00Z' };
    return (await change(app, 'sourceCreate', { input })).source.id;
  }
  /** What a source suggests once the model is done with it. */
  async function settled(id: string, from = app): Promise<Json> {
    for (;;) {
      const { source } = await read(from, OF_SOURCE, { id });
      if (source.modelReading?.status !== 'READING') return source;
      await pause(20);
    }
  }
  const by = (reader: string, { suggestions }: Json): Json[] =>
    ((suggestions.nodes ?? suggestions) as Json[]).filter((each) => each.reader === reader);

  test('the grammar’s suggestions come at once, the model’s join them, and its quotes are the text’s', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const told = complete(
      JSON.stringify({
        claims: [
          { ...TOLL, ...REST },
          { ...CAUSE, ...REST, ...HEDGED },
        ],
      }),
    );
    const text = textWith((response) => void asked.then(() => told(response)));
    const source = await addSource(text);
    const { source: first } = await read(app, OF_SOURCE, { id: source });
    expect(first.modelReading).toEqual({ model: MODEL_NAME, status: 'READING', problem: null, retryAt: null });
    expect(by('GRAMMAR', first).map(({ property }) => property.key)).toContain('fatalities');
    expect(by('MODEL', first)).toEqual([]);
    answer();
    const second = await settled(source);
    expect(second.modelReading).toEqual({ model: MODEL_NAME, status: 'READ', problem: null, retryAt: null });
    expect(by('GRAMMAR', second)).toEqual(by('GRAMMAR', first));
    const quote = 'A rogue wave, harbour master Ines Portas believes, was what did it.';
    const start = text.indexOf(quote);
    expect(by('MODEL', second)).toMatchObject([
      {
        property: { key: 'cause' },
        statement: 'rough sea as the cause',
        certainty: 'PROBABLE',
        claimantName: 'Ines Portas',
        confidence: 0.5,
        quote: { exact: quote, start, end: start + quote.length },
      },
    ]);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]!.text).toBe(`Published: 2031-05-08\n\nPassage:\n${text}`);
    expect(server.asked[0]!.instructions).toContain('- fatalities: ');
  });

  test('what the model invents is dropped, whatever else it says', async () => {
    const inventions = [
      { ...CAUSE, quote: 'A rogue wave was what the harbour master blamed' },
      { ...CAUSE, value: 'sea monster' },
      { ...CAUSE, claimant: 'the coastguard' },
      { ...TOLL, value: 'ninety' },
      { ...TOLL, property: 'sailors' },
      { ...TOLL, scope: [{ dimension: 'hair', concept: 'red' }] },
      { ...TOLL, quote: 9 },
    ];
    const source = await settled(await addSource(textWith([...inventions, CAUSE])));
    expect(source.modelReading).toMatchObject({ status: 'READ', problem: null });
    expect(by('MODEL', source)).toMatchObject([{ statement: 'rough sea as the cause', claimantName: 'Ines Portas' }]);
  });

  test('a suggestion of the model is accepted like any other', async () => {
    const source = await settled(await addSource(textWith([CAUSE])));
    const { id, quote } = by('MODEL', source)[0]!;
    const { claim } = await change(
      app,
      'suggestionAccept',
      { id },
      `claim { statement citations { nodes {
      certainty quote { exact } claimant { name } } } }`,
    );
    expect(claim.citations.nodes).toEqual([
      { certainty: 'PROBABLE', quote: { exact: quote.exact }, claimant: { name: 'Ines Portas' } },
    ]);
  });

  test('an overloaded model is asked again', async () => {
    const text = textWith(fail(429), fail(503, { 'retry-after': '1' }), [CAUSE]);
    const source = await settled(await addSource(text));
    expect(source.modelReading).toMatchObject({ status: 'READ', problem: null });
    expect(by('MODEL', source)).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  });

  test.each<[string, ModelAnswer, string]>([
    ['refuses', fail(401), 'REFUSED'],
    ['sends one elsewhere', fail(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }), 'REFUSED'],
    ['answers with no JSON', complete('Here are the claims: none.'), 'BAD_ANSWER'],
    ['answers in another form', complete('{"answers": []}'), 'BAD_ANSWER'],
    ['breaks off', complete('{"claims": []}', 'length'), 'BAD_ANSWER'],
    ['sends no completion', (response) => void response.writeHead(200).end('<html></html>'), 'BAD_ANSWER'],
    ['says too much', (response) => void response.writeHead(200).end(' '.repeat(2_000_000)), 'BAD_ANSWER'],
    ['hangs up', (response) => void response.destroy(), 'UNREACHABLE'],
  ])('a model that %s is told, and harms nothing', async (_, answer, problem) => {
    const id = await addSource(textWith(answer));
    const source = await settled(id);
    expect(source.modelReading).toMatchObject({ status: 'FAILED', problem });
    expect(new Date(source.modelReading.retryAt).getTime()).toBeGreaterThan(Date.now());
    expect(by('GRAMMAR', source).map(({ property }) => property.key)).toContain('fatalities');
    const asked = server.asked.length;
    expect(await settled(id)).toEqual(source);
    expect(server.asked).toHaveLength(asked);
  });

  test('a model that hangs is told, and harms nothing', async () => {
    const id = await addSource(textWith(() => undefined));
    const hasty = await another({ GAINSAY_MODEL_TIMEOUT: '1' });
    try {
      const source = await settled(id, hasty);
      expect(source.modelReading).toMatchObject({ status: 'FAILED', problem: 'TOO_SLOW' });
      expect(by('GRAMMAR', source).map(({ property }) => property.key)).toContain('fatalities');
    } finally {
      await hasty.close();
    }
  });

  test('what failed is tried again when it is due, and later each time', async () => {
    const id = await addSource(textWith(fail(404), fail(404), [CAUSE]));
    const pauses: number[] = [];
    for (let failures = 0; failures < 2; failures += 1) {
      const { modelReading } = await settled(id);
      expect(modelReading).toMatchObject({ status: 'FAILED', problem: 'REFUSED' });
      const [row] = await app.database.query<{ pause: number }>(Prisma.sql`
        UPDATE source_reading SET model_due_at = now() - interval '1 second' WHERE model_problem = 'REFUSED' AND model_due_at > now()
        AND source_id = (SELECT id FROM source WHERE title = ${`Report ${count}`})
        RETURNING extract(epoch FROM model_due_at - read_at)::float8 AS pause`);
      expect(row).toBeDefined();
      pauses.push(new Date(modelReading.retryAt).getTime());
    }
    expect(pauses[1]! - pauses[0]!).toBeGreaterThan(10 * 60_000);
    await read(app, OF_SOURCE, { id });
    expect((await settled(id)).modelReading).toMatchObject({ status: 'READ', problem: null, retryAt: null });
  });

  test('of a long text the passages that were answered are kept', async () => {
    const filler = 'Nothing else was heard from the harbour that night, and nobody asked. '.repeat(90);
    const text = `${textWith([CAUSE])}\n\n${filler}\n\nThe last report was lost.`;
    server.answers.set('The last report was lost.', [complete('')]);
    const source = await settled(await addSource(text));
    expect(source.modelReading).toMatchObject({ status: 'PARTIAL', problem: 'BAD_ANSWER' });
    expect(by('MODEL', source)).toHaveLength(1);
    expect(server.asked.map((each) => each.text.replace(/^[^]*Passage:\n/, '')).join('')).toHaveLength(text.length);
  });

  test('another model reads anew: what is decided stays, what only the old one said goes', async () => {
    const wave = { ...CAUSE, quote: 'was what did it' };
    const place = { property: 'occurredAt', value: 'Vigo', polarity: 'DENIED', quote: 'off Vigo, Spain' };
    const id = await addSource(textWith([CAUSE, place], [{ ...wave, certainty: 'POSSIBLE' }]));
    const before = await settled(id);
    expect(by('MODEL', before)).toHaveLength(2);
    const rejected = by('MODEL', before).find(({ property }) => property.key === 'cause');
    await change(app, 'suggestionReject', { id: rejected.id, reason: 'A guess.' });
    const other = await another({ GAINSAY_MODEL_NAME: 'reader-2' });
    try {
      const after = await settled(id, other);
      expect(after.modelReading).toMatchObject({ model: 'reader-2', status: 'READ' });
      expect(by('MODEL', after)).toEqual([{ ...rejected, status: 'REJECTED', version: 2 }]);
      expect(by('GRAMMAR', after)).toEqual(by('GRAMMAR', before));
    } finally {
      await other.close();
    }
  });

  test('bare text is read for those who may write, and nobody else’s leaves the service', async () => {
    const text = textWith([TOLL, CAUSE]);
    const sums = await fingerprint(app.database);
    const { readText } = await read(app, OF_TEXT, { text });
    expect(readText.modelReading).toEqual({ model: MODEL_NAME, status: 'READ', problem: null, retryAt: null });
    expect(by('MODEL', readText)).toMatchObject([{ statement: 'rough sea as the cause' }]);
    const starts = (readText.suggestions as Json[]).map(({ quote }) => quote.start as number);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const bare = `query ($text: String!) { suggestClaims(text: $text, publishedAt: "2031-05-08T06:00:00Z") { ${SUGGESTION} } }`;
    expect((await read(app, bare, { text })).suggestClaims).toEqual(readText.suggestions);
    expect(server.asked).toHaveLength(2);
    const reader = await insertKey(app.database, { role: 'READER' });
    for (const key of [null, reader]) {
      const open = (await read(app, OF_TEXT, { text }, { key })).readText;
      expect(open.modelReading).toBeNull();
      expect(open.suggestions).toEqual(by('GRAMMAR', readText));
    }
    expect(server.asked).toHaveLength(2);
    const after = await fingerprint(app.database);
    expect({ ...after, account: null }).toEqual({ ...sums, account: null });
  });

  test('bare text has the grammar’s suggestions although the model is gone', async () => {
    const { readText } = await read(app, OF_TEXT, { text: textWith(fail(401)) });
    expect(readText.modelReading).toEqual({ model: MODEL_NAME, status: 'FAILED', problem: 'REFUSED', retryAt: null });
    expect(by('GRAMMAR', readText).map(({ property }) => property.key)).toContain('fatalities');
  });

  test('readers see neither a model’s suggestions nor how it fares', async () => {
    const id = await addSource(textWith([CAUSE]));
    await settled(id);
    const { source } = await read(app, OF_SOURCE, { id }, { key: null });
    expect(source).toEqual({ modelReading: null, suggestions: { nodes: [] } });
    const refused = await attempt(app, 'suggestionReject', { id }, undefined);
    expect(refused.userErrors).toMatchObject([{ code: 'WRONG_TYPE' }]);
  });

  test('the database keeps how far the model is whole', async () => {
    await settled(await addSource(textWith([CAUSE])));
    const { sql } = Prisma;
    const violations: [string, Prisma.Sql][] = [
      ['source_reading_model_problem_told', sql`model_status = 'READ', model_problem = 'REFUSED', model_due_at = NULL`],
      ['source_reading_model_problem_told', sql`model_status = 'FAILED', model_problem = NULL, model_due_at = now()`],
      ['source_reading_model_problem_told', sql`model_status = NULL, model_problem = 'REFUSED', model_due_at = NULL`],
      ['source_reading_model_due', sql`model_status = 'READING', model_problem = NULL, model_due_at = NULL`],
      ['source_reading_model_due', sql`model_status = 'FAILED', model_problem = 'REFUSED', model_due_at = NULL`],
      ['source_reading_model_due', sql`model_status = 'READ', model_problem = NULL, model_due_at = now()`],
      ['source_reading_model_failures', sql`model_failures = -1`],
    ];
    for (const [constraint, assignment] of violations) {
      expect(await refusedBy(app, sql`UPDATE source_reading SET ${assignment}`)).toBe(constraint);
    }
  });

  test('a service that stops waits for no model, and the next one goes on', async () => {
    const id = await addSource(textWith(() => undefined, [CAUSE]));
    const other = await another({});
    const { source } = await read(other, OF_SOURCE, { id });
    expect(source.modelReading.status).toBe('READING');
    while (server.asked.length === 0) await pause(20);
    await other.close();
    await read(app, OF_SOURCE, { id });
    const after = await settled(id);
    expect(after.modelReading).toMatchObject({ status: 'READ', problem: null });
    expect(by('MODEL', after)).toHaveLength(1);
  });
});

const REST = { scope: [], polarity: 'AFFIRMED', certainty: 'CERTAIN', claimant: null, saidOn: null, subject: null };
const HEDGED = { certainty: 'PROBABLE', claimant: 'Ines Portas' };
