import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { DeliveryLane } from './delivery-lane.js';

/** A lane over a list of jobs, each of which is settled when the test says so. */
function laneOf(jobs: number[], width: number) {
  const inHand = new Map<number, () => void>();
  const settled: number[] = [];
  const lane = new DeliveryLane<number>(
    {
      take: async (atMost) => {
        await turn();
        return jobs.splice(0, atMost);
      },
      settle: async (job) => {
        await new Promise<void>((done) => inHand.set(job, done));
        inHand.delete(job);
        settled.push(job);
      },
    },
    width,
  );
  const settle = async (job: number): Promise<void> => {
    inHand.get(job)?.();
    for (let i = 0; i < 5; i += 1) await turn();
  };
  return { lane, settle, settled, inHand: () => [...inHand.keys()] };
}

describe('a lane', () => {
  test('has so many in hand, and takes the next as one is settled', async () => {
    const { lane, settle, inHand, settled } = laneOf([1, 2, 3, 4], 2);
    await lane.pump();
    expect(inHand()).toEqual([1, 2]);
    await lane.pump();
    expect(inHand()).toEqual([1, 2]);
    await settle(2);
    expect(inHand()).toEqual([1, 3]);
    await settle(3);
    await settle(1);
    await settle(4);
    expect(settled).toEqual([2, 3, 1, 4]);
    await lane.idle();
  });

  test('takes no more than it has room for where it is asked twice at once', async () => {
    const { lane, inHand } = laneOf([1, 2, 3, 4], 2);
    await Promise.all([lane.pump(), lane.pump()]);
    expect(inHand()).toEqual([1, 2]);
  });

  test('ends what is in hand and takes no more once it is over', async () => {
    const { lane, settle, inHand } = laneOf([1, 2], 1);
    await lane.pump();
    lane.end();
    const idle = lane.idle();
    await settle(1);
    await idle;
    await lane.pump();
    expect(inHand()).toEqual([]);
  });

  test('takes what has come since it was idle', async () => {
    const jobs = [1];
    const { lane, settle, inHand } = laneOf(jobs, 1);
    await lane.pump();
    await settle(1);
    jobs.push(2);
    await lane.pump();
    expect(inHand()).toEqual([2]);
  });
});
