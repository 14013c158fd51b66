import { getEncoding } from 'encoding-sniffer';
import { ImportProblem } from '../import-problem.js';

/** As much of a document as HTML looks at for a declaration of its charset (WHATWG HTML, section 13.2.3.2). */
const SNIFFED = 1024;

/** What is said of a text's charset, from the surest on. */
export interface CharsetHints {
  /** What the person who imports it says. */
  readonly given: string | null;
  /** What the server or the uploading program says. */
  readonly transport: string | null;
  /** Whether the text may declare its charset in itself, as HTML does. */
  readonly html: boolean;
}

/**
 * Turns the bytes of a text into Unicode: by the charset given, else by byte order mark, header and, in HTML, declaration
 * (WHATWG Encoding and HTML), else as UTF-8. Never guesses: what is not well-formed in its charset is refused, as is a text
 * that is not UTF-8 and says of no other charset.
 * @throws ImportProblem saying which charset was tried and what to do
 */
export function decodeText(bytes: Uint8Array, { given, transport, html }: CharsetHints): string {
  const label = given ?? (hasMark(bytes) || html ? sniffed(bytes, transport) : transport) ?? 'utf-8';
  const decoder = decoderOf(label);
  if (decoder === null) {
    throw unreadable(`The charset "${label.slice(0, 40)}" is not known. Say which one it is in input.charset.`);
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw unreadable(`The text is not well-formed ${decoder.encoding}. Say which charset it has in input.charset.`);
  }
}

function sniffed(bytes: Uint8Array, transport: string | null): string {
  return getEncoding(bytes.subarray(0, SNIFFED), {
    maxBytes: SNIFFED,
    defaultEncoding: 'utf-8',
    ...(transport !== null && { transportLayerEncodingLabel: transport }),
  });
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xef && second === 0xbb && third === 0xbf) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xff && second === 0xfe)
  );
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_NOT_SUPPORTED') return null;
    throw error;
  }
}

function unreadable(message: string): ImportProblem {
  return new ImportProblem('UNREADABLE_DOCUMENT', message);
}
