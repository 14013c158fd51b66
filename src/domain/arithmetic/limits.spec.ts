import { expect, test } from '@jest/globals';
import type { Question } from '../claim/question.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard, fatalities, fates, question, roles, survivors } from './arithmetic.spec-kit.js';
import { findArithmetic, MAX_SETS } from './find-arithmetic.js';

const identities = [fates, roles];

const many = (about: Question['property'], count: number, amountOf: (index: number) => number): Question => ({
  property: about,
  claims: Array.from({ length: count }, (_, index) =>
    claim(figure(String(amountOf(index))), { id: `${about.key}${index}` }),
  ),
});

test('a thousand answers to each of three questions end in a bounded number of findings, the tightest first', () => {
  const questions = [
    many(aboard, 1_000, (index) => 5_000 + index),
    many(fatalities, 1_000, (index) => 3_000 + index),
    many(survivors, 1_000, (index) => 3_000 + index),
  ];
  const { findings, exhausted } = findArithmetic(questions, identities, vocabulary, () => false);
  expect(exhausted).toBe(true);
  expect(findings.length).toBeLessThanOrEqual(MAX_SETS);
  expect(findings.map(({ members }) => members)).toContainEqual(['aboard0', 'fatalities999', 'survivors999']);
});

test('a thousand answers to each that agree are not searched through', () => {
  const questions = [
    many(aboard, 1_000, () => 67),
    many(fatalities, 1_000, () => 38),
    many(survivors, 1_000, () => 29),
  ];
  expect(findArithmetic(questions, identities, vocabulary, () => false)).toEqual({ findings: [], exhausted: false });
});

test('twelve parts of which any seven exceed the whole are searched up to the limit', () => {
  const parts = Array.from({ length: 12 }, (_, index) => `nation${index}`);
  const nations = {
    label: (id: string) => id,
    relate: (a: string, b: string) => (a === b ? ('EQUAL' as const) : ('DISJOINT' as const)),
    declaredDisjoint: () => true,
    divisions: [],
  };
  const claims = parts.map((id) => ({
    ...claim(figure('10'), { id }),
    scope: [{ dimension: 'nationality', conceptId: id }],
  }));
  const asked = question(fatalities, claim(figure('69'), { id: 'whole' }), ...claims);
  const { findings, exhausted } = findArithmetic([asked], [], nations, () => false);
  expect(exhausted).toBe(false);
  expect(findings.length).toBe(792);
});
