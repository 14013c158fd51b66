import { expect, test } from '@jest/globals';
import { sortedFindings } from './findings.js';

test('findings are sorted by their members, in code units, the shorter first', () => {
  const sorted = ['b', 'a c d', 'a b c', 'a c', 'B', 'a', 'a', 'ab'];
  const findings = sorted.map((members) => ({
    members: members.split(' '),
    kind: 'QUANTITY' as const,
    strength: 'CONFLICT' as const,
    rule: 'rule',
    explanation: '',
  }));
  const expected = ['B', 'a', 'a', 'a b c', 'a c', 'a c d', 'ab', 'b'];
  expect(sortedFindings(findings).map(({ members }) => members.join(' '))).toEqual(expected);
  expect(sortedFindings([...findings].reverse()).map(({ members }) => members.join(' '))).toEqual(expected);
  expect(findings.map(({ members }) => members.join(' '))).toEqual(sorted);
});
