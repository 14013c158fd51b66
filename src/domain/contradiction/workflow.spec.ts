import { describe, expect, test } from '@jest/globals';
import {
  actOf,
  afterAct,
  CONTRADICTION_ACTS,
  losersOf,
  upheldProblem,
  type ContradictionAct,
  type ContradictionOutcome,
  type ContradictionState,
} from './workflow.js';

const STATES: readonly ContradictionState[] = ['OPEN', 'IN_REVIEW', 'RESOLVED', 'DISMISSED', 'LAPSED'];

/** Where each act leads from each state, in the order of STATES; a dash where it cannot be done. */
const LEADS: readonly (readonly [ContradictionAct, string])[] = [
  ['take', 'IN_REVIEW - - - -'],
  ['release', '- OPEN - - -'],
  ['resolve', 'RESOLVED RESOLVED - - -'],
  ['dismiss', 'DISMISSED DISMISSED - - -'],
  ['confirm', '- - RESOLVED DISMISSED -'],
  ['reopen', '- - OPEN OPEN -'],
];

describe('the workflow of contradictions', () => {
  test.each(LEADS)('%s leads to %s', (act, leads) => {
    expect(STATES.map((state) => afterAct(act, state) ?? '-').join(' ')).toBe(leads);
  });

  test('has every act in the table', () => {
    expect(LEADS.map(([act]) => act)).toEqual(Object.keys(CONTRADICTION_ACTS));
  });

  test.each<[ContradictionOutcome, 'resolve' | 'dismiss', string]>([
    ['CLAIM_WRONG', 'resolve', 'b c'],
    ['ALL_WRONG', 'resolve', 'b c'],
    ['SUPERSEDED', 'resolve', ''],
    ['DIFFERENT_SCOPE', 'resolve', ''],
    ['DIFFERENT_MEANING', 'resolve', ''],
    ['BOTH_STAND', 'resolve', ''],
    ['NOT_A_CONFLICT', 'dismiss', ''],
  ])('%s %ss it, and of a, b and c with a upheld the losers are "%s"', (outcome, act, losers) => {
    expect(actOf(outcome)).toBe(act);
    expect(losersOf(outcome, ['a', 'b', 'c'], ['a']).join(' ')).toBe(losers);
  });

  test.each<[ContradictionOutcome, string]>([
    ['CLAIM_WRONG', 'no yes yes no'],
    ['SUPERSEDED', 'no yes yes no'],
    ['ALL_WRONG', 'yes no no no'],
    ['BOTH_STAND', 'yes yes yes yes'],
    ['NOT_A_CONFLICT', 'yes yes yes yes'],
  ])('%s takes none, one, two or three of three members upheld: %s', (outcome, taken) => {
    const may = [0, 1, 2, 3].map((upheld) => (upheldProblem(outcome, 3, upheld) === null ? 'yes' : 'no'));
    expect(may.join(' ')).toBe(taken);
  });
});
