import { describe, expect, test } from '@jest/globals';
import { bannerOf } from './banner.js';

const url = 'http://127.0.0.1:4000';

describe('bannerOf', () => {
  test.each([
    [
      'a key that was just made',
      { madeKey: 'gainsay_abc', keyIsGiven: false },
      'Bearer gainsay_abc\n',
      'only this once',
    ],
    [
      'a key that was given',
      { madeKey: null, keyIsGiven: true },
      'Bearer <key>\n',
      'the one that GAINSAY_ADMIN_KEY holds',
    ],
    ['a key of an earlier start', { madeKey: null, keyIsGiven: false }, 'Bearer <key>\n', 'If it is lost, start'],
  ])('says where the service is and how to sign in with %s', (_name, key, header, advice) => {
    const banner = bannerOf({ url, ...key });
    expect(banner).toContain('http://127.0.0.1:4000/graphiql\n');
    expect(banner).toContain('http://127.0.0.1:4000/graphql\n');
    expect(banner).toContain(`Authorization: ${header}`);
    expect(banner).toContain(advice);
    expect(banner.match(/shown only|GAINSAY_ADMIN_KEY holds|shown at the first start/g)).toHaveLength(1);
  });
});
