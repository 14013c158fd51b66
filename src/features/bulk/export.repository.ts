import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';
import type { ScopeTerm } from '../../domain/claim/claim.js';
import type { CertaintyEnum, PolarityEnum } from '../claims/index.js';
import { SCOPE_COLUMN, VALUE_COLUMNS, type ValueColumns } from '../detection/index.js';
import type { Reliability, SourceKind } from '../sources/index.js';
import type { SubjectKind } from '../stories/index.js';

export interface StoryToExport {
  id: string;
  slug: string;
  title: string;
  summary: string | null;
}

export interface SubjectToExport {
  id: string;
  kind: SubjectKind;
  label: string;
  aliases: string[];
  sameAs: string[];
}

/** What names a source among those of its story. */
export interface SourceNameRow {
  id: string;
  url: string | null;
  sha256: string;
  number: number;
}

export interface SourceToExport extends SourceNameRow {
  title: string;
  kind: SourceKind;
  publisherId: string | null;
  authors: string[];
  language: string | null;
  publishedAt: Date | null;
  derivedFromId: string | null;
  reliability: Reliability | null;
  mediaType: string;
  text: string;
}

export interface CitationToExport {
  sourceId: string;
  exact: string;
  start: number;
  claimantId: string | null;
  certainty: CertaintyEnum;
  saidOn: string | null;
}

export interface ClaimToExport extends ValueColumns {
  id: string;
  subjectId: string;
  propertyId: string;
  polarity: PolarityEnum;
  statement: string;
  scope: ScopeTerm[];
  citations: CitationToExport[];
}

const VALUE = Prisma.raw(VALUE_COLUMNS.join(', '));
const SCOPE = Prisma.raw(SCOPE_COLUMN);
/** Of those alike, the first made is number 1. */
const SOURCE_NAME = Prisma.sql`s.id, s.url, n.sha256, CASE WHEN s.url IS NOT NULL THEN
    (SELECT count(*) FROM source o
     WHERE o.story_id = s.story_id AND md5(o.url) = md5(s.url) AND o.url = s.url AND o.id <= s.id)
  ELSE
    (SELECT count(DISTINCT o.id) FROM snapshot m
     JOIN source o ON o.story_id = m.story_id AND o.id = m.source_id AND o.url IS NULL AND o.id <= s.id
     WHERE m.story_id = s.story_id AND m.sha256 = n.sha256)
  END AS number`;
const NEWEST = Prisma.sql`CROSS JOIN LATERAL (
  SELECT t.sha256, t.media_type, t.text FROM snapshot t WHERE t.story_id = s.story_id AND t.source_id = s.id
    AND (s.reverted_to_id IS NULL OR t.id = s.reverted_to_id)
  ORDER BY t.id DESC LIMIT 1) n`;

/** Reads a story page by page, in the order in which it was made, so that an import makes it in the same order. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  async findStory(slug: string): Promise<StoryToExport | null> {
    const [story] = await this.database.query<StoryToExport>(
      Prisma.sql`SELECT id, slug, title, summary FROM story WHERE slug = ${slug}`,
    );
    return story ?? null;
  }

  storiesAfter(after: string, limit: number): Promise<StoryToExport[]> {
    return this.database.query<StoryToExport>(Prisma.sql`
      SELECT id, slug, title, summary FROM story WHERE id > ${after}::uuid ORDER BY id LIMIT ${limit}`);
  }

  subjectsAfter(storyId: string, after: string, limit: number): Promise<SubjectToExport[]> {
    return this.database.query<SubjectToExport>(Prisma.sql`
      SELECT id, kind::text, label, aliases, same_as AS "sameAs" FROM subject
      WHERE story_id = ${storyId}::uuid AND id > ${after}::uuid ORDER BY id LIMIT ${limit}`);
  }

  sourcesAfter(storyId: string, after: string, limit: number): Promise<SourceToExport[]> {
    return this.database.query<SourceToExport>(Prisma.sql`
      SELECT ${SOURCE_NAME}, s.title, s.kind::text, s.publisher_id AS "publisherId", s.authors, s.language,
        s.published_at AS "publishedAt", s.derived_from_id AS "derivedFromId", s.reliability::text,
        n.media_type AS "mediaType", n.text
      FROM source s ${NEWEST}
      WHERE s.story_id = ${storyId}::uuid AND s.id > ${after}::uuid ORDER BY s.id LIMIT ${limit}`);
  }

  nameSources(storyId: string, ids: readonly string[]): Promise<SourceNameRow[]> {
    return this.database.query<SourceNameRow>(Prisma.sql`
      SELECT ${SOURCE_NAME} FROM source s ${NEWEST}
      WHERE s.story_id = ${storyId}::uuid AND s.id = ANY(${ids}::uuid[])`);
  }

  /** Claims that somebody stands by, each with all its citations. */
  claimsAfter(storyId: string, after: string, limit: number): Promise<ClaimToExport[]> {
    return this.database.query<ClaimToExport>(Prisma.sql`
      SELECT c.id, c.subject_id AS "subjectId", c.property_id AS "propertyId", c.polarity::text,
        ${VALUE}, c.statement,
        ${SCOPE},
        (SELECT coalesce(json_agg(json_build_object('sourceId', i.source_id, 'exact', i.quote_exact,
            'start', coalesce(i.moved_start, i.quote_start), 'claimantId', i.claimant_id, 'certainty', i.certainty,
            'saidOn', i.said_on)
            ORDER BY i.id), '[]')
          FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id) AS citations
      FROM claim c
      WHERE c.story_id = ${storyId}::uuid AND c.id > ${after}::uuid AND c.status NOT IN ('REJECTED', 'RETRACTED')
      ORDER BY c.id LIMIT ${limit}`);
  }
}
