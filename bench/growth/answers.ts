import { Random } from '../data/random.js';
import type { Rows } from '../data/rows.js';
import { median, type Client } from './client.js';
import { CLAIM_CREATE, figureInput, PROPERTY, type Place } from './inputs.js';
import { ADDED, fill, newSubject, placeOf, QUESTION, READ } from './questions.js';
import type { GrowthPlan } from './settings.js';

/** A question with ten answers, and one with many, all of which contradict each other. */
export interface AnswerGrowth {
  readonly answers: number;
  readonly contradictions: number;
  readonly adding: { readonly few: readonly number[]; readonly many: readonly number[] };
  readonly reading: { readonly milliseconds: number; readonly bytes: number };
  readonly incompatible: { readonly milliseconds: number; readonly bytes: number; readonly total: number };
  /** In MB, before the question was filled and at the end. */
  readonly memory: readonly [number, number];
}

const FEW_ANSWERS = 10;
const INCOMPATIBLE = /* GraphQL */ `
  query ($claim: ID!) {
    claim(id: $claim) {
      incompatible(first: 50) {
        totalCount
        nodes {
          claim {
            id
            statement
          }
          kind
          strength
          explanation
        }
      }
    }
  }
`;

export async function measureAnswers(client: Client, plan: GrowthPlan, story: Rows): Promise<AnswerGrowth> {
  const before = client.memory();
  const random = new Random(plan.seed);
  const many = await newSubject(client, story);
  const place = (subject: string): Place => placeOf(subject, random.pick(story.source));
  const ids = await fill(
    client,
    Array.from({ length: plan.answers }, (_, i) => figureInput(place(many), PROPERTY, 1_000 + i)),
  );
  const adding = { few: [] as number[], many: [] as number[] };
  for (let i = -5; i < ADDED; i += 1) {
    const few = await newSubject(client, story);
    await fill(
      client,
      Array.from({ length: FEW_ANSWERS }, (_, j) => figureInput(place(few), PROPERTY, 1_000 + j)),
    );
    for (const [side, subject] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const { milliseconds } = await client.timed(CLAIM_CREATE, {
        input: figureInput(place(subject), PROPERTY, 100_000 + i),
      });
      if (i >= 0) adding[side].push(milliseconds);
    }
  }
  const reads = [];
  for (let i = 0; i < READ; i += 1) {
    reads.push(
      await client.timed<{ node: { questions: { contradictions: unknown[] }[] } }>(QUESTION, { subject: many }),
    );
  }
  const pages = [];
  for (let i = 0; i < READ; i += 1) {
    const claim = ids[random.integer(0, ids.length - 1)];
    pages.push(await client.timed<{ claim: { incompatible: { totalCount: number } } }>(INCOMPATIBLE, { claim }));
  }
  return {
    answers: plan.answers,
    contradictions: reads[0]?.data.node.questions[0]?.contradictions.length ?? NaN,
    adding,
    reading: { milliseconds: median(reads.map(({ milliseconds }) => milliseconds)), bytes: reads[0]?.bytes ?? NaN },
    incompatible: {
      milliseconds: median(pages.map(({ milliseconds }) => milliseconds)),
      bytes: pages[0]?.bytes ?? NaN,
      total: pages[0]?.data.claim.incompatible.totalCount ?? NaN,
    },
    memory: [before, client.memory()],
  };
}
