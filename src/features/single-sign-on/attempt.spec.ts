import { describe, expect, test } from '@jest/globals';
import { attemptOf } from './attempt.js';

describe('an attempt', () => {
  const { state, nonce, codeVerifier } = attemptOf('secret');

  test('has three parts that differ, each of 256 bits', () => {
    expect(new Set([state, nonce, codeVerifier]).size).toBe(3);
    for (const part of [state, nonce, codeVerifier]) expect(part).toMatch(/^[\w-]{43}$/);
  });

  test('is the same whenever it is worked out, and another for another secret', () => {
    expect(attemptOf('secret')).toEqual({ state, nonce, codeVerifier });
    expect(Object.values(attemptOf('other')).filter((part) => [state, nonce, codeVerifier].includes(part))).toEqual([]);
  });
});
