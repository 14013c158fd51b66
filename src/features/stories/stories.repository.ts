import { Injectable } from '@nestjs/common';
import { OrderDirection } from '../../graphql/connections/index.js';
import {
  byId,
  containing,
  Database,
  keyset,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { Asked } from '../../platform/reading/index.js';
import { STORY_SHAPE, type StoryRow } from './story.shape.js';
import { StoryOrderField, type StoryOrder } from './graphql/story.inputs.js';

/** The order that a client asked for; newest first where none. */
export function storyOrder(order: StoryOrder | null): KeysetOrder {
  const descending = order?.direction !== OrderDirection.ASC;
  const id = { sql: Prisma.sql`s.id`, type: 'uuid' } as const;
  switch (order?.field) {
    case StoryOrderField.UPDATED_AT:
      return {
        key: `updatedAt ${order.direction}`,
        columns: [{ sql: Prisma.sql`s.updated_at`, type: 'timestamptz' }, id],
        descending,
      };
    case StoryOrderField.TITLE:
      return { key: `title ${order.direction}`, columns: [{ sql: Prisma.sql`s.title`, type: 'text' }, id], descending };
    default:
      return byId(Prisma.sql`s.id`, descending);
  }
}

@Injectable()
export class StoriesRepository {
  constructor(private readonly database: Database) {}

  /** @param asked what is asked of each; everything for null */
  findAsked(ids: readonly string[], asked: Asked | null): Promise<StoryRow[]> {
    return this.findByIds(ids, this.database, asked);
  }

  findByIds(ids: readonly string[], reader: Reader = this.database, asked: Asked | null = null): Promise<StoryRow[]> {
    return reader.query<StoryRow>(
      Prisma.sql`SELECT ${STORY_SHAPE.select(asked)} FROM story s WHERE s.id = ANY(${ids}::uuid[])`,
    );
  }

  async findBySlug(slug: string, asked: Asked | null): Promise<StoryRow | null> {
    const rows = await this.database.query<StoryRow>(
      Prisma.sql`SELECT ${STORY_SHAPE.select(asked)} FROM story s WHERE s.slug = ${slug}`,
    );
    return rows[0] ?? null;
  }

  list(title: string | null, order: KeysetOrder, page: KeysetPage): Promise<StoryRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<StoryRow>(Prisma.sql`
      SELECT ${STORY_SHAPE.select(null)} FROM story s WHERE ${titled(title)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(title: string | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM story s WHERE ${titled(title)}`,
    );
    return row?.count ?? 0;
  }

  async insert(tx: Transaction, row: StoryRow): Promise<void> {
    await tx.story.create({ data: row });
  }

  /** Those of the given slugs that are taken. */
  async findTakenSlugs(tx: Transaction, slugs: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ slug: string }>(
      Prisma.sql`SELECT slug FROM story WHERE slug = ANY(${slugs}::text[])`,
    );
    return rows.map((row) => row.slug);
  }
}

function titled(title: string | null): Prisma.Sql {
  return title === null ? Prisma.sql`TRUE` : Prisma.sql`s.title ILIKE ${containing(title)}`;
}
