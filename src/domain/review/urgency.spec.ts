import { describe, expect, test } from '@jest/globals';
import { reasonOf, urgencyOf, type Waiting } from './urgency.js';

/** What waits, the most urgent first, with the reason that is told. */
const QUEUE: readonly (readonly [Waiting, RegExp])[] = [
  [{ kind: 'SUBMITTED_CLAIM' }, /waits for an answer/],
  [{ kind: 'PROPOSAL', proposed: 'REWRITE' }, /says something else/],
  [{ kind: 'PROPOSAL', proposed: 'UNCITE' }, /loses a citation/],
  [
    { kind: 'CONTRADICTION', strength: 'CONFLICT', voices: 4 },
    /cannot both hold, and each is made by 4 voices or more/,
  ],
  [{ kind: 'CONTRADICTION', strength: 'CONFLICT', voices: 2 }, /and each is made by 2 voices or more/],
  [{ kind: 'CONTRADICTION', strength: 'CONFLICT', voices: 1 }, /at least one of them on one voice alone/],
  [{ kind: 'SOURCE_CHANGE', change: 'QUOTE_VANISHED' }, /words are gone/],
  [{ kind: 'SOURCE_CHANGE', change: 'SOURCE_RETRACTED' }, /source has been retracted/],
  [{ kind: 'SOURCE_CHANGE', change: 'ORIGIN_RETRACTED' }, /derives from has been retracted/],
  [{ kind: 'SOURCE_CHANGE', change: 'QUOTE_DOUBLED' }, /not sure any more which place/],
  [{ kind: 'SOURCE_CHANGE', change: 'QUOTE_MOVED' }, /stand elsewhere/],
  [{ kind: 'SOURCE_CHANGE', change: 'SOURCE_CORRECTED' }, /source has been corrected/],
  [{ kind: 'SOURCE_CHANGE', change: 'ORIGIN_CORRECTED' }, /derives from has been corrected/],
  [{ kind: 'NEW_EVIDENCE' }, /evidence has come since/],
  [{ kind: 'PROPOSAL', proposed: 'CITE' }, /made elsewhere too/],
  [{ kind: 'CONTRADICTION', strength: 'TENSION', voices: 3 }, /can perhaps be reconciled/],
  [{ kind: 'CONTRADICTION', strength: 'TENSION', voices: 1 }, /can perhaps be reconciled/],
  [{ kind: 'CONTRADICTION', strength: 'POSSIBLE', voices: 2 }, /a reader has to say/],
  [{ kind: 'SUGGESTION' }, /nobody has accepted or rejected it/],
];

describe('what waits', () => {
  test.each(QUEUE)('%j is told why', (waiting, reason) => {
    expect(reasonOf(waiting)).toMatch(reason);
  });

  test('is in this order', () => {
    const urgencies = QUEUE.map(([waiting]) => urgencyOf(waiting));
    expect(urgencies).toEqual([...new Set(urgencies)].sort((a, b) => a - b));
  });

  test('is no more urgent for voices beyond four', () => {
    const of = (voices: number): number => urgencyOf({ kind: 'CONTRADICTION', strength: 'CONFLICT', voices });
    expect(of(9)).toBe(of(4));
  });
});
