import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { above, below, isEmpty, relate, within, type Interval } from './interval.js';
import { converse } from './relation.js';

const byNumber = (a: number, b: number): number => a - b;

/** Reads "[1, 5)", "(-∞, 3]". */
function interval(notation: string): Interval<number> {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])(\S+), (\S+)([\])])$/.exec(notation) ?? [];
  const end = (text: string): number | null => (text.includes('∞') ? null : Number(text));
  return { lower: end(from), upper: end(to), lowerOpen: open === '(', upperOpen: close === ')' };
}

describe('relate', () => {
  test.each([
    ['the same', '[1, 5]', '[1, 5]', 'EQUAL'],
    ['one number, twice', '[38, 38]', '[38, 38]', 'EQUAL'],
    ['everything, twice', '(-∞, ∞)', '(-∞, ∞)', 'EQUAL'],
    ['flags on unbounded ends mean nothing', '[-∞, 5]', '(-∞, 5]', 'EQUAL'],
    ['a number in a range', '[38, 38]', '[35, 40]', 'NARROWER'],
    ['a number in a half-line', '[38, 38]', '[35, ∞)', 'NARROWER'],
    ['an open end within a closed one', '[1, 5)', '[1, 5]', 'NARROWER'],
    ['the inside within the whole', '(1, 5)', '[1, 5]', 'NARROWER'],
    ['a range around a number', '[35, 40]', '[40, 40]', 'BROADER'],
    ['a half-line around a range', '(30, ∞)', '[31, 35]', 'BROADER'],
    ['ranges that share their middle', '[1, 5]', '[3, 9]', 'OVERLAPPING'],
    ['closed ends that touch', '[1, 5]', '[5, 9]', 'OVERLAPPING'],
    ['half-lines towards each other', '[35, ∞)', '(-∞, 40]', 'OVERLAPPING'],
    ['an open end that touches a closed one', '[0, 5)', '[5, 9]', 'DISJOINT'],
    ['a closed end that touches an open one', '[0, 5]', '(5, 9]', 'DISJOINT'],
    ['open ends that touch', '[0, 5)', '(5, 9]', 'DISJOINT'],
    ['two numbers', '[38, 38]', '[39, 39]', 'DISJOINT'],
    ['half-lines away from each other', '(-∞, 30]', '(30, ∞)', 'DISJOINT'],
    ['nothing against something', '(3, 3]', '[1, 5]', 'NARROWER'],
    ['nothing against nothing', '(3, 3]', '[9, 2]', 'EQUAL'],
  ])('%s: %s against %s is %s', (_name, a, b, expected) => {
    expect(relate(interval(a), interval(b), byNumber)).toBe(expected);
    expect(relate(interval(b), interval(a), byNumber)).toBe(converse(expected as ReturnType<typeof relate>));
  });
});

describe('isEmpty', () => {
  test.each([
    ['[3, 3]', false],
    ['(3, 4)', false],
    ['(-∞, 3)', false],
    ['(3, 3]', true],
    ['[3, 3)', true],
    ['(3, 3)', true],
    ['[4, 3]', true],
  ])('%s: %s', (notation, expected) => {
    expect(isEmpty(interval(notation), byNumber)).toBe(expected);
  });
});

describe('below and above', () => {
  test.each([
    ['[0, 4]', '[5, 9]', true],
    ['[0, 5)', '[5, 9]', true],
    ['[0, 5]', '[5, 9]', false],
    ['[0, ∞)', '[5, 9]', false],
    ['[5, 9]', '[0, 4]', false],
  ])('%s is below %s: %s', (a, b, expected) => {
    expect(below(interval(a), interval(b), byNumber)).toBe(expected);
    expect(above(interval(b), interval(a), byNumber)).toBe(expected);
  });
});

describe('laws, against membership of points', () => {
  const end = fc.option(fc.integer({ min: 0, max: 8 }), { nil: null });
  const intervals = fc
    .record({ lower: end, upper: end, lowerOpen: fc.boolean(), upperOpen: fc.boolean() })
    .filter((candidate) => !isEmpty(candidate, byNumber));
  /** Integers and what lies between and beyond them: no two intervals with ends 0 to 8 differ only elsewhere. */
  const points = Array.from({ length: 39 }, (_, index) => (index - 3) / 4);
  const holds = ({ lower, upper, lowerOpen, upperOpen }: Interval<number>, point: number): boolean =>
    (lower === null || (lowerOpen ? point > lower : point >= lower)) &&
    (upper === null || (upperOpen ? point < upper : point <= upper));

  test('relate says what the points say', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [inA, inB] = [points.filter((point) => holds(a, point)), points.filter((point) => holds(b, point))];
        const aWithinB = inA.every((point) => holds(b, point));
        const bWithinA = inB.every((point) => holds(a, point));
        const meet = inA.some((point) => holds(b, point));
        const apart = meet ? 'OVERLAPPING' : 'DISJOINT';
        const nested = aWithinB ? 'NARROWER' : bWithinA ? 'BROADER' : apart;
        expect(relate(a, b, byNumber)).toBe(aWithinB && bWithinA ? 'EQUAL' : nested);
      }),
    );
  });

  test('within is transitive', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, c) => {
        fc.pre(within(a, b, byNumber) && within(b, c, byNumber));
        expect(within(a, c, byNumber)).toBe(true);
      }),
    );
  });

  test('intervals that are apart lie on one side of each other', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const isApart = relate(a, b, byNumber) === 'DISJOINT';
        expect(below(a, b, byNumber) || above(a, b, byNumber)).toBe(isApart);
      }),
    );
  });
});
