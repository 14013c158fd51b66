import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSecondPerson, type Hand } from './four-eyes.js';
import {
  changesByProposal,
  isPossible,
  REVIEW_ACTS,
  REVIEW_STATES,
  stands,
  TRANSITIONS,
  type ReviewAct,
  type ReviewState,
} from './transitions.js';

/** What may be done in each state, told a second time. */
const MAY: Readonly<Record<ReviewState, readonly ReviewAct[]>> = {
  DRAFT: ['SUBMIT', 'RETRACT'],
  IN_REVIEW: ['WITHDRAW', 'REQUEST_CHANGES', 'APPROVE', 'REJECT', 'RETRACT'],
  CHANGES_REQUESTED: ['SUBMIT', 'RETRACT'],
  PUBLISHED: ['RETRACT'],
  REJECTED: ['REOPEN'],
  RETRACTED: ['REOPEN'],
};

describe('the states of review', () => {
  test.each(REVIEW_STATES)('%s allows what it should', (state) => {
    expect(REVIEW_ACTS.filter((act) => isPossible(act, state))).toEqual(MAY[state]);
  });

  test.each(REVIEW_ACTS)('%s leads elsewhere', (act) => {
    const { from, to } = TRANSITIONS[act];
    expect(from).not.toContain(to);
  });

  test('every state is reached from a draft, and leads back to one', () => {
    const reachable = (start: ReviewState): Set<ReviewState> => {
      const seen = new Set([start]);
      for (const state of seen) {
        for (const act of REVIEW_ACTS) if (isPossible(act, state)) seen.add(TRANSITIONS[act].to);
      }
      return seen;
    };
    for (const state of REVIEW_STATES) expect(reachable(state)).toEqual(new Set(REVIEW_STATES));
  });

  test('whatever is done, only an approval by a second person publishes', () => {
    const step = fc.record({ act: fc.constantFrom(...REVIEW_ACTS), by: fc.constantFrom('a', 'b', 'c') });
    const authors: Hand[] = [
      { accountId: 'a', responsibleId: null },
      { accountId: 'robot', responsibleId: 'b' },
    ];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: ReviewState = 'DRAFT';
        for (const { act, by } of steps) {
          const { from, to, fourEyes } = TRANSITIONS[act];
          const isAllowed = !fourEyes || isSecondPerson({ accountId: by, responsibleId: null }, authors);
          if (!from.includes(state) || !isAllowed) continue;
          if (to === 'PUBLISHED') expect([state, act, by]).toEqual(['IN_REVIEW', 'APPROVE', 'c']);
          if (!stands(state)) expect(act).toBe('REOPEN');
          if (changesByProposal(state)) expect(act).toBe('RETRACT');
          state = to;
        }
      }),
    );
  });

  test('what refuses or sends back says why', () => {
    const silent = REVIEW_ACTS.filter((act) => !TRANSITIONS[act].needsReason);
    expect(silent).toEqual(['SUBMIT', 'WITHDRAW', 'APPROVE']);
  });
});

describe('four eyes', () => {
  const person = (accountId: string): Hand => ({ accountId, responsibleId: null });
  const robot = (accountId: string, responsibleId: string): Hand => ({ accountId, responsibleId });

  test.each([
    ['nobody else wrote', person('ann'), [], true],
    ['others wrote', person('ann'), [person('bea'), robot('feed', 'carl')], true],
    ['the author', person('ann'), [person('bea'), person('ann')], false],
    ['who answers for the author', person('ann'), [robot('feed', 'ann')], false],
    ['a service of the author', robot('feed', 'ann'), [person('ann')], false],
    ['a service of who answers for another', robot('feed', 'ann'), [robot('wire', 'ann')], false],
    ['a service that wrote itself', robot('feed', 'ann'), [robot('feed', 'ann')], false],
    ['a service of somebody else', robot('feed', 'ann'), [robot('wire', 'bea')], true],
    ['a service that nobody answers for', person('feed'), [person('feed')], false],
  ])('%s', (_what, decider, authors, expected) => {
    expect(isSecondPerson(decider, authors)).toBe(expected);
  });
});
