import type { ForeignProfile } from '../people/index.js';

/**
 * What claims say of a person. An address counts only where the provider says that it has verified it, and in no other
 * way than `true`: whoever can write any address into their profile must not become who has it here.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 */
export function profileOf(claims: object): ForeignProfile {
  const { email, email_verified: isVerified, name, preferred_username: username } = claims as Record<string, unknown>;
  return {
    email: isVerified === true && typeof email === 'string' ? email : null,
    name: [name, username].find((each): each is string => typeof each === 'string' && each.trim() !== '') ?? null,
  };
}
