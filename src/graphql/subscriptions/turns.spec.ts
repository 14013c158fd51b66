import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('so many at a time, the others in the order in which they came; a failure gives its turn on', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const results = [0, 1, 2, 3, 4].map((i) =>
    turns.take(async () => {
      begun.push(i);
      await new Promise<void>((end) => (ends[i] = end));
      if (i === 1) throw new Error('failed');
      return i;
    }),
  );
  const settled = Promise.allSettled(results);
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await soon();
  expect(begun).toEqual([0, 1]);
  ends[1]!();
  await soon();
  expect(begun).toEqual([0, 1, 2]);
  for (const i of [0, 2, 3, 4]) {
    ends[i]!();
    await soon();
  }
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
