import { createHash } from 'node:crypto';
import type { Random } from './random.js';
import type { Rows } from './rows.js';
import type { World } from './vocabulary.js';

/** A source while its text grows: each citation adds the sentence that it quotes. */
export interface DraftSource {
  readonly id: string;
  readonly snapshotId: string;
  readonly title: string;
  readonly publisherName: string | null;
  readonly publishedAt: number | null;
  readonly createdAt: number;
  readonly originId: string;
  readonly derivedFromId: string | null;
  readonly publisherId: string | null;
  text: string;
}

const SOURCE_KINDS = { NEWS: 70, ANALYSIS: 10, OFFICIAL: 8, SOCIAL: 6, DOCUMENT: 4, TRANSCRIPT: 2 } as const;
const RELIABILITIES = { A: 2, B: 5, C: 5, D: 2, F: 6 } as const;
const STATUSES = { ACTIVE: 95, CORRECTED: 4, RETRACTED: 1 } as const;
const HOUR = 3_600_000;
/** Between two quotes there is text that nobody quotes; one paragraph has a letter beyond the basic plane. */
const FILLERS = [
  'Nothing more was to be learned at the quay that evening, and the gates stayed shut until the morning shift came.',
  'Several people who asked not to be named gave other accounts – none of which could be checked before publication.',
  'The road along the river was closed to all but emergency vehicles; a café nearby served as a meeting point.',
  'Officials said that they would speak again when they knew more. They did not say when that would be.',
  'A notice with the sign 𝄞 hung on the door of the concert hall, where relatives were asked to wait.',
];

/** Starts a source of a story. */
export function draftSource(
  random: Random,
  world: World,
  storyTitle: string,
  createdAt: number,
  earlier: readonly DraftSource[],
): DraftSource {
  const publisher = random.chance(0.9) ? random.pick(world.publishers) : null;
  const derivedFrom = earlier.length > 0 && random.chance(0.15) ? random.pick(earlier) : null;
  const title = `${storyTitle}: report ${earlier.length + 1}`;
  const id = random.uuidAt(createdAt);
  return {
    id,
    snapshotId: random.uuidAt(createdAt),
    title,
    publisherName: publisher?.name ?? null,
    publisherId: publisher?.id ?? null,
    publishedAt: random.chance(0.95) ? createdAt - random.integer(1, 72) * HOUR : null,
    createdAt,
    originId: derivedFrom?.originId ?? id,
    derivedFromId: derivedFrom?.id ?? null,
    text: `${title}\n\n${random.pick(FILLERS)}`,
  };
}

/** Writes a sentence into a source's text. Gives its offsets in UTF-16 code units. */
export function quoteIn(random: Random, source: DraftSource, sentence: string): { start: number; end: number } {
  const start = source.text.length + 1;
  source.text += ` ${sentence}${random.chance(0.5) ? `\n\n${random.pick(FILLERS)}` : ''}`;
  return { start, end: start + sentence.length };
}

/** The rows of a source whose text is complete. */
export function addSourceRows(rows: Rows, random: Random, world: World, storyId: string, source: DraftSource): void {
  const { id, title, publisherId, derivedFromId, originId } = source;
  const created_at = new Date(source.createdAt).toISOString();
  rows.source.push({
    story_id: storyId,
    id,
    title,
    url: `https://news.example/${id.slice(24)}`,
    kind: random.weighted(SOURCE_KINDS),
    publisher_id: publisherId,
    authors: random.chance(0.5) ? [`Reporter ${random.integer(1, 400)}`] : [],
    language: 'en',
    published_at: source.publishedAt === null ? null : new Date(source.publishedAt).toISOString(),
    derived_from_id: derivedFromId,
    origin_id: originId,
    reliability: random.chance(0.5) ? random.weighted(RELIABILITIES) : null,
    status: random.weighted(STATUSES),
    created_by_id: world.accountId,
    created_at,
  });
  rows.snapshot.push({
    story_id: storyId,
    id: source.snapshotId,
    source_id: id,
    text: source.text,
    sha256: createHash('sha256').update(source.text).digest('hex'),
    media_type: 'text/plain',
    fetched_at: created_at,
  });
}
