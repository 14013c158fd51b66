import { Injectable } from '@nestjs/common';
import {
  Database,
  keyset,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type StoryKey,
} from '../../platform/database/index.js';
import { SearchKind } from './graphql/search.types.js';

export interface HitRow extends StoryKey {
  kind: SearchKind;
  score: number;
}

export interface SearchCriteria {
  query: string;
  kinds: readonly SearchKind[];
  storyId: string | null;
}

/** Best first. */
export const SEARCH_ORDER: KeysetOrder = {
  key: 'best',
  columns: [
    { sql: Prisma.sql`h.score`, type: 'float8' },
    { sql: Prisma.sql`h.id`, type: 'uuid' },
  ],
  descending: true,
};

/** Signs of websearch_to_tsquery that say more than which words: quotation marks, a leading minus, "or". */
const OPERATORS = /"|(^|\s)-\S|\sor\s/i;

/** Each kind's table, and the text in it that the search indexes cover. */
const SEARCHED: Readonly<Record<SearchKind, { table: Prisma.Sql; text: Prisma.Sql }>> = {
  [SearchKind.CLAIM]: { table: Prisma.sql`claim`, text: Prisma.sql`t.statement` },
  [SearchKind.SOURCE]: { table: Prisma.sql`source`, text: Prisma.sql`t.title` },
  [SearchKind.SUBJECT]: { table: Prisma.sql`subject`, text: Prisma.sql`names(t.label, t.aliases)` },
};

/**
 * Full text and trigrams: a text is found where it has the words (by English stem, accents ignored) or something
 * spelled much like the query (pg_trgm's word similarity, at its default threshold of 0.6). The score is the sum of
 * both measures, so that whole words beat look-alikes.
 */
@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  find(criteria: SearchCriteria, page: KeysetPage): Promise<HitRow[]> {
    const { where, orderBy, limit } = keyset(SEARCH_ORDER, page);
    return this.database.query<HitRow>(Prisma.sql`
      SELECT h.kind, h."storyId", h.id, h.score FROM (${hits(criteria)}) h WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(criteria: SearchCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM (${hits(criteria)}) h`,
    );
    return row?.count ?? 0;
  }
}

function hits({ query, kinds, storyId }: SearchCriteria): Prisma.Sql {
  const inStory = storyId === null ? Prisma.sql`TRUE` : Prisma.sql`t.story_id = ${storyId}::uuid`;
  const words = Prisma.sql`websearch_to_tsquery('gainsay', ${query})`;
  // Spelling is forgiven in plain words only: what looks like the query as a whole may hold the very word left out.
  const alike = (text: Prisma.Sql) => (OPERATORS.test(query) ? Prisma.sql`FALSE` : Prisma.sql`${query} <% ${text}`);
  return Prisma.join(
    kinds.map((kind) => {
      const { table, text } = SEARCHED[kind];
      return Prisma.sql`
        SELECT ${kind} AS kind, t.story_id AS "storyId", t.id,
          (ts_rank_cd(to_tsvector('gainsay', ${text}), ${words}) + word_similarity(${query}, ${text}))::float8 AS score
        FROM ${table} t
        WHERE ${inStory} AND (to_tsvector('gainsay', ${text}) @@ ${words} OR ${alike(text)})`;
    }),
    ' UNION ALL ',
  );
}
