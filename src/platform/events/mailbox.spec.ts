import { describe, expect, test } from '@jest/globals';
import { Mailbox } from './mailbox.js';

function mailbox(): { readonly box: Mailbox<number>; readonly closed: () => number } {
  let closed = 0;
  return { box: new Mailbox(String, () => (closed += 1)), closed: () => closed };
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a mailbox', () => {
  test('gives what was put, what was put twice once, the oldest first', async () => {
    const { box } = mailbox();
    box.put([1, 2]);
    box.put([2, 1, 3]);
    expect((await box.next()).value).toEqual([1, 2, 3]);
    box.put([2]);
    expect((await box.next()).value).toEqual([2]);
  });

  test('waits for what comes, and takes what comes with it', async () => {
    const { box } = mailbox();
    const next = box.next();
    box.put([1]);
    box.put([2]);
    expect((await next).value).toEqual([1, 2]);
  });

  test('gives fifty at once', async () => {
    const { box } = mailbox();
    box.put(upTo(120));
    const sizes = [
      (await box.next()).value?.length,
      (await box.next()).value?.length,
      (await box.next()).value?.length,
    ];
    expect(sizes).toEqual([50, 50, 20]);
  });

  test.each(['before', 'while'])('ends for whoever leaves %s it waits, and takes no more', async (when) => {
    const { box, closed } = mailbox();
    if (when === 'before') await box.return();
    const next = box.next();
    if (when === 'while') await box.return();
    expect(await next).toEqual({ done: true, value: undefined });
    box.put([1]);
    await box.return();
    expect(await box.next()).toEqual({ done: true, value: undefined });
    expect(closed()).toBe(1);
  });

  test.each(['before', 'while'])('ends with an error that comes %s it waits', async (when) => {
    const { box, closed } = mailbox();
    box.put(when === 'before' ? [1] : []);
    if (when === 'before') box.fail(new Error('lost'));
    const next = box.next();
    if (when === 'while') box.fail(new Error('lost'));
    await expect(next).rejects.toThrow('lost');
    expect(closed()).toBe(1);
  });

  test('ends with an error where too much waits', async () => {
    const { box, closed } = mailbox();
    box.put(upTo(10_000));
    expect(closed()).toBe(0);
    box.put([10_000]);
    expect(closed()).toBe(1);
    await expect(box.next()).rejects.toThrow('Read anew and subscribe again');
  });
});
