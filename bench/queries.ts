import { encodeCursor } from '../src/graphql/connections/cursor.js';
import { encodeId } from '../src/graphql/node/global-id.js';
import { GAINSAY, POSTGRAPHILE, POSTGRAPHILE_CURSOR } from './documents.js';
import { Random } from './data/random.js';
import type { Rows } from './data/rows.js';

/** The servers that are measured, in the order in which the report names them. */
export const SERVERS = ['gainsay', 'postgraphile', 'json'] as const;
export type ServerName = (typeof SERVERS)[number];

export const QUERIES = ['story', 'feed', 'claim', 'deep'] as const;
export type QueryName = (typeof QUERIES)[number];

/** What each query is, for the report. */
export const TITLES: Readonly<Record<QueryName, string>> = {
  story: "A story's first 50 claims, each with 3 citations, their sources, and 5 contradictions",
  feed: '50 open contradictions, with their claims and a citation and source of each',
  claim: 'One claim by id, with subject, property, citations and sources',
  deep: 'The first query again, from a cursor 9,000 claims deep',
};

/** Requests of one query: the i-th body for each server asks for the same rows. */
export type Requests = Readonly<Record<ServerName, readonly string[]>>;

/** Rows to ask for, drawn once from the data set. */
export interface Sample {
  readonly stories: readonly string[];
  readonly claims: readonly { readonly storyId: string; readonly id: string }[];
  /** The largest story and claims of it, each with its offset in the story's list, newest first. */
  readonly deep: readonly { readonly storyId: string; readonly id: string; readonly offset: number }[];
}

const STORY_REQUESTS = 400;
const CLAIM_REQUESTS = 2_000;
const DEEP_REQUESTS = 100;
const DEEP_OFFSET = 9_000;

/** Draws what is asked for, the same for the same rows. `rows.claim` must be in the order of ids. */
export function drawSample(rows: Rows, seed: number): Sample {
  const random = new Random(seed);
  const stories = rows.story.map(({ id }) => String(id));
  const times = <T>(count: number, draw: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => draw(i));
  const largest = stories[0] ?? '';
  const newestFirst = rows.claim.filter((claim) => claim.story_id === largest).reverse();
  const deepest = newestFirst.length - 60;
  const start = Math.min(DEEP_OFFSET, deepest - DEEP_REQUESTS);
  return {
    stories: times(STORY_REQUESTS, () => random.pick(stories)),
    claims: times(CLAIM_REQUESTS, () => {
      const claim = random.pick(rows.claim);
      return { storyId: String(claim.story_id), id: String(claim.id) };
    }),
    deep: times(DEEP_REQUESTS, (i) => {
      const offset = start + Math.floor(((deepest - start) * i) / DEEP_REQUESTS);
      return { storyId: largest, id: String(newestFirst[offset]?.id), offset };
    }),
  };
}

/** Asks a server something before measuring; gives the body of its answer. */
export type Ask = (body: string) => Promise<string>;

/** Writes the requests of every query for every server. PostGraphile is asked for its cursors. */
export async function makeRequests(
  { stories, claims, deep }: Sample,
  askPostgraphile: Ask,
): Promise<Record<QueryName, Requests>> {
  const cursors: string[] = [];
  for (const { storyId, offset } of deep) {
    const answer = await askPostgraphile(graphql(POSTGRAPHILE_CURSOR, { story: storyId, offset }));
    cursors.push(firstCursor(answer));
  }
  const story = (id: string): string => encodeId('Story', { id });
  return {
    story: {
      gainsay: stories.map((id) => graphql(GAINSAY.story, { story: story(id) })),
      postgraphile: stories.map((id) => graphql(POSTGRAPHILE.story, { story: id })),
      json: stories.map((id) => statement('story', [id])),
    },
    feed: {
      gainsay: [graphql(GAINSAY.feed, {})],
      postgraphile: [graphql(POSTGRAPHILE.feed, {})],
      json: [statement('feed', [])],
    },
    claim: {
      gainsay: claims.map((key) => graphql(GAINSAY.claim, { claim: encodeId('Claim', key) })),
      postgraphile: claims.map(({ storyId, id }) => graphql(POSTGRAPHILE.claim, { story: storyId, claim: id })),
      json: claims.map(({ storyId, id }) => statement('claim', [storyId, id])),
    },
    deep: {
      gainsay: deep.map(({ storyId, id }) =>
        graphql(GAINSAY.deep, { story: story(storyId), after: encodeCursor('newest', [id]) }),
      ),
      postgraphile: deep.map(({ storyId }, i) => graphql(POSTGRAPHILE.deep, { story: storyId, after: cursors[i] })),
      json: deep.map(({ storyId, id }) => statement('deep', [storyId, id])),
    },
  };
}

function graphql(query: string, variables: object): string {
  return JSON.stringify({ query, variables });
}

function statement(query: QueryName, values: readonly string[]): string {
  return JSON.stringify({ query, values });
}

function firstCursor(answer: string): string {
  const cursor = /"cursor":"([^"]+)"/.exec(answer)?.[1];
  if (cursor === undefined) throw new Error(`PostGraphile gave no cursor: ${answer}`);
  return cursor;
}
