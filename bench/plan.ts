import { FULL, type DatasetSettings } from './data/dataset.js';

/** How much is measured. */
export interface Plan {
  readonly name: 'full' | 'quick';
  readonly dataset: DatasetSettings;
  /** Every combination of query and connections is measured once a round on each server. */
  readonly rounds: number;
  readonly seconds: number;
  /** Before the first round, for each server and query. */
  readonly warmUpSeconds: number;
}

/** Concurrent connections that are measured. */
export const CONNECTIONS = [8, 64] as const;

export const PLANS: Readonly<Record<Plan['name'], Plan>> = {
  full: { name: 'full', dataset: FULL, rounds: 5, seconds: 3, warmUpSeconds: 3 },
  quick: {
    name: 'quick',
    dataset: { ...FULL, stories: 10, largestStory: 1_000 },
    rounds: 2,
    seconds: 1,
    warmUpSeconds: 2,
  },
};
