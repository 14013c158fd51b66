import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase, testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { contradictionsIn, copyVocabulary, exportLines, importLines, ndjson, sha256Of } from './support/bulk-client.js';

const DEMO = 'flight-j2-8243';

describe.each(testDatabases)('what was exported is imported on %s', (kind) => {
  let demo: TestApp;
  let empty: TestApp;
  beforeAll(async () => {
    demo = await startApp(await openTestDatabase(kind), { GAINSAY_DEMO: '1' });
    empty = await startApi(kind);
    await copyVocabulary(demo.database, empty.database);
  });
  afterAll(async () => {
    await demo.close();
    await empty.close();
  });

  test('the demo story goes into an empty database and comes out as the same bytes, with the same contradictions', async () => {
    const exported = await exportLines(demo, DEMO);
    expect(exported).toMatchObject({ status: 200, contentType: 'application/x-ndjson' });
    const lines = exported.text.trimEnd().split('\n');
    expect(new Set(lines.map((line) => (JSON.parse(line) as { type: string }).type))).toEqual(
      new Set(['story', 'agent', 'subject', 'source', 'claim']),
    );

    const { status, body } = await importLines(empty, exported.text);
    expect(body).toMatchObject({ added: lines.length, unchanged: 0, failed: 0, errors: [], lines: lines.length });
    expect(status).toBe(200);
    expect(body.bytes).toBe(Buffer.byteLength(exported.text));
    expect((await exportLines(empty, DEMO)).text).toBe(exported.text);
    expect((await exportLines(empty)).text).toBe(exported.text);
    const found = await contradictionsIn(empty.database);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await contradictionsIn(demo.database));
    expect(await empty.recheck()).toEqual([]);

    const again = await importLines(empty, exported.text);
    expect(again.body).toMatchObject({ added: 0, unchanged: lines.length, failed: 0, errors: [] });
    expect((await exportLines(empty)).text).toBe(exported.text);
  });
});

const STORY = { type: 'story', slug: 'ferry', title: 'The ferry' };
const SUBJECT = { type: 'subject', story: 'ferry', kind: 'EVENT', label: 'The grounding' };
const TEXT = 'Four people died on the ferry. Rescuers said that nine died.';
const SOURCE = { type: 'source', story: 'ferry', url: 'https://paper.example/ferry', title: 'Aground', text: TEXT };
const CITED = { source: { url: SOURCE.url }, quote: { exact: 'Four people died' } };
const CLAIM = {
  type: 'claim',
  story: 'ferry',
  subject: { kind: 'EVENT', label: SUBJECT.label },
  property: 'fatalities',
  value: { quantity: { amount: '4' } },
  citations: [CITED],
};
const SOUND = [STORY, SUBJECT, SOURCE, CLAIM];

describe.each(testDatabases)('an import on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
    await change(app, 'vocabularyImport', { input: { content: await readFile('packs/incident.yaml', 'utf8') } });
    expect((await importLines(app, ndjson(...SOUND))).body).toMatchObject({ added: 4, failed: 0 });
  });
  afterAll(() => app.close());

  test('a claim that was retracted stays retracted when it comes again, in the same words or in others', async () => {
    const story = 'ferry-again';
    const here = SOUND.map((line) => (line.type === 'story' ? { ...line, slug: story } : { ...line, story }));
    const nine = {
      ...CLAIM,
      story,
      value: { quantity: { amount: '9' } },
      citations: [{ ...CITED, quote: { exact: 'nine died' } }],
    };
    expect((await importLines(app, ndjson(...here, nine))).body).toMatchObject({ failed: 0 });
    const held = async (): Promise<Json> =>
      (
        await read(
          app,
          `query ($slug: String!) { story(slug: $slug) { contradictions { nodes { status } }
            claims { nodes { id version status statement citations { totalCount } } } } }`,
          { slug: story },
        )
      ).story;
    const isNine = ({ statement }: Json): boolean => statement.includes('9');
    const written = await held();
    expect(written.contradictions.nodes).toEqual([{ status: 'OPEN' }]);
    const { id, version } = written.claims.nodes.find(isNine);
    await change(app, 'claimRetract', { id, expectedVersion: version, reason: 'It was misread.' });

    expect((await importLines(app, ndjson(nine))).body).toMatchObject({ added: 0, unchanged: 1, failed: 0 });
    const otherwise = { ...nine, citations: [{ ...CITED, quote: { exact: 'Rescuers said that nine died' } }] };
    expect((await importLines(app, ndjson(otherwise))).body).toMatchObject({ added: 1, failed: 0 });
    const after = await held();
    expect(after.claims.nodes).toHaveLength(2);
    expect(after.claims.nodes.find(isNine)).toMatchObject({ id, status: 'RETRACTED', citations: { totalCount: 2 } });
    expect(after.contradictions.nodes).toEqual([{ status: 'LAPSED' }]);
  });

  const claim = (over: object): string => ndjson({ ...CLAIM, ...over }).trimEnd();
  test.each<[string, string | Buffer<ArrayBuffer>, string, string[]]>([
    ['no JSON', '{"type":', 'INVALID_INPUT', []],
    ['a number', '7', 'INVALID_INPUT', ['type']],
    ['an unknown type', '{"type":"rumour"}', 'INVALID_INPUT', ['type']],
    ['an inherited name as type', '{"type":"constructor"}', 'INVALID_INPUT', ['type']],
    ['an unknown field', claim({ colour: 'red' }), 'INVALID_INPUT', ['colour']],
    [
      'a field called __proto__',
      '{"type":"story","slug":"x","title":"X","__proto__":{"a":1}}',
      'INVALID_INPUT',
      ['__proto__'],
    ],
    ['a missing field', ndjson({ ...CLAIM, property: undefined }).trimEnd(), 'REQUIRED', ['property']],
    ['a wrong type', claim({ property: 4 }), 'INVALID_INPUT', ['property']],
    ['an unknown kind', ndjson({ ...SUBJECT, kind: 'GHOST' }).trimEnd(), 'INVALID_INPUT', ['kind']],
    ['two values', claim({ value: { boolean: true, text: 'x' } }), 'INVALID_INPUT', ['value']],
    ['a property that there is not', claim({ property: 'moons' }), 'NOT_FOUND', ['property']],
    ['a value of another datatype', claim({ value: { time: '2024' } }), 'WRONG_DATATYPE', ['value', 'time']],
    ['a concept that there is not', claim({ value: { concept: 'cause/moon' } }), 'NOT_FOUND', ['value', 'concept']],
    ['a story that there is not', claim({ story: 'moon' }), 'NOT_FOUND', ['story']],
    ['a subject that there is not', claim({ subject: { kind: 'EVENT', label: 'Moon' } }), 'NOT_FOUND', ['subject']],
    [
      'a source that there is not',
      claim({ citations: [CITED, { ...CITED, source: { url: 'https://moon.example/' } }] }),
      'NOT_FOUND',
      ['citations', '1', 'source'],
    ],
    [
      'a source named twice',
      claim({ citations: [{ ...CITED, source: { url: SOURCE.url, sha256: sha256Of(TEXT) } }] }),
      'REQUIRED',
      ['citations', '0', 'source'],
    ],
    [
      'a quote that is not there',
      claim({ citations: [{ ...CITED, quote: { exact: 'Five people died' } }] }),
      'QUOTE_NOT_FOUND',
      ['citations', '0', 'quote', 'exact'],
    ],
    [
      'a claimant that there is not',
      claim({ citations: [{ ...CITED, claimant: { kind: 'PERSON', name: 'Nobody' } }] }),
      'NOT_FOUND',
      ['citations', '0', 'claimant'],
    ],
    ['no citation', claim({ citations: [] }), 'REQUIRED', ['citations']],
    [
      'a second of one that is not there',
      ndjson({ ...SUBJECT, label: 'Wreck', number: 2 }).trimEnd(),
      'NOT_FOUND',
      ['number'],
    ],
    ['half a surrogate pair', '{"type":"story","slug":"x","title":"\\ud800"}', 'INVALID_INPUT', ['title']],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'INVALID_INPUT', []],
    ['a line that is too long', `"${'x'.repeat(8 * 1024 * 1024)}"`, 'TOO_LONG', []],
  ])('%s is refused by line, and the lines beside it stand', async (name, bad, code, field) => {
    const label = `Beside ${name}`;
    const before = ndjson({ ...SUBJECT, label });
    const quote = { exact: 'nine died' };
    const after = ndjson({ ...CLAIM, subject: { kind: 'EVENT', label }, citations: [{ ...CITED, quote }] });
    const content = Buffer.concat([before, '\n', bad, '\n', after].map((part) => Buffer.from(part)));
    const { status, body } = await importLines(app, content);
    expect(status).toBe(200);
    expect(body).toMatchObject({ lines: 4, added: 2, unchanged: 0, failed: 1 });
    expect(body.errors.map((error: Json) => [error.line, error.code, error.field])).toEqual([[3, code, field]]);
  });

  test('of lines that the same error ends together, only those at fault fail', async () => {
    const amounts = ['11', '12', '13', 'many', '15'];
    const lines = amounts.map((amount) => ({ ...CLAIM, value: { quantity: { amount } } }));
    const { body } = await importLines(app, ndjson(...lines));
    expect(body).toMatchObject({ lines: 5, added: 4, failed: 1, errors: [{ line: 4 }] });
    const citation = {
      type: 'citation',
      story: 'ferry',
      claim: { ...CLAIM, type: undefined, story: undefined, citations: undefined },
    };
    const more = await importLines(app, ndjson({ ...citation, ...CITED, quote: { exact: 'nine died' } }));
    expect(more.body).toMatchObject({ added: 1, failed: 0 });
  });

  test('a file by its digest: done once, refused where it is another, begun anew where lines failed', async () => {
    const good = ndjson({ ...STORY, slug: 'good' });
    const first = await importLines(app, good, { sha256: true });
    expect(first.body).toMatchObject({ added: 1, unchanged: 0 });
    expect((await importLines(app, good, { sha256: true })).body).toEqual(first.body);
    const other = await importLines(app, good, { sha256: sha256Of('another file') });
    expect([other.status, other.body.errors[0].extensions.code]).toEqual([422, 'DIGEST_MISMATCH']);
    const early = ndjson({ ...SUBJECT, story: 'late' });
    expect((await importLines(app, early, { sha256: true })).body).toMatchObject({ failed: 1 });
    await importLines(app, ndjson({ ...STORY, slug: 'late' }));
    expect((await importLines(app, early, { sha256: true })).body).toMatchObject({ added: 1, failed: 0, errors: [] });
  });

  test('a file that breaks off goes on where it stopped', async () => {
    const lines = Array.from({ length: 900 }, (_, i) => ndjson({ ...SUBJECT, label: `Deck ${i}` }));
    const content = lines.join('');
    const encoded = new TextEncoder().encode(content);
    const broken = new ReadableStream<Uint8Array>(
      {
        start: (controller) => controller.enqueue(encoded.subarray(0, Math.floor(encoded.length / 2))),
        pull: (controller) => controller.error(new Error('the client dies')),
      },
      { highWaterMark: 0 },
    );
    await expect(importLines(app, broken, { sha256: sha256Of(content) })).rejects.toThrow();
    const again = (): ReturnType<typeof importLines> => importLines(app, content, { sha256: true });
    let { status, body } = await again();
    // Of what came before the break, some may still be on its way into the database.
    for (let i = 0; i < 20 && status === 409; i += 1) ({ status, body } = await again());
    expect(body).toMatchObject({ lines: 900, failed: 0, errors: [] });
    expect(Number(body.added) + Number(body.unchanged)).toBe(900);
    expect((await importLines(app, content)).body).toMatchObject({ added: 0, unchanged: 900 });
  });

  test.each<[string, () => Promise<{ status: number; body?: Json }>, number]>([
    ['an import without a key', () => importLines(app, '', { key: null }), 401],
    ['an import with an unknown key', () => importLines(app, '', { key: 'gainsay_unknown' }), 401],
    ['an import that is not NDJSON', () => importLines(app, '{}', { contentType: 'application/json' }), 415],
    ['an import with a digest that is none', () => importLines(app, '', { sha256: 'abc' }), 400],
    ['an export without a key', () => exportLines(app, 'ferry', null), 401],
    ['an export of a story that there is not', () => exportLines(app, 'moon'), 404],
  ])('%s is refused', async (_name, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  test('editors see how far imports have come, and what is wrong with their lines', async () => {
    const bad = ndjson({ ...SUBJECT, kind: 'GHOST' }, { ...STORY }, { type: 'story', slug: 'X', colour: 'red' });
    const { body } = await importLines(app, bad);
    const query = `{ bulkImports(first: 2) { totalCount pageInfo { hasNextPage } nodes { id lines bytes added unchanged failed
      startedAt updatedAt finishedAt actor { name }
      errors(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { line code field message } } } } }`;
    const { bulkImports } = await read(app, query);
    expect(bulkImports.nodes[0]).toMatchObject({
      id: body.id,
      lines: 3,
      bytes: Buffer.byteLength(bad),
      added: 0,
      unchanged: 1,
      failed: 2,
      finishedAt: expect.any(String),
      actor: { name: 'Administrator' },
      errors: { totalCount: 3, pageInfo: { hasNextPage: true }, nodes: body.errors.slice(0, 2) },
    });
    const { endCursor } = bulkImports.nodes[0].errors.pageInfo;
    const more = `query ($id: ID!, $after: String) { node(id: $id) { id ... on BulkImport {
      errors(after: $after) { nodes { line code field message } } } } }`;
    const { node } = await read(app, more, { id: body.id, after: endCursor });
    expect(node.errors.nodes).toEqual(body.errors.slice(2));
    const reader = await insertKey(app.database, { role: 'READER' });
    expect(await read(app, more, { id: body.id }, { key: reader })).toEqual({ node: null });
  });

  test('importing takes an EDITOR, exporting any key', async () => {
    const contributor = await insertKey(app.database, { role: 'CONTRIBUTOR' });
    const editor = await insertKey(app.database, { role: 'EDITOR' });
    const reader = await insertKey(app.database, { role: 'READER' });
    expect((await importLines(app, '', { key: contributor })).status).toBe(403);
    expect((await importLines(app, '', { key: editor })).body).toMatchObject({ lines: 0, errors: [] });
    expect((await exportLines(app, 'ferry', reader)).status).toBe(200);
  });
});
