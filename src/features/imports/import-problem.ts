/** What can be wrong with a document that somebody wants to import; the same names as in the API's error codes. */
export type ImportProblemCode =
  'ADDRESS_REFUSED' | 'ADDRESS_UNREACHABLE' | 'TOO_LONG' | 'UNREADABLE_DOCUMENT' | 'UNSUPPORTED_MEDIA_TYPE';

/** Why a document cannot be had or read, in words that say what to do. */
export class ImportProblem extends Error {
  constructor(
    readonly code: ImportProblemCode,
    message: string,
  ) {
    super(message);
    this.name = 'ImportProblem';
  }
}

/** Most bytes of a document, as sent, as unpacked, and as uploaded. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** @param what the document as a sentence begins with it: 'The address' or 'The file' */
export function tooLarge(what: string): ImportProblem {
  const limit = MAX_DOCUMENT_BYTES / 1024 / 1024;
  return new ImportProblem('TOO_LONG', `${what} gives more than ${limit} MiB. Import the part that you need.`);
}
