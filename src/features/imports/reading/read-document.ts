import { MAX_TEXT } from '../../../graphql/validation/words.js';
import { ImportProblem } from '../import-problem.js';
import { lineOf, textOfDocument } from './clean-words.js';
import { decodeText } from './decode.js';
import { charsetOf, kindOf, type DocumentKind } from './document-kind.js';
import { NO_FACTS, type DocumentFacts, type ReadDocument } from './document.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { readPdf } from './pdf.js';

/** A document as it came. */
export interface RawDocument {
  readonly bytes: Uint8Array;
  /** Its Content-Type header; null where it came without. */
  readonly contentType: string | null;
  /** Its file name, or the path of its address. */
  readonly name: string;
  /** Where it was found; null for a file. */
  readonly url: string | null;
  /** Its charset, where the person who imports it says. */
  readonly charset: string | null;
}

/** Controls that no text has: they tell that it is something else, or in another charset. */
const NOT_TEXT = /[^\P{Cc}\s\u0080-\u009f]/u;

/**
 * Reads a document: its text, and what it says of itself.
 * @throws ImportProblem where it cannot be read, saying why and what to do
 */
export async function readDocument(raw: RawDocument): Promise<ReadDocument> {
  const kind = kindOf(raw.bytes, raw.contentType, raw.name);
  const read = kind === 'application/pdf' ? await readPdf(raw.bytes) : readText(kind, raw);
  const text = textOfDocument(read.text);
  if (text === '') throw new ImportProblem('UNREADABLE_DOCUMENT', 'The document has no text. Paste its text instead.');
  if (text.length > MAX_TEXT) {
    const message = `The document's text is longer than ${MAX_TEXT} characters. Import it in parts.`;
    throw new ImportProblem('TOO_LONG', message);
  }
  return { ...read, text, mediaType: kind };
}

function readText(
  kind: Exclude<DocumentKind, 'application/pdf'>,
  { bytes, contentType, charset, url }: RawDocument,
): DocumentFacts & { readonly text: string } {
  const html = kind === 'text/html';
  const decoded = decodeText(bytes, { given: charset, transport: charsetOf(contentType), html });
  if (NOT_TEXT.test(decoded)) {
    const message = 'The document is called a text and holds something else. Export it as HTML, PDF or text.';
    throw new ImportProblem('UNREADABLE_DOCUMENT', message);
  }
  if (html) return readHtml(decoded, url);
  if (kind === 'text/markdown') return readMarkdown(decoded);
  return { ...NO_FACTS, title: lineOf(decoded.trimStart().split('\n', 1)[0]), text: decoded };
}
