import { MIMEType } from 'node:util';
import { ImportProblem } from '../import-problem.js';

/** How a document is read; the media type that its snapshot is kept with. */
export type DocumentKind = 'application/pdf' | 'text/html' | 'text/markdown' | 'text/plain';

/** Media types and how they are read; null where the content has to tell. */
const KIND_BY_TYPE: Readonly<Record<string, DocumentKind | null>> = {
  'application/pdf': 'application/pdf',
  'application/x-pdf': 'application/pdf',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/plain': null,
  'application/octet-stream': null,
  'binary/octet-stream': null,
};

const KIND_BY_ENDING: Readonly<Record<string, DocumentKind>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
};

/** A PDF begins within its first 1,024 bytes (PDF 1.7, implementation note 13). */
const PDF_WITHIN = 1024;

/** Whether documents of a media type are read. */
export function isImportableType(contentType: string): boolean {
  const type = essenceOf(contentType);
  return type !== null && Object.hasOwn(KIND_BY_TYPE, type);
}

/** The charset that a Content-Type header names; null where it names none. */
export function charsetOf(contentType: string | null): string | null {
  return contentType !== null && essenceOf(contentType) !== null
    ? new MIMEType(contentType).params.get('charset')
    : null;
}

/**
 * How a document is to be read, by what it is said to be, what it is called and how it begins.
 * @param name its file name or the path of its address, for the ending
 * @throws ImportProblem where it is not what it is said to be, or nothing that is read
 */
export function kindOf(bytes: Uint8Array, contentType: string | null, name: string): DocumentKind {
  if (contentType !== null && !isImportableType(contentType)) throw unsupported();
  const declared = contentType === null ? null : (KIND_BY_TYPE[essenceOf(contentType) ?? ''] ?? null);
  const named = KIND_BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_WITHIN)).toString('latin1');
  if (start.includes('%PDF-')) return 'application/pdf';
  const kind =
    declared ?? named ?? (/^\W*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(start) ? 'text/html' : null);
  if (kind === 'application/pdf') {
    throw new ImportProblem('UNREADABLE_DOCUMENT', 'The document is called a PDF and is none. Export it anew.');
  }
  return kind ?? 'text/plain';
}

function unsupported(): ImportProblem {
  const message = 'The document is neither HTML, PDF, Markdown nor plain text. Export it as one of these.';
  return new ImportProblem('UNSUPPORTED_MEDIA_TYPE', message);
}

/** Type and subtype of a Content-Type header in lower case; null where it is malformed. */
function essenceOf(contentType: string): string | null {
  try {
    return new MIMEType(contentType).essence;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_INVALID_MIME_SYNTAX') return null;
    throw error;
  }
}
