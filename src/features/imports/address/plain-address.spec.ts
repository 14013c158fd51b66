import { describe, expect, test } from '@jest/globals';
import { addressOfPage, plainAddress } from './plain-address.js';

describe('the address of a page', () => {
  test.each([
    ['a fragment', 'https://a.example/x#y', 'https://a.example/x'],
    ['trackers', 'https://a.example/x?utm_source=m&id=7&fbclid=z', 'https://a.example/x?id=7'],
    ['nothing but trackers', 'https://a.example/x?gclid=1', 'https://a.example/x'],
    ['an upper-case host and a usual port', 'HTTPS://A.example:443/X', 'https://a.example/X'],
  ])('goes without %s', (_name, address, expected) => {
    expect(plainAddress(address)).toBe(expected);
  });

  test.each([
    ['none', null, 'https://www.a.example/x'],
    ['one of the same site', 'https://www.a.example/y', 'https://www.a.example/y'],
    ['one without www', 'http://a.example/y?utm_id=1', 'http://a.example/y'],
    ['one of another site', 'https://b.example/y', 'https://www.a.example/x'],
    ['one of a part of the site', 'https://news.a.example/y', 'https://www.a.example/x'],
  ])('where the page calls %s its own', (_name, canonical, expected) => {
    expect(addressOfPage('https://www.a.example/x#top', canonical)).toBe(expected);
  });
});
