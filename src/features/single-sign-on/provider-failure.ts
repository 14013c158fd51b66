import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { SingleSignOnFailed, type SingleSignOnFailure } from './failure.js';

/** Codes of the library that say that no answer came, or none of a provider. */
const NO_ANSWER: ReadonlySet<string | undefined> = new Set([
  undefined,
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_TIMEOUT',
]);
/** Errors of the provider that are about this service or itself, not about the answer (RFC 6749, section 5.2). */
const NOT_SERVED: ReadonlySet<string> = new Set([
  'invalid_client',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
]);

/** What the library threw while an answer was exchanged, as it is told. Faults stay what they are. */
export function providerFailure(error: unknown): unknown {
  const code = codeOf(error);
  return code === null ? error : new SingleSignOnFailed(code, { cause: error });
}

function codeOf(error: unknown): SingleSignOnFailure | null {
  if (error instanceof AuthorizationResponseError) {
    return NOT_SERVED.has(error.error) ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REFUSED';
  }
  if (error instanceof ResponseBodyError) {
    return NOT_SERVED.has(error.error) ? 'PROVIDER_UNAVAILABLE' : 'ANSWER_INVALID';
  }
  // Answered where this service proves wrongly who it is (RFC 6749, section 5.2: 401 with WWW-Authenticate).
  if (error instanceof WWWAuthenticateChallengeError) return 'PROVIDER_UNAVAILABLE';
  if (error instanceof ClientError) return NO_ANSWER.has(error.code) ? 'PROVIDER_UNAVAILABLE' : 'ANSWER_INVALID';
  return null;
}
