/** How much the growth part measures. */
export interface GrowthPlan {
  readonly name: 'full' | 'quick';
  readonly seed: number;
  /** Claims of the stories to which single claims are added. */
  readonly storySizes: readonly number[];
  /** Times that a claim is added to each of them in turn. */
  readonly rounds: number;
  readonly imported: number;
  /** Claims of one `claimImport`. */
  readonly batch: number;
  /** Claims imported before the same rows are inserted plainly, and so on in turn. */
  readonly chunk: number;
  readonly citations: number;
  readonly answers: number;
}

export const GROWTH_PLANS: Readonly<Record<GrowthPlan['name'], GrowthPlan>> = {
  full: {
    name: 'full',
    seed: 20_241_225,
    storySizes: [100, 1_000, 10_000, 50_000],
    rounds: 100,
    imported: 100_000,
    batch: 1_000,
    chunk: 10_000,
    citations: 10_000,
    answers: 1_000,
  },
  quick: {
    name: 'quick',
    seed: 20_241_225,
    storySizes: [100, 1_000],
    rounds: 30,
    imported: 4_000,
    batch: 1_000,
    chunk: 1_000,
    citations: 1_000,
    answers: 300,
  },
};
