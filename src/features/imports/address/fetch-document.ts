import { request, type Dispatcher } from 'undici';
import { checkedAgent, RefusedAddress, type AddressRules, type Refusal } from '../../../platform/outgoing/index.js';
import { ImportProblem, MAX_DOCUMENT_BYTES, tooLarge } from '../import-problem.js';
import { isImportableType } from '../reading/document-kind.js';
import { ACCEPTED_CODINGS, unpacked } from './unpacked.js';

/** What an address gave. */
export interface FetchedDocument {
  /** Where it was found at last, after redirects. */
  readonly url: string;
  /** Its Content-Type header; null where it has none. */
  readonly contentType: string | null;
  readonly bytes: Buffer;
}

/** How addresses are fetched; the patience is for all of it, redirects included. */
export type FetchRules = AddressRules;

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const REFUSALS: Readonly<Record<Refusal, string>> = {
  FORM: 'Only http and https addresses without a password are fetched.',
  PLAIN: 'Only https addresses are fetched.',
  PLACE: 'The address leads to a place that is not public. Save the document and upload it.',
};
const HEADERS = {
  'user-agent': 'Gainsay (fact-checking archive)',
  accept: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/markdown;q=0.9, text/plain;q=0.8',
  'accept-encoding': ACCEPTED_CODINGS,
};

/**
 * Fetches a document from an address that anybody may have given. Before each request, redirects included, the server is
 * checked and the connection pinned to it (`checkedAgent`). No cookies, no credentials, no proxy.
 * @throws ImportProblem where the address is refused, does not answer in time or in good form, or gives what is not read
 */
export async function fetchDocument(address: string, rules: FetchRules): Promise<FetchedDocument> {
  const deadline = AbortSignal.timeout(rules.patience);
  try {
    let url = new URL(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const outcome = await ask(url, rules, deadline);
      if (!(outcome instanceof URL)) return outcome;
      url = outcome;
    }
  } catch (error) {
    throw problemOf(error, deadline);
  }
  throw unreachable('The address redirects too often. Give the one that it ends at.');
}

/** One request. Gives the document, or where to go on. */
async function ask(url: URL, rules: FetchRules, deadline: AbortSignal): Promise<FetchedDocument | URL> {
  const agent = await checkedAgent(url, rules, deadline);
  try {
    const response = await request(url, { dispatcher: agent, headers: HEADERS, signal: deadline });
    // A body that is left unread reports its end as an error, which nobody awaits.
    response.body.on('error', () => undefined);
    return await received(url, response);
  } finally {
    await agent.destroy();
  }
}

async function received(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
): Promise<FetchedDocument | URL> {
  const location = textOf(headers.location);
  if (REDIRECTS.has(statusCode) && location !== null && URL.canParse(location, url)) return new URL(location, url);
  if (statusCode !== 200) {
    throw unreachable(`The address answers with status ${statusCode}. Open it in a browser and import what you see.`);
  }
  const contentType = textOf(headers['content-type']);
  if (contentType !== null && !isImportableType(contentType)) {
    const message = 'The address gives neither HTML, PDF, Markdown nor plain text. Give one that does.';
    throw new ImportProblem('UNSUPPORTED_MEDIA_TYPE', message);
  }
  if (Number(headers['content-length'] ?? 0) > MAX_DOCUMENT_BYTES) throw tooLarge('The address');
  const bytes = await unpacked(body, textOf(headers['content-encoding']) ?? '');
  return { url: url.href, contentType, bytes };
}

function textOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header.join(', ') : header) ?? null;
}

/** Failures of the network, of the server and of what it sent have a code; whatever else is thrown is a fault of ours. */
function problemOf(error: unknown, deadline: AbortSignal): unknown {
  if (error instanceof ImportProblem) return error;
  if (error instanceof RefusedAddress) return new ImportProblem('ADDRESS_REFUSED', REFUSALS[error.why]);
  if (deadline.aborted) return unreachable('The address took too long to answer. Try again, or upload the document.');
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return error;
  return unreachable(`The address could not be read (${code}). Check it, or upload the document.`);
}

function unreachable(message: string): ImportProblem {
  return new ImportProblem('ADDRESS_UNREACHABLE', message);
}
