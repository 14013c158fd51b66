import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { htmlPage, pdf, REPORT } from '../support/documents.js';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { page, redirect, startWebServer, type WebServer } from '../support/web-server.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';

const SELECTION = `source { id title url authors language publishedAt publisher { name } snapshot { text mediaType } }
  existing { id } document { title authors publisher publishedAt language canonicalUrl }`;

const HEAD = `<title>Ferry aground - The Vessby Post</title>
  <meta property="og:site_name" content="The Vessby Post"><meta property="og:title" content="Ferry aground off Skarholm">
  <link rel="canonical" href="/news/ferry">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
    "headline":"Ferry aground","author":[{"@type":"Person","name":"Ida Holm"},{"name":"Per Lund"}],
    "datePublished":"2024-03-08T07:30:00+01:00","publisher":{"@type":"Organization","name":"The Vessby Post"}}]}</script>`;

/** Sends a file ahead of its import. */
async function send(
  app: TestApp,
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string,
  { name = '', key = ADMIN_KEY }: { name?: string; key?: string | null } = {},
): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${app.url}/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': contentType, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body,
  });
  return { status: response.status, body: await response.json() };
}

describe.each(oneDatabase)('importing documents on %s', (kind) => {
  let app: TestApp;
  let web: WebServer;
  let closed: WebServer;
  let story: string;
  beforeAll(async () => {
    [web, closed] = await Promise.all([startWebServer(), startWebServer()]);
    const allowed = `127.0.0.1:${web.port}, localhost:${web.port}`;
    app = await startApi(kind, { GAINSAY_IMPORT_ALLOW: allowed });
    story = (await change(app, 'storyCreate', { input: { title: 'The ferry' } })).story.id;
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([web.close(), closed.close()]);
  });

  const tried = (input: object): Promise<Json> =>
    attempt(app, 'sourceImport', { input: { story, ...input } }, SELECTION);
  const made = (input: object): Promise<Json> => change(app, 'sourceImport', { input: { story, ...input } }, SELECTION);
  const sent = async (body: string | Uint8Array<ArrayBuffer>, contentType: string, name = ''): Promise<string> =>
    (await send(app, body, contentType, { name })).body.id as string;

  describe('from an address', () => {
    test('a page is read without its furniture, with what it says of itself', async () => {
      const { agent } = await change(app, 'agentCreate', { input: { name: 'The Vessby Post', kind: 'OUTLET' } });
      expect(agent.id).toBeTruthy();
      web.pages.set('/moved', redirect('/news/ferry?id=1', 301));
      web.pages.set('/news/ferry', page(htmlPage(REPORT, { head: HEAD })));
      const { source, document } = await made({ address: web.url('/moved?utm_source=mail#top'), kind: 'NEWS' });
      expect(source).toMatchObject({
        title: 'Ferry aground',
        url: web.url('/news/ferry'),
        authors: ['Ida Holm', 'Per Lund'],
        language: 'en',
        publishedAt: '2024-03-08T06:30:00.000Z',
        publisher: { name: 'The Vessby Post' },
        snapshot: { mediaType: 'text/html' },
      });
      expect(source.snapshot.text).toContain(REPORT.join('\n\n'));
      expect(source.snapshot.text).not.toMatch(/Weather|Imprint/);
      expect(document).toMatchObject({ publisher: 'The Vessby Post', canonicalUrl: web.url('/news/ferry') });
    });

    test.each([
      ['its address', '/news/ferry'],
      ['its address with a tracker and a fragment', '/news/ferry?utm_medium=x#end'],
      ['an address that leads to it', '/moved'],
    ])('%s a second time offers the source that is there', async (_name, path) => {
      const { source, existing, userErrors } = await tried({ address: web.url(path) });
      expect([source, userErrors[0].code, userErrors[0].field]).toEqual([null, 'ALREADY_EXISTS', ['input', 'address']]);
      const { story: found } = await read(
        app,
        `{ story(id: ${JSON.stringify(story)}) { sources { totalCount nodes { id url } } } }`,
      );
      expect(found.sources.nodes).toContainEqual({ id: existing.id, url: web.url('/news/ferry') });
      expect(found.sources.totalCount).toBe(1);
    });

    test('what the input says comes before what the document says; a page cannot pass for another site’s', async () => {
      const head = '<title>Copy</title><link rel="canonical" href="https://press.example/original">';
      web.pages.set('/copy', page(htmlPage(REPORT, { head, language: 'da' })));
      const { source, document } = await made({
        address: web.url('/copy'),
        title: 'My title',
        publishedAt: '2024-03-09T00:00:00Z',
      });
      expect(source).toMatchObject({ title: 'My title', url: web.url('/copy'), language: 'da' });
      expect(source.publishedAt).toBe('2024-03-09T00:00:00.000Z');
      expect(document.canonicalUrl).toBe('https://press.example/original');
    });

    test('a packed page, a host by name, and two at once that become one source', async () => {
      web.pages.set('/packed', page(gzipSync(htmlPage(REPORT)), 'text/html', { 'content-encoding': 'gzip' }));
      const address = web.url('/packed', 'localhost');
      const both = await Promise.all([tried({ address }), tried({ address })]);
      const sources = both.flatMap(({ source }) => (source ? [source.id as string] : []));
      expect(sources).toHaveLength(1);
      expect(both.map(({ source, existing }) => (source ?? existing).id)).toEqual([sources[0], sources[0]]);
    });

    test.each<[string, () => string, string]>([
      ['a loopback address', () => closed.url('/x'), 'ADDRESS_REFUSED'],
      ['a name of this machine', () => closed.url('/x', 'localhost'), 'ADDRESS_REFUSED'],
      ['this machine in another notation', () => `http://0x7f000001:${closed.port}/x`, 'ADDRESS_REFUSED'],
      ['this machine as IPv4 within IPv6', () => `http://[::ffff:127.0.0.1]:${closed.port}/x`, 'ADDRESS_REFUSED'],
      ['a cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/', 'ADDRESS_REFUSED'],
      ['another port of an allowed host', () => web.url('/x').replace(String(web.port), '80'), 'ADDRESS_REFUSED'],
      ['a redirect to this machine', () => web.url('/to-closed'), 'ADDRESS_REFUSED'],
      ['a redirect to another scheme', () => web.url('/to-file'), 'ADDRESS_REFUSED'],
      ['redirects without end', () => web.url('/round'), 'ADDRESS_UNREACHABLE'],
      ['a page that is not there', () => web.url('/nowhere'), 'ADDRESS_UNREACHABLE'],
      ['a host that is not there', () => 'http://nothing.invalid/', 'ADDRESS_UNREACHABLE'],
      ['a picture', () => web.url('/picture'), 'UNSUPPORTED_MEDIA_TYPE'],
      ['a page packed so that it is endless', () => web.url('/bomb'), 'TOO_LONG'],
      ['a page packed in an unknown way', () => web.url('/strange'), 'UNSUPPORTED_MEDIA_TYPE'],
      ['a page that says it is packed and is not', () => web.url('/unpacked'), 'ADDRESS_UNREACHABLE'],
      ['a page without words', () => web.url('/empty'), 'UNREADABLE_DOCUMENT'],
    ])('%s is refused and leaves nothing', async (_name, address, code) => {
      web.pages.set('/to-closed', redirect(closed.url('/x')));
      web.pages.set('/to-file', redirect('file:///etc/hostname'));
      web.pages.set('/round', redirect('/round'));
      web.pages.set('/picture', page('GIF89a', 'image/gif'));
      web.pages.set(
        '/bomb',
        page(gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a ')), 'text/plain', { 'content-encoding': 'gzip' }),
      );
      web.pages.set('/strange', page('x', 'text/plain', { 'content-encoding': 'gzip, gzip' }));
      web.pages.set('/unpacked', page('x', 'text/plain', { 'content-encoding': 'gzip' }));
      web.pages.set('/empty', page('<html><body><img src="x.png"></body></html>'));
      const { source, userErrors } = await tried({ address: address() });
      expect([source, userErrors]).toEqual([
        null,
        [{ code, field: ['input', 'address'], message: expect.any(String), occurrences: null }],
      ]);
      expect(closed.asked).toEqual([]);
    });
  });

  describe('from a file', () => {
    test('a PDF, with what its information dictionary says', async () => {
      const file = pdf([REPORT[0] ?? '', 'Second page of the report.'], {
        Title: 'Report 7',
        Author: 'Ida Holm; Per Lund',
        CreationDate: "D:20240311101500+01'00'",
      });
      const { source } = await made({ upload: await sent(new Uint8Array(file), 'application/pdf', 'report.pdf') });
      expect(source).toMatchObject({
        title: 'Report 7',
        url: null,
        authors: ['Ida Holm', 'Per Lund'],
        publishedAt: '2024-03-11T09:15:00.000Z',
        snapshot: { mediaType: 'application/pdf' },
      });
      expect(source.snapshot.text.replaceAll(/\s+/g, ' ')).toBe(`${REPORT[0]} Second page of the report.`);
    });

    test('Markdown without its marks, with its front matter', async () => {
      const text =
        '---\ntitle: "Ferry notes"\ndate: 2024-03-10\nlang: en\n---\n# Notes\n\nThe **rudder** [failed](x).\n\n- one\n- two\n';
      const { source } = await made({ upload: await sent(text, 'text/plain', 'notes.md') });
      expect(source).toMatchObject({ title: 'Ferry notes', publishedAt: '2024-03-10T00:00:00.000Z', language: 'en' });
      expect(source.snapshot).toEqual({
        text: 'Notes\n\nThe rudder failed.\n\n * one\n * two',
        mediaType: 'text/markdown',
      });
    });

    test.each<[string, Uint8Array<ArrayBuffer>, string]>([
      [
        'its header',
        new Uint8Array(Buffer.from('cfe0f0eeec20f1e5eb20ede020ece5ebfc2e', 'hex')),
        'text/plain; charset=windows-1251',
      ],
      [
        'its markup',
        new Uint8Array(
          Buffer.concat([
            Buffer.from('<meta charset="windows-1251"><p>'),
            Buffer.from('cfe0f0eeec20f1e5eb20ede020ece5ebfc2e', 'hex'),
          ]),
        ),
        'text/html',
      ],
      ['its mark', new Uint8Array(Buffer.from('\ufeffПаром сел на мель.', 'utf16le')), 'text/plain'],
    ])('a text in another charset, told by %s', async (_name, bytes, contentType) => {
      const title = `Charset ${_name}`;
      const input = { upload: await sent(bytes, contentType), title, url: `https://press.example/${_name.slice(4)}` };
      expect((await made(input)).source.snapshot.text).toBe('Паром сел на мель.');
    });

    test('the same text a second time offers the source that is there', async () => {
      const { source } = await made({ upload: await sent('A ferry.\r\nAground.', 'text/plain', 'a.txt') });
      const again = await tried({ upload: await sent('A ferry.\nAground.\n', 'text/plain', 'b.txt') });
      expect(again).toMatchObject({
        source: null,
        existing: { id: source.id },
        userErrors: [{ code: 'ALREADY_EXISTS' }],
      });
    });

    test('nobody but who sent it can have it, and it is gone once it is imported', async () => {
      const other = await insertKey(app.database, { role: 'CONTRIBUTOR', name: 'Olaf' });
      const upload = await sent('Words of one.', 'text/plain');
      const input = { story, upload };
      const refused = await attempt(app, 'sourceImport', { input }, SELECTION, { key: other });
      expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'upload'] }]);
      await made({ upload });
      expect((await tried({ upload })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    });

    test.each<[string, Uint8Array<ArrayBuffer>, string, string, RegExp]>([
      [
        'an encrypted PDF',
        new Uint8Array(pdf(['x'], {}, { encrypted: true })),
        'application/pdf',
        'UNREADABLE_DOCUMENT',
        /encrypted/,
      ],
      [
        'a picture called text',
        new Uint8Array([0x47, 0x49, 0x46, 0, 1, 2]),
        'text/plain',
        'UNREADABLE_DOCUMENT',
        /something else/,
      ],
      ['a text too long', new Uint8Array(Buffer.alloc(1_000_001, 'a')), 'text/plain', 'TOO_LONG', /in parts/],
    ])('%s is refused, saying what to do', async (_name, bytes, contentType, code, message) => {
      const { source, userErrors } = await tried({ upload: await sent(bytes, contentType) });
      expect([source, userErrors]).toEqual([
        null,
        [{ code, field: ['input', 'upload'], message: expect.stringMatching(message), occurrences: null }],
      ]);
    });

    test.each<[string, () => Promise<{ status: number; body: Json }>, number, string]>([
      ['nobody', () => send(app, 'x', 'text/plain', { key: null }), 401, 'UNAUTHENTICATED'],
      [
        'an unknown key',
        () => send(app, 'x', 'text/plain', { key: 'nobody-has-this-key-at-all' }),
        401,
        'UNAUTHENTICATED',
      ],
      ['a picture', () => send(app, 'x', 'image/png'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['nothing', () => send(app, '', 'text/plain'), 400, 'REQUIRED'],
      ['too much', () => send(app, new Uint8Array(17 * 1024 * 1024), 'text/plain'), 413, 'TOO_LONG'],
    ])('a request with %s is turned away', async (_name, request, status, code) => {
      const answer = await request();
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, code]);
    });

    test('a reader may not send files', async () => {
      const key = await insertKey(app.database, { role: 'READER', name: 'Rita' });
      expect((await send(app, 'x', 'text/plain', { key })).status).toBe(403);
    });
  });

  test.each([
    ['neither', {}],
    ['both', { address: 'https://press.example/x', upload: 'x' }],
  ])('%s of address and upload is refused', async (_name, input) => {
    expect((await tried(input)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input'] }]);
  });
});
