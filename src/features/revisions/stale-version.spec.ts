import { describe, expect, test } from '@jest/globals';
import { UserErrorCode } from '../../graphql/errors/index.js';
import type { ChangeSince } from './field-change.js';
import { staleVersion } from './stale-version.js';

const ranked: ChangeSince = {
  version: 3,
  changes: [{ field: 'rank', before: 'NORMAL', after: 'DEPRECATED' }],
  actor: 'Edith',
};
const told = (from: number, to: number, since: readonly ChangeSince[]): string => {
  const stale = { expected: from, version: to, what: 'claim', now: 'DRAFT' };
  const [problem] = staleVersion(stale, since).problems;
  expect(problem).toMatchObject({ code: UserErrorCode.STALE_VERSION, field: ['expectedVersion'] });
  return problem?.message ?? '';
};
const THEN = 'it is at version 3, DRAFT. Read it again.';

describe('a change from an older version', () => {
  test('is told which fields changed, and by whom', () => {
    expect(told(2, 3, [ranked])).toBe(
      `The claim has changed since version 2 (version 3 by Edith: rank from "NORMAL" to "DEPRECATED"): ${THEN}`,
    );
  });

  test('is told of changes that nobody made', () => {
    expect(told(1, 3, [ranked])).toContain('"DEPRECATED"; what the service found anew)');
    expect(told(1, 3, [])).toBe(`The claim has changed since version 1 (what the service found anew): ${THEN}`);
  });

  test('is told of a version that has never been', () => {
    expect(told(7, 3, [])).toBe(`The claim has changed since version 7: ${THEN}`);
  });

  test('is told of the last five of many', () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ ...ranked, version: i + 2 }));
    expect(told(1, 9, many)).toMatch(/\(3 earlier changes; version 5 by .*; version 9 by [^;]*\)/);
  });

  test('is told the beginning of long words, and what was not there', () => {
    const changes = [{ field: 'note', before: null, after: 'x'.repeat(200) }];
    expect(told(2, 3, [{ ...ranked, changes }])).toContain(`note from nothing to "${'x'.repeat(80)}…"`);
  });
});
