import { createHmac } from 'node:crypto';

/** What of one attempt to sign in the provider is told, and what it must give back. */
export interface Attempt {
  /** Comes back with the answer, so that no other browser and no other site can bring one. */
  readonly state: string;
  /** Stands in what the provider signs, so that it was signed for this attempt. */
  readonly nonce: string;
  /** What only this attempt can exchange the answer with (RFC 7636: 43 characters are 256 bits). */
  readonly codeVerifier: string;
}

/**
 * The parts of an attempt, from the secret that its browser keeps: who has not that browser's cookie knows none of them,
 * and they are stored nowhere.
 */
export function attemptOf(secret: string): Attempt {
  const part = (name: string): string => createHmac('sha256', secret).update(name).digest('base64url');
  return { state: part('state'), nonce: part('nonce'), codeVerifier: part('code verifier') };
}
