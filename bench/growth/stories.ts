import { Random } from '../data/random.js';
import type { Rows } from '../data/rows.js';
import type { Client } from './client.js';
import { CLAIM_CREATE, figureInput, PROPERTY } from './inputs.js';
import { drawPlace } from './questions.js';
import type { GrowthPlan } from './settings.js';

/** Milliseconds to add a claim to a story, by the story's claims. */
export interface StoryGrowth {
  readonly claims: number;
  readonly milliseconds: readonly number[];
}

/** Adds claims to stories of several sizes in turn. */
export async function measureStories(
  client: Client,
  plan: GrowthPlan,
  stories: readonly Rows[],
): Promise<StoryGrowth[]> {
  const random = new Random(plan.seed);
  const series = plan.storySizes.map((claims, i) => ({ claims, rows: stories[i], milliseconds: [] as number[] }));
  for (let round = -5; round < plan.rounds; round += 1) {
    for (const { rows, milliseconds } of round % 2 === 0 ? series : [...series].reverse()) {
      if (!rows) continue;
      const input = figureInput(drawPlace(random, rows), PROPERTY, 10_000 + random.integer(0, 1_000_000));
      const took = await client.timed(CLAIM_CREATE, { input });
      if (round >= 0) milliseconds.push(took.milliseconds);
    }
  }
  return series.map(({ claims, milliseconds }) => ({ claims, milliseconds }));
}
