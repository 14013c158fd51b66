import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  byId,
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetPage,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';

/** What can be commented on, and by which column a comment names it. */
const OBJECTS = {
  Claim: { table: 'claim', column: 'claim_id', key: 'claimId' },
  Contradiction: { table: 'contradiction', column: 'contradiction_id', key: 'contradictionId' },
  Source: { table: 'source', column: 'source_id', key: 'sourceId' },
} as const;
export type CommentedType = keyof typeof OBJECTS;

/** A claim, a contradiction or a source. */
export interface Commented {
  readonly type: CommentedType;
  readonly key: StoryKey;
}

export interface CommentRow extends StoryKey {
  claimId: string | null;
  contradictionId: string | null;
  sourceId: string | null;
  /** As it was written; null once it was removed. */
  body: string | null;
  authorId: string;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  version: number;
}

/** Oldest first, as people talk. */
export const COMMENT_ORDER = byId(Prisma.sql`m.id`, false);

const COMMENT = Prisma.sql`m.story_id AS "storyId", m.id, m.claim_id AS "claimId", m.contradiction_id AS "contradictionId",
  m.source_id AS "sourceId", m.body, m.author_id AS "authorId", m.created_at AS "createdAt", m.edited_at AS "editedAt",
  m.removed_at AS "removedAt", m.version`;

/** What people say to each other. */
@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<CommentRow[]> {
    return reader.query<CommentRow>(Prisma.sql`
      SELECT ${COMMENT} FROM comment m JOIN ${keyTable(keys)} ON m.story_id = k.story_id AND m.id = k.id`);
  }

  /** One page of the comments on each object. */
  listByObjects(
    type: CommentedType,
    objects: readonly StoryKey[],
    page: KeysetPage,
  ): Promise<(CommentRow & { objectId: string })[]> {
    const { where, orderBy, limit } = keyset(COMMENT_ORDER, page);
    return this.database.query(Prisma.sql`
      SELECT p.* FROM ${keyTable(objects)} CROSS JOIN LATERAL (
        SELECT ${COMMENT}, k.id AS "objectId" FROM comment m
        WHERE m.story_id = k.story_id AND ${column(type)} = k.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countByObjects(type: CommentedType, objects: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, count(*) AS count FROM comment m
      JOIN ${keyTable(objects)} ON m.story_id = k.story_id AND ${column(type)} = k.id GROUP BY 1`);
  }

  /** Whether there is such an object; it stays while the transaction runs. */
  async holdObject(tx: Transaction, { type, key }: Commented): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      SELECT o.id FROM ${Prisma.raw(OBJECTS[type].table)} o
      WHERE o.story_id = ${key.storyId}::uuid AND o.id = ${key.id}::uuid FOR KEY SHARE`);
    return rows.length > 0;
  }

  /** The comment, which nobody else changes until the transaction ends. */
  async lock(tx: Transaction, { storyId, id }: StoryKey): Promise<CommentRow | null> {
    const [row] = await tx.query<CommentRow>(Prisma.sql`
      SELECT ${COMMENT} FROM comment m WHERE m.story_id = ${storyId}::uuid AND m.id = ${id}::uuid FOR NO KEY UPDATE`);
    return row ?? null;
  }

  async insert(tx: Transaction, row: CommentRow): Promise<void> {
    await tx.comment.create({ data: row });
  }

  async change(
    tx: Transaction,
    { storyId, id }: StoryKey,
    change: Pick<CommentRow, 'body' | 'version'> & Partial<Pick<CommentRow, 'editedAt' | 'removedAt'>>,
  ): Promise<void> {
    await tx.comment.update({ where: { storyId_id: { storyId, id } }, data: change });
  }
}

/** How a comment names what it is on. */
export function namesOf({ type, key }: Commented): Pick<CommentRow, 'claimId' | 'contradictionId' | 'sourceId'> {
  return { claimId: null, contradictionId: null, sourceId: null, [OBJECTS[type].key]: key.id };
}

/** What a comment is on. */
export function objectOf({
  storyId,
  claimId,
  contradictionId,
  sourceId,
}: Pick<CommentRow, 'storyId' | 'claimId' | 'contradictionId' | 'sourceId'>): Commented {
  if (claimId !== null) return { type: 'Claim', key: { storyId, id: claimId } };
  if (contradictionId !== null) return { type: 'Contradiction', key: { storyId, id: contradictionId } };
  if (sourceId !== null) return { type: 'Source', key: { storyId, id: sourceId } };
  throw new Error('A comment is on nothing.');
}

function column(type: CommentedType): Prisma.Sql {
  return Prisma.raw(`m.${OBJECTS[type].column}`);
}
