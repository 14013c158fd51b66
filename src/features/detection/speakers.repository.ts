import { Injectable } from '@nestjs/common';
import { MOST_SPEAKERS } from '../../domain/claim/claim.js';
import { Prisma, type Reader } from '../../platform/database/index.js';

/** Somebody who makes a claim, and when they last did. */
export interface SpeakerRow {
  claimId: string;
  id: string;
  name: string;
  lastSaidFrom: Date | null;
  lastSaidTo: Date | null;
  /** Whether more than MOST_SPEAKERS make the claim. */
  isWidelySaid: boolean;
}

/** Who makes the claims of a question. */
@Injectable()
export class SpeakersRepository {
  /**
   * Everybody who makes a claim that is not widely made, with what else they say on the same questions. Of a claim that
   * thousands make it reads MOST_SPEAKERS + 1 rows, and those who make another: the cost goes with the answers, not with
   * the citations. A claim of which there is no row is widely made.
   */
  findByQuestions(reader: Reader, storyId: string, questionIds: readonly string[]): Promise<SpeakerRow[]> {
    return reader.query<SpeakerRow>(Prisma.sql`
      WITH few AS MATERIALIZED (
        SELECT n.claim_id, n.speaker_id FROM (
          SELECT c.id AS claim_id, v.speaker_id, count(*) OVER (PARTITION BY c.id) AS speakers
          FROM claim c CROSS JOIN LATERAL (
            SELECT v.speaker_id FROM claim_speaker v WHERE v.story_id = c.story_id AND v.claim_id = c.id
            ORDER BY v.speaker_id LIMIT ${MOST_SPEAKERS}::int + 1) v
          WHERE c.story_id = ${storyId}::uuid AND c.question_id = ANY(${questionIds}::uuid[])) n
        WHERE n.speakers <= ${MOST_SPEAKERS}::int),
      who AS MATERIALIZED (SELECT DISTINCT speaker_id FROM few)
      SELECT v.claim_id AS "claimId", who.speaker_id AS id, coalesce(a.name, s.title) AS name,
        v.last_said_from AS "lastSaidFrom", v.last_said_to AS "lastSaidTo",
        NOT EXISTS (SELECT FROM few WHERE few.claim_id = v.claim_id) AS "isWidelySaid"
      FROM who
      CROSS JOIN LATERAL (
        SELECT v.claim_id, v.last_said_from, v.last_said_to FROM claim_speaker v
        WHERE v.story_id = ${storyId}::uuid AND v.question_id = ANY(${questionIds}::uuid[])
          AND v.speaker_id = who.speaker_id
        OFFSET 0) v
      LEFT JOIN agent a ON a.id = who.speaker_id
      LEFT JOIN source s ON s.story_id = ${storyId}::uuid AND s.id = who.speaker_id
      ORDER BY v.claim_id, who.speaker_id`);
  }
}
