import { describe, expect, test } from '@jest/globals';
import { hashPassword, isOutdated, isPassword } from './password-hash.js';

describe('password hashes', () => {
  test('are Argon2id at the cost that OWASP asks for, with a salt of their own', async () => {
    const [one, other] = [
      await hashPassword('four quiet harbour lamps'),
      await hashPassword('four quiet harbour lamps'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(isOutdated(one)).toBe(false);
  });

  test.each([
    ['the password', 'four quiet harbour lamps', true],
    ['other case', 'Four quiet harbour lamps', false],
    ['a space more', 'four quiet harbour lamps ', false],
    ['nothing', '', false],
  ])('are told from %s', async (_what, typed, expected) => {
    expect(await isPassword(await hashPassword('four quiet harbour lamps'), typed)).toBe(expected);
  });

  test('are the same for the same characters typed in another way', async () => {
    const stored = await hashPassword('café on the ﬁfth pier');
    expect(await isPassword(stored, 'cafe\u0301 on the fifth pier')).toBe(true);
  });

  test.each([
    ['less memory', '$argon2id$v=19$m=12288,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['more passes', '$argon2id$v=19$m=19456,t=3,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['more lanes', '$argon2id$v=19$m=19456,t=2,p=4$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g'],
  ])('made with %s are outdated', (_what, stored) => {
    expect(isOutdated(stored)).toBe(true);
  });
});
