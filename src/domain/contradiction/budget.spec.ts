import { expect, test } from '@jest/globals';
import { budgetOf } from './budget.js';

test('a budget is spent step by step, and knows whether one was refused', () => {
  const budget = budgetOf(2);
  expect([budget.spend(), budget.spend(), budget.isExhausted()]).toEqual([true, true, false]);
  expect([budget.spend(), budget.isExhausted()]).toEqual([false, true]);
  expect([budget.spend(), budget.isExhausted()]).toEqual([false, true]);
});

test('of nothing nothing can be spent', () => {
  const budget = budgetOf(0);
  expect([budget.isExhausted(), budget.spend(), budget.isExhausted()]).toEqual([false, false, true]);
});
