import type { Rows } from '../data/rows.js';
import type { Client } from './client.js';
import { CITATION_ADD, figureInput, PROPERTY } from './inputs.js';
import { ADDED, fill, newSubject, placeOf, QUESTION, READ, speakersOf } from './questions.js';
import type { GrowthPlan } from './settings.js';

/** One question with few and one with many citations, each with five answers. */
export interface CitationGrowth {
  readonly citations: number;
  readonly adding: { readonly few: readonly number[]; readonly many: readonly number[] };
  readonly reading: { readonly few: readonly number[]; readonly many: readonly number[] };
}

const ANSWERS = 5;

export async function measureCitations(client: Client, plan: GrowthPlan, story: Rows): Promise<CitationGrowth> {
  const [few, many] = await Promise.all([newSubject(client, story), newSubject(client, story)]);
  if (!few || !many) throw new Error('There are two subjects.');
  const places = story.source.map((source) => placeOf(few, source));
  const answers = Array.from({ length: ANSWERS }, (_, i) => i);
  const fewIds = await fill(
    client,
    answers.map((i) => figureInput(places[i] ?? places[0]!, PROPERTY, 100 + i)),
  );
  // Each source makes each claim for as many speakers as it takes.
  const speakers = await speakersOf(client, Math.ceil(plan.citations / ANSWERS / places.length) + 1);
  const inputs = Array.from({ length: plan.citations }, (_, i) => {
    const place = places[Math.floor(i / ANSWERS) % places.length]!;
    const claimant = speakers[Math.floor(i / ANSWERS / places.length)];
    const input = figureInput({ ...place, subject: many }, PROPERTY, 100 + (i % ANSWERS));
    return { ...input, citations: [{ ...(input.citations as object[])[0], claimant }] };
  });
  const manyIds = (await fill(client, inputs)).slice(0, ANSWERS);

  const adding = { few: [] as number[], many: [] as number[] };
  const reading = { few: [] as number[], many: [] as number[] };
  for (let i = -5; i < ADDED; i += 1) {
    for (const [side, ids] of [
      ['few', fewIds],
      ['many', manyIds],
    ] as const) {
      const place = places[(i + 5 + ANSWERS) % places.length]!;
      const [claimant] = await speakersOf(client, 1);
      const citation = { source: place.source, quote: { exact: place.title, start: 0 }, claimant };
      const { milliseconds } = await client.timed(CITATION_ADD, { input: { claim: ids[0], citation } });
      if (i >= 0) adding[side].push(milliseconds);
    }
  }
  for (let i = 0; i < READ; i += 1) {
    reading.few.push((await client.timed(QUESTION, { subject: few })).milliseconds);
    reading.many.push((await client.timed(QUESTION, { subject: many })).milliseconds);
  }
  return { citations: plan.citations, adding, reading };
}
