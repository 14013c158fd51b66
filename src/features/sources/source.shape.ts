import { Prisma, type StoryKey } from '../../platform/database/index.js';
import { RowShape, type Carry } from '../../platform/reading/index.js';
import type { Reliability, SourceKind, SourceStatus } from './graphql/source.enums.js';

export interface SourceRow extends StoryKey {
  title: string;
  url: string | null;
  kind: SourceKind;
  publisherId: string | null;
  authors: string[];
  language: string | null;
  publishedAt: Date | null;
  derivedFromId: string | null;
  originId: string;
  reliability: Reliability | null;
  status: SourceStatus;
  statusReason: string | null;
  createdById: string;
  createdAt: Date;
}

/** How rows of `source s` are read. */
export const SOURCE_SHAPE = new RowShape<SourceRow>({
  id: 's.id',
  outer: ['s.story_id AS "storyId"'],
  fields: {
    id: [],
    story: [],
    title: ['s.title'],
    url: ['s.url'],
    kind: ['s.kind::text'],
    publisher: ['s.publisher_id AS "publisherId"'],
    authors: ['s.authors'],
    language: ['s.language'],
    publishedAt: ['s.published_at AS "publishedAt"'],
    derivedFrom: ['s.derived_from_id AS "derivedFromId"'],
    reliability: ['s.reliability::text'],
    status: ['s.status::text'],
    statusReason: ['s.status_reason AS "statusReason"'],
    snapshot: [],
    snapshots: [],
    citations: [],
    suggestions: [],
    nearDuplicates: [],
    comments: [],
    createdAt: ['s.created_at AS "createdAt"'],
  },
  hidden: ['s.origin_id AS "originId"', 's.created_by_id AS "createdById"'],
  instants: ['publishedAt', 'createdAt'],
});

/**
 * Lets a row come with its source.
 * @param storyId the column of the row that names the story
 * @param id the column of the row that names the source
 */
export function carrySource(storyId: Prisma.Sql, id: Prisma.Sql): Carry {
  return SOURCE_SHAPE.carryOne(Prisma.sql`source s WHERE s.story_id = ${storyId} AND s.id = ${id}`);
}
