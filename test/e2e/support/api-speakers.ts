import { Prisma, type Database } from '../../../src/platform/database/index.js';

/** What triggers keep of citations, where it is not what they say: speakers of claims, the days of saying, voices. */
export function wronglyKept(database: Database): Promise<unknown[]> {
  return database.query(Prisma.sql`
    WITH said AS (
      SELECT i.story_id, i.claim_id, c.question_id, coalesce(i.claimant_id, s.publisher_id, s.id) AS speaker_id,
        i.said_from, i.said_to, p.accrual
      FROM citation i
      JOIN claim c ON c.story_id = i.story_id AND c.id = i.claim_id
      JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
      JOIN property p ON p.id = c.property_id),
    speakers AS (
      SELECT story_id, claim_id, speaker_id, question_id, max(said_from), max(said_to) FROM said GROUP BY 1, 2, 3, 4),
    kept AS (SELECT story_id, claim_id, speaker_id, question_id, last_said_from, last_said_to FROM claim_speaker),
    days AS (
      SELECT story_id, claim_id, range_agg(daterange((said_from AT TIME ZONE 'UTC')::date, (said_to AT TIME ZONE 'UTC')::date, '[]'))
      FROM said WHERE accrual = 'VARYING' AND said_from IS NOT NULL GROUP BY 1, 2),
    kept_days AS (SELECT story_id, id, said_days FROM claim WHERE said_days IS NOT NULL)
    SELECT 'not kept' AS wrong, t::text FROM ((TABLE speakers EXCEPT TABLE kept)) t
    UNION ALL SELECT 'kept', t::text FROM ((TABLE kept EXCEPT TABLE speakers)) t
    UNION ALL SELECT 'days not kept', t::text FROM ((TABLE days EXCEPT TABLE kept_days)) t
    UNION ALL SELECT 'voices', x.id::text FROM contradiction x WHERE x.voices <> (
      SELECT min(n) FROM (SELECT least(4, count(*)) AS n FROM contradiction_member m
        JOIN speakers s ON s.story_id = m.story_id AND s.claim_id = m.claim_id
        WHERE m.story_id = x.story_id AND m.contradiction_id = x.id GROUP BY m.claim_id) v)
    UNION ALL SELECT 'waiting', x.id::text FROM contradiction x WHERE (x.waiting_since IS NOT NULL) <> (
      x.status = 'OPEN' OR x.status IN ('RESOLVED', 'DISMISSED') AND x.new_evidence_since IS NOT NULL)
    UNION ALL SELECT 'days kept', t::text FROM ((TABLE kept_days EXCEPT TABLE days)) t`);
}
