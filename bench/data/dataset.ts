import { Random } from './random.js';
import { append, TABLES, type Row, type Rows } from './rows.js';
import { makeStory } from './story.js';
import { makeWorld } from './vocabulary.js';

/** What a data set is to be like. The same settings give the same rows. */
export interface DatasetSettings {
  readonly seed: number;
  readonly stories: number;
  /** Claims of the largest story; the n-th has n ** -skew of that (Zipf's law with another exponent than 1). */
  readonly largestStory: number;
  readonly skew: number;
  readonly claimsPerQuestion: number;
}

/** A hundred stories with a little over 100,000 claims, as the README's figures are measured on. */
export const FULL: DatasetSettings = {
  seed: 20_241_225,
  stories: 100,
  largestStory: 10_000,
  skew: 0.7,
  claimsPerQuestion: 8,
};

/** The moment of the first story, in epoch milliseconds. */
const START = Date.UTC(2023, 0, 1);
const HOUR = 3_600_000;

/**
 * Makes a whole data set. Rows of a table come in the order of their ids, that is of time: the stories grow side by
 * side, as they would have been written.
 */
export function makeDataset(settings: DatasetSettings): Rows {
  const world = makeWorld(new Random(settings.seed), START);
  const { rows } = world;
  for (let number = 1; number <= settings.stories; number += 1) {
    const random = new Random(settings.seed + number);
    const claims = Math.round(settings.largestStory * number ** -settings.skew);
    const { claimsPerQuestion } = settings;
    append(rows, makeStory(random, world, number, START + number * HOUR, { claims, claimsPerQuestion }));
  }
  for (const table of TABLES) rows[table].sort(byId);
  return rows;
}

function byId(a: Row, b: Row): number {
  const [one, other] = [a.id as string | undefined, b.id as string | undefined];
  if (one === undefined || other === undefined || one === other) return 0;
  return one < other ? -1 : 1;
}
