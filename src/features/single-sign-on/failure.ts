import type { LinkedSignInRefusal } from '../people/index.js';

/**
 * Why signing in did not succeed, as the page is told that the browser returns to. Part of the contract: the panel
 * says each in words.
 */
export type SingleSignOnFailure =
  | LinkedSignInRefusal
  /** It was begun in another browser or too long ago, has ended already, or never began. */
  | 'ATTEMPT_UNKNOWN'
  /** Another site's page began it. */
  | 'FROM_ELSEWHERE'
  /** What the provider answered does not hold: signed for something else, or changed on the way. */
  | 'ANSWER_INVALID'
  /** The provider did not let the person in, or they went back. */
  | 'PROVIDER_REFUSED'
  /** The provider cannot be reached, or does not know this service. */
  | 'PROVIDER_UNAVAILABLE'
  | 'TOO_MANY_ATTEMPTS';

/** Signing in did not succeed, for a reason that somebody can mend. */
export class SingleSignOnFailed extends Error {
  constructor(
    readonly code: SingleSignOnFailure,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
