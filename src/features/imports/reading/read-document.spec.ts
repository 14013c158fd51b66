import { describe, expect, test } from '@jest/globals';
import { htmlPage, pdf, REPORT } from '../../../../test/support/documents.js';
import { readDocument, type RawDocument } from './read-document.js';

const CYRILLIC = Buffer.from('cfe0f0eeec2e', 'hex');

function raw(bytes: Uint8Array | string, given: Partial<RawDocument> = {}): RawDocument {
  return { bytes: Buffer.from(bytes), contentType: null, name: '', url: null, charset: null, ...given };
}

describe('the text of a document', () => {
  test.each<[string, RawDocument, string, string]>([
    ['plain text', raw('One.\r\n\r\n\r\n\r\nTwo. \n'), 'text/plain', 'One.\n\nTwo.'],
    ['a file named Markdown', raw('# A\n\n*b* `c`', { name: 'x.md' }), 'text/markdown', 'A\n\nb c'],
    [
      'Markdown with markup in it',
      raw('a <b>b</b>\n\n<script>c</script>', { contentType: 'text/markdown' }),
      'text/markdown',
      'a b',
    ],
    [
      'a page with few words',
      raw('<!doctype html><html><body><p>One.<p>Two.</body></html>'),
      'text/html',
      'One.\n\nTwo.',
    ],
    ['a page without its root', raw('<p>One.<p>Two.', { contentType: 'text/html' }), 'text/html', 'One.\n\nTwo.'],
    [
      'a page with a script that writes',
      raw('<html><body><p>One.</p><script>document.write("Two.")</script></body></html>'),
      'text/html',
      'One.',
    ],
    [
      'a PDF that is called something else',
      raw(pdf(['One.']), { contentType: 'text/plain' }),
      'application/pdf',
      'One.',
    ],
    ['a charset that is said', raw(CYRILLIC, { charset: 'windows-1251' }), 'text/plain', 'Паром.'],
    ['a charset in a header', raw(CYRILLIC, { contentType: 'text/plain; charset="cp1251"' }), 'text/plain', 'Паром.'],
    [
      'a charset that is said against the header',
      raw(CYRILLIC, { contentType: 'text/plain; charset=utf-8', charset: 'cp1251' }),
      'text/plain',
      'Паром.',
    ],
    [
      'a byte order mark against the header',
      raw('\ufeffПаром.', { contentType: 'text/plain; charset=koi8-r' }),
      'text/plain',
      'Паром.',
    ],
  ])('%s', async (_name, document, mediaType, text) => {
    expect(await readDocument(document)).toMatchObject({ mediaType, text });
  });

  test('a page’s article goes without its furniture', async () => {
    const { text } = await readDocument(raw(htmlPage(REPORT)));
    expect(text).toContain(REPORT.join('\n\n'));
    expect(text).not.toMatch(/Front page|Imprint/);
  });

  test.each<[string, RawDocument, string, RegExp]>([
    ['a PDF without text', raw(pdf([''])), 'UNREADABLE_DOCUMENT', /OCR/],
    ['a PDF with a password', raw(pdf(['x'], {}, { encrypted: true })), 'UNREADABLE_DOCUMENT', /encrypted/],
    ['a damaged PDF', raw('%PDF-1.4\nnothing of it'), 'UNREADABLE_DOCUMENT', /damaged/],
    ['a PDF that is none', raw('PK', { contentType: 'application/pdf' }), 'UNREADABLE_DOCUMENT', /is none/],
    ['a file named PDF that is none', raw('PK', { name: 'x.pdf' }), 'UNREADABLE_DOCUMENT', /is none/],
    [
      'bytes called text',
      raw(new Uint8Array([65, 0, 66]), { contentType: 'text/plain' }),
      'UNREADABLE_DOCUMENT',
      /something else/,
    ],
    ['text in no charset', raw(CYRILLIC), 'UNREADABLE_DOCUMENT', /input\.charset/],
    [
      'a page in no charset',
      raw(Buffer.concat([Buffer.from('<html><p>'), CYRILLIC])),
      'UNREADABLE_DOCUMENT',
      /input\.charset/,
    ],
    ['a charset that nobody knows', raw('x', { charset: 'klingon' }), 'UNREADABLE_DOCUMENT', /not known/],
    ['nothing', raw(''), 'UNREADABLE_DOCUMENT', /no text/],
    ['white space', raw(' \n'), 'UNREADABLE_DOCUMENT', /no text/],
    ['a page of pictures', raw('<html><body><img alt="x" src="y"></body></html>'), 'UNREADABLE_DOCUMENT', /no text/],
    ['a text too long', raw('a'.repeat(1_000_001)), 'TOO_LONG', /in parts/],
    ['a page too long', raw(`<html>${'<p>x'.repeat(1_250_001)}`), 'TOO_LONG', /Save its text/],
    ['a picture', raw('x', { contentType: 'image/png' }), 'UNSUPPORTED_MEDIA_TYPE', /neither HTML/],
    ['a malformed type', raw('x', { contentType: 'text' }), 'UNSUPPORTED_MEDIA_TYPE', /neither HTML/],
  ])('%s is refused', async (_name, document, code, message) => {
    await expect(readDocument(document)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a page nested without end gives its words or a refusal, never a fault', async () => {
    const document = raw(`<html><body>${'<div>'.repeat(20_000)}Words.`);
    const outcome = await readDocument(document).then(
      ({ text }) => text,
      (error: unknown) => (error as { code?: unknown }).code,
    );
    expect(['Words.', 'UNREADABLE_DOCUMENT']).toContain(outcome);
  });
});

describe('what a page says of itself', () => {
  const facts = async (head: string, language = 'en') =>
    readDocument(raw(htmlPage(REPORT, { head, language }), { url: 'https://a.example/b/c' }));

  test.each<[string, string, object]>([
    [
      'its title only',
      '<title>T</title>',
      { title: 'T', authors: [], publisher: null, publishedAt: null, canonicalUrl: null },
    ],
    [
      'OpenGraph',
      '<meta property="og:title" content="T"><meta property="og:site_name" content="S"><meta property="article:published_time" content="2024-03-08T10:00:00+0200"><meta property="og:url" content="/x#y">',
      { title: 'T', publisher: 'S', publishedAt: '2024-03-08T08:00:00.000Z', canonicalUrl: 'https://a.example/x' },
    ],
    [
      'Dublin Core and plain meta elements',
      '<meta name="DC.title" content="T"><meta name="author" content="A"><meta name="author" content="B"><meta name="date" content="2024-03-08">',
      { title: 'T', authors: ['A', 'B'], publishedAt: '2024-03-08T00:00:00.000Z' },
    ],
    [
      'JSON-LD before OpenGraph',
      '<meta property="og:title" content="O"><script type="application/ld+json">[{"@type":"WebSite","name":"S"},{"@type":["Thing","NewsArticle"],"headline":"J","author":"A","datePublished":"2024-03-08","inLanguage":"sv"}]</script>',
      { title: 'J', authors: ['A'], publishedAt: '2024-03-08T00:00:00.000Z', language: 'en' },
    ],
    [
      'broken JSON-LD, and OpenGraph',
      '<script type="application/ld+json">{"@type":</script><meta property="og:title" content="O">',
      { title: 'O' },
    ],
    [
      'nonsense',
      '<title>T</title><meta property="article:published_time" content="yesterday"><link rel="canonical" href="javascript:x"><meta name="author" content="https://a.example/me">',
      { title: 'T', authors: [], publishedAt: null, canonicalUrl: null },
    ],
  ])('by %s', async (_name, head, expected) => {
    expect(await facts(head)).toMatchObject(expected);
  });

  test('its language in the form that sources have', async () => {
    expect((await facts('<title>T</title>', 'pt_BR')).language).toBe('pt-BR');
  });

  test('a PDF’s dictionary', async () => {
    const info = { Title: 'T', Author: 'A, B', CreationDate: "D:20240308100000-05'30'" };
    expect(await readDocument(raw(pdf(['One.'], info)))).toMatchObject({
      title: 'T',
      authors: ['A', 'B'],
      publishedAt: '2024-03-08T15:30:00.000Z',
    });
  });
});
