import { request } from 'undici';
import { checkedAgent, RefusedAddress, type AddressRules } from '../../../platform/outgoing/index.js';
import { refusalOf } from '../webhook-address.service.js';
import { signatureOf } from '../webhook-secret.js';

/** One request to be made. */
export interface Message {
  /** The header webhook-id, the same in every attempt. */
  readonly id: string;
  readonly url: string;
  /** All that are good at present, the newest first. */
  readonly secrets: readonly string[];
  readonly body: string;
}

/** What came of it. */
export interface Outcome {
  readonly startedAt: Date;
  /** In milliseconds. */
  readonly duration: number;
  readonly status: number | null;
  /** Why it failed, for people; null where it did not. */
  readonly error: string | null;
  /** How the answer's body begins; null where it is empty. */
  readonly response: string | null;
}

/** As much of an answer's body as is kept, in UTF-16 code units. */
const RESPONSE_KEPT = 1_000;

/**
 * Makes one request, to an address that is checked anew. Redirects are not followed: they would lead past the check, and
 * a receiver that has moved is to be entered anew. Nothing is thrown: whatever fails is the outcome.
 * @param stopping aborts it
 */
export async function sendMessage(message: Message, rules: AddressRules, stopping: AbortSignal): Promise<Outcome> {
  const startedAt = new Date();
  const began = performance.now();
  const patience = AbortSignal.timeout(rules.patience);
  const deadline = AbortSignal.any([patience, stopping]);
  const answer = await ask(message, startedAt, rules, deadline).catch((error: unknown) => ({
    status: null,
    error: reasonOf(error, patience, stopping),
    response: null,
  }));
  return { startedAt, duration: Math.round(performance.now() - began), ...answer };
}

async function ask(
  { id, url, secrets, body }: Message,
  now: Date,
  rules: AddressRules,
  deadline: AbortSignal,
): Promise<Pick<Outcome, 'status' | 'error' | 'response'>> {
  const address = new URL(url);
  const timestamp = Math.floor(now.getTime() / 1000);
  const agent = await checkedAgent(address, rules, deadline);
  try {
    const { statusCode, body: answer } = await request(address, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Gainsay (webhooks)',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
      },
      body,
      signal: deadline,
    });
    // A body that is left unread reports its end as an error, which nobody awaits.
    answer.on('error', () => undefined);
    const response = await beginningOf(answer);
    return { status: statusCode, error: errorOf(statusCode), response };
  } finally {
    await agent.destroy();
  }
}

/** The status has come, so that a body which breaks off makes no failure. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      // No character has more than four bytes.
      if (size >= 4 * RESPONSE_KEPT) break;
    }
  } catch {
    return textOf(chunks);
  }
  return textOf(chunks);
}

/** PostgreSQL keeps no null characters. */
function textOf(chunks: readonly Buffer[]): string | null {
  const text = new TextDecoder().decode(Buffer.concat(chunks)).replaceAll('\0', '\u{FFFD}');
  // Not through the middle of a character of two code units.
  const beginning = text.slice(0, RESPONSE_KEPT).replace(/[\uD800-\uDBFF]$/, '');
  return beginning === '' ? null : beginning;
}

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `The receiver redirects (${status}), which is not followed.`;
  return `The receiver answered with status ${status}.`;
}

function reasonOf(error: unknown, patience: AbortSignal, stopping: AbortSignal): string {
  if (error instanceof RefusedAddress) return refusalOf(error);
  if (stopping.aborted) return 'The service was stopped before the answer came.';
  if (patience.aborted) return 'The receiver did not answer in time.';
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return `The receiver could not be reached (${String(code ?? message)}).`;
}
