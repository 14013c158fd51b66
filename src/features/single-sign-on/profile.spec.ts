import { describe, expect, test } from '@jest/globals';
import { profileOf } from './profile.js';

const email = 'vera@desk.example';

describe('a profile', () => {
  test.each<[string, object, ReturnType<typeof profileOf>]>([
    ['all of it', { email, email_verified: true, name: 'Vera Moss' }, { email, name: 'Vera Moss' }],
    ['nothing', {}, { email: null, name: null }],
    ['an address that is not verified', { email, email_verified: false }, { email: null, name: null }],
    ['an address of which nothing is said', { email }, { email: null, name: null }],
    ['an address that is verified in words', { email, email_verified: 'true' }, { email: null, name: null }],
    ['an address that is none', { email: [email], email_verified: true }, { email: null, name: null }],
    ['a verified nothing', { email_verified: true }, { email: null, name: null }],
    ['a name to sign in with', { name: ' ', preferred_username: 'vera' }, { email: null, name: 'vera' }],
    ['a name that is none', { name: 7 }, { email: null, name: null }],
  ])('from %s', (_what, claims, expected) => {
    expect(profileOf(claims)).toEqual(expected);
  });
});
