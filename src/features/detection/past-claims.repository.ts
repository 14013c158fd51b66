import { Injectable } from '@nestjs/common';
import { Database, keyTable, Prisma, type StoryKey } from '../../platform/database/index.js';
import { COMPARED_COLUMNS, IS_COMPARED, LEAD_ORDER } from './claim-columns.js';
import { daysOf, PARTITIONS, type ComparableClaimRow } from './detection.repository.js';

/** A claim with what the citations that were published by some day make of it. */
export interface PastClaimRow extends ComparableClaimRow {
  storyId: string;
  subjectId: string;
  questionId: string;
  propertyId: string;
  /** Times in epoch milliseconds. */
  speakers: { id: string; name: string; from: number | null; to: number | null }[];
}

/** A subject and a property, about which something may have been claimed. */
export interface PastTopic {
  readonly storyId: string;
  readonly subjectId: string;
  readonly propertyId: string;
}

/** The claims of subjects as they stood on some day. */
@Injectable()
export class PastClaimsRepository {
  constructor(private readonly database: Database) {}

  /** The claims about each subject: see {@link findAbout}. */
  findBySubjects(subjects: readonly StoryKey[], asOf: Date): Promise<PastClaimRow[]> {
    return this.read(
      Prisma.sql`${keyTable(subjects)} JOIN claim c ON c.story_id = k.story_id AND c.subject_id = k.id`,
      asOf,
    );
  }

  /**
   * The claims about each subject and property that a source had made by then and that raise contradictions: not DEPRECATED,
   * REJECTED or RETRACTED, by what editors decided and declared up to now. A source of which nobody knows when it was published is
   * not known to have been published by then. Reads the citations themselves, as all that claims carry of them is of
   * today.
   */
  findAbout(topics: readonly PastTopic[], asOf: Date): Promise<PastClaimRow[]> {
    return this.read(
      Prisma.sql`unnest(${topics.map(({ storyId }) => storyId)}::uuid[], ${topics.map(({ subjectId }) => subjectId)}::uuid[],
        ${topics.map(({ propertyId }) => propertyId)}::uuid[]) AS k (story_id, subject_id, property_id)
      JOIN question q ON q.story_id = k.story_id AND q.subject_id = k.subject_id AND q.property_id = k.property_id
      JOIN claim c ON c.story_id = q.story_id AND c.question_id = q.id`,
      asOf,
    );
  }

  /** @param from a table of claims `c` */
  private read(from: Prisma.Sql, asOf: Date): Promise<PastClaimRow[]> {
    const published = Prisma.sql`citation i
        JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id AND s.published_at <= ${asOf}::timestamptz
        WHERE i.story_id = c.story_id AND i.claim_id = c.id`;
    return this.database.query<PastClaimRow>(Prisma.sql`
      SELECT ${COMPARED_COLUMNS}, c.subject_id AS "subjectId", c.property_id AS "propertyId",
        day.hedged, day.citations AS "citationCount",
        day.first_from AS "firstSaidFrom", day.first_to AS "firstSaidTo", ${daysOf(Prisma.sql`day.days`)} AS "saidDays",
        lead.*, said.speakers, ${PARTITIONS} AS partitions
      FROM ${from}
      CROSS JOIN LATERAL (
        SELECT s.id AS "sourceId", s.title AS "sourceTitle", p.name AS "publisherName", a.name AS "claimantName",
          n.said_on AS "saidOn", s.published_at AS "publishedAt"
        FROM (SELECT i.* FROM ${published} ORDER BY ${LEAD_ORDER} LIMIT 1) n
        JOIN source s ON s.story_id = n.story_id AND s.id = n.source_id
        LEFT JOIN agent p ON p.id = s.publisher_id
        LEFT JOIN agent a ON a.id = n.claimant_id
      ) lead
      CROSS JOIN LATERAL (
        SELECT bool_and(i.certainty = 'POSSIBLE') AS hedged, count(*) AS citations, min(i.said_from) AS first_from,
          min(i.said_to) AS first_to,
          range_agg(days_of(i.said_from, i.said_to)) FILTER (WHERE i.said_from IS NOT NULL) AS days
        FROM ${published}
      ) day
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', v.speaker_id, 'name', coalesce(a.name, v.title),
          'from', extract(epoch FROM v.said_from) * 1000, 'to', extract(epoch FROM v.said_to) * 1000)
          ORDER BY v.speaker_id) AS speakers
        FROM (SELECT i.speaker_id, min(s.title) AS title, max(i.said_from) AS said_from, max(i.said_to) AS said_to
                FROM ${published} GROUP BY i.speaker_id) v
        LEFT JOIN agent a ON a.id = v.speaker_id
      ) said
      WHERE ${IS_COMPARED}
      ORDER BY c.id`);
  }
}
