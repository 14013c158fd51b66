import { createHmac, randomBytes } from 'node:crypto';

/** How a secret begins, by Standard Webhooks; the key itself follows in base64. */
const PREFIX = 'whsec_';
/** In bytes; the specification asks for 24 to 64. */
const KEY_LENGTH = 32;

/** A secret that nobody can guess. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(KEY_LENGTH).toString('base64');
}

/** What a signature is of. */
export interface SignedMessage {
  /** The header webhook-id. */
  readonly id: string;
  /** The header webhook-timestamp: seconds since 1970. */
  readonly timestamp: number;
  /** The body, exactly as it is sent. */
  readonly body: string;
}

/**
 * The header webhook-signature: for each secret, `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, separated by
 * spaces (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export function signatureOf({ id, timestamp, body }: SignedMessage, secrets: readonly string[]): string {
  const content = `${id}.${timestamp}.${body}`;
  return secrets
    .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`)
    .join(' ');
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}
