import { timeOf } from '../../domain/values/time.js';
import { Prisma } from '../../platform/database/index.js';
import { LEAD_ORDER, type SubjectKey } from '../detection/index.js';
import { wrongRows, type Derived } from './derived.js';

/** A subject, and the dates on which its citations were said, with the instants that each means. */
export interface SubjectScope extends SubjectKey {
  readonly said: readonly SaidInterval[];
}

interface SaidInterval {
  readonly on: string;
  readonly from: Date;
  readonly to: Date;
}

/** The instants that dates mean; those that are none are left out. */
export function saidIntervals(dates: readonly string[]): SaidInterval[] {
  return dates.flatMap((on) => {
    const time = timeOf(on);
    return time.ok ? [{ on, from: new Date(time.value.earliest), to: new Date(time.value.latest) }] : [];
  });
}

const ofSubject = ({ storyId, subjectId }: SubjectKey): Prisma.Sql =>
  Prisma.sql`c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid`;

/** Citations with what follows from their claim and source. */
const citations = (scope: SubjectScope): Prisma.Sql => Prisma.sql`claim c
  JOIN citation i ON i.story_id = c.story_id AND i.claim_id = c.id
  JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
  LEFT JOIN json_to_recordset(${JSON.stringify(scope.said)}::json) AS d ("on" text, "from" timestamptz, "to" timestamptz)
    ON d."on" = i.said_on
  CROSS JOIN LATERAL (SELECT coalesce(i.claimant_id, s.publisher_id, s.id) AS speaker_id,
    coalesce(d."from", s.published_at) AS said_from, coalesce(d."to", s.published_at) AS said_to) f
  WHERE ${ofSubject(scope)}`;

const CITATIONS: Derived<SubjectScope> = {
  what: 'citation',
  find: (scope) =>
    wrongRows(
      {
        questionId: [Prisma.sql`i.question_id`, Prisma.sql`c.question_id`],
        speakerId: [Prisma.sql`i.speaker_id`, Prisma.sql`f.speaker_id`],
        saidFrom: [Prisma.sql`i.said_from`, Prisma.sql`f.said_from`],
        saidTo: [Prisma.sql`i.said_to`, Prisma.sql`f.said_to`],
      },
      { id: Prisma.sql`i.id`, told: Prisma.sql`i.quote_exact`, rows: citations(scope) },
    ),
  mend: (scope) => [
    Prisma.sql`
      UPDATE citation SET question_id = n.question_id, speaker_id = n.speaker_id, said_from = n.said_from, said_to = n.said_to
      FROM (SELECT i.story_id, i.id, c.question_id, f.speaker_id, f.said_from, f.said_to FROM ${citations(scope)}
        AND (i.question_id, i.speaker_id, i.said_from, i.said_to)
          IS DISTINCT FROM (c.question_id, f.speaker_id, f.said_from, f.said_to)) n
      WHERE citation.story_id = n.story_id AND citation.id = n.id`,
  ],
};

/** What the citations of each claim of a subject amount to. */
const claims = (scope: SubjectScope): Prisma.Sql => Prisma.sql`claim c
  JOIN property p ON p.id = c.property_id
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_and(i.certainty = 'POSSIBLE'), TRUE) AS hedged, min(i.said_from) AS said_from,
      min(i.said_to) AS said_to, count(*)::int AS citations,
      CASE WHEN p.accrual = 'VARYING' THEN
        range_agg(days_of(i.said_from, i.said_to)) FILTER (WHERE i.said_from IS NOT NULL) END AS said_days
    FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id) f
  LEFT JOIN LATERAL (
    SELECT i.id FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id
    ORDER BY ${LEAD_ORDER} LIMIT 1) l ON TRUE
  WHERE ${ofSubject(scope)}`;

const CLAIMS: Derived<SubjectScope> = {
  what: 'claim',
  find: (scope) =>
    wrongRows(
      {
        hedged: [Prisma.sql`c.hedged`, Prisma.sql`f.hedged`],
        firstSaidFrom: [Prisma.sql`c.first_said_from`, Prisma.sql`f.said_from`],
        firstSaidTo: [Prisma.sql`c.first_said_to`, Prisma.sql`f.said_to`],
        leadCitationId: [Prisma.sql`c.lead_citation_id`, Prisma.sql`l.id`],
        citationCount: [Prisma.sql`c.citation_count`, Prisma.sql`f.citations`],
        saidDays: [Prisma.sql`c.said_days::text`, Prisma.sql`f.said_days::text`],
      },
      { id: Prisma.sql`c.id`, told: Prisma.sql`c.statement`, rows: claims(scope) },
    ),
  mend: (scope) => [
    Prisma.sql`
      UPDATE claim SET hedged = n.hedged, first_said_from = n.said_from, first_said_to = n.said_to,
        lead_citation_id = n.lead_id, citation_count = n.citations, said_days = n.said_days
      FROM (SELECT c.story_id, c.id, f.hedged, f.said_from, f.said_to, l.id AS lead_id, f.citations, f.said_days
        FROM ${claims(scope)}
        AND (c.hedged, c.first_said_from, c.first_said_to, c.lead_citation_id, c.citation_count, c.said_days)
          IS DISTINCT FROM (f.hedged, f.said_from, f.said_to, l.id, f.citations, f.said_days)) n
      WHERE claim.story_id = n.story_id AND claim.id = n.id`,
  ],
};

/** Who makes a subject's claims, by what is kept and by what the citations say; a row for each that either names. */
const speakers = (scope: SubjectScope): Prisma.Sql => Prisma.sql`
  (SELECT v.* FROM claim c JOIN claim_speaker v ON v.story_id = c.story_id AND v.claim_id = c.id
    WHERE ${ofSubject(scope)}) v
  FULL JOIN (
    SELECT i.story_id, i.claim_id, c.question_id, coalesce(i.claimant_id, s.publisher_id, s.id) AS speaker_id,
      max(i.said_from) AS last_said_from, max(i.said_to) AS last_said_to
    FROM claim c
    JOIN citation i ON i.story_id = c.story_id AND i.claim_id = c.id
    JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
    WHERE ${ofSubject(scope)} GROUP BY 1, 2, 3, 4) f
    ON f.claim_id = v.claim_id AND f.speaker_id = v.speaker_id`;

const SPEAKERS: Derived<SubjectScope> = {
  what: 'speaker',
  find: (scope) =>
    wrongRows(
      {
        claimId: [Prisma.sql`v.claim_id`, Prisma.sql`f.claim_id`],
        questionId: [Prisma.sql`v.question_id`, Prisma.sql`f.question_id`],
        lastSaidFrom: [Prisma.sql`v.last_said_from`, Prisma.sql`f.last_said_from`],
        lastSaidTo: [Prisma.sql`v.last_said_to`, Prisma.sql`f.last_said_to`],
      },
      {
        id: Prisma.sql`coalesce(v.speaker_id, f.speaker_id)`,
        told: Prisma.sql`(SELECT statement FROM claim c WHERE c.story_id = coalesce(v.story_id, f.story_id)
          AND c.id = coalesce(v.claim_id, f.claim_id))`,
        rows: speakers(scope),
      },
    ),
  mend: (scope) => [
    Prisma.sql`
      DELETE FROM claim_speaker k USING (SELECT v.story_id, v.claim_id, v.speaker_id FROM ${speakers(scope)}
        WHERE v.claim_id IS NOT NULL AND f.claim_id IS NULL) n
      WHERE k.story_id = n.story_id AND k.claim_id = n.claim_id AND k.speaker_id = n.speaker_id`,
    Prisma.sql`
      INSERT INTO claim_speaker (story_id, claim_id, speaker_id, question_id, last_said_from, last_said_to)
      SELECT f.story_id, f.claim_id, f.speaker_id, f.question_id, f.last_said_from, f.last_said_to
      FROM ${speakers(scope)} WHERE f.claim_id IS NOT NULL AND (v.question_id, v.last_said_from, v.last_said_to)
        IS DISTINCT FROM (f.question_id, f.last_said_from, f.last_said_to)
      ON CONFLICT (story_id, claim_id, speaker_id) DO UPDATE SET question_id = excluded.question_id,
        last_said_from = excluded.last_said_from, last_said_to = excluded.last_said_to`,
  ],
};

/** Contradictions among a subject's claims, LAPSED ones too, with what follows from their members. */
const contradictions = (scope: SubjectScope): Prisma.Sql => Prisma.sql`(
    SELECT m.story_id, m.contradiction_id AS id,
      string_agg(m.claim_id::text, ' ' ORDER BY m.claim_id::text COLLATE "C") AS member_key,
      array_agg(DISTINCT o.question_id) AS questions, min(voices_of(m.story_id, m.claim_id)) AS voices
    FROM contradiction_member m JOIN claim o ON o.story_id = m.story_id AND o.id = m.claim_id
    WHERE m.story_id = ${scope.storyId}::uuid AND m.contradiction_id IN (
      SELECT w.contradiction_id FROM claim c JOIN contradiction_member w ON w.story_id = c.story_id AND w.claim_id = c.id
      WHERE ${ofSubject(scope)})
    GROUP BY 1, 2) f
  JOIN contradiction x ON x.story_id = f.story_id AND x.id = f.id
  CROSS JOIN LATERAL (SELECT
    CASE WHEN cardinality(f.questions) = 1 THEN f.questions[1] END AS one,
    CASE WHEN cardinality(f.questions) > 1 THEN f.questions ELSE '{}' END AS several,
    ARRAY(SELECT n.question_id FROM contradiction_question n
      WHERE n.story_id = x.story_id AND n.contradiction_id = x.id ORDER BY 1) AS named) q`;

const CONTRADICTIONS: Derived<SubjectScope> = {
  what: 'contradiction',
  find: (scope) =>
    wrongRows(
      {
        memberKey: [Prisma.sql`x.member_key`, Prisma.sql`f.member_key`],
        questionId: [Prisma.sql`x.question_id`, Prisma.sql`q.one`],
        questions: [Prisma.sql`q.named`, Prisma.sql`q.several`],
        voices: [Prisma.sql`x.voices`, Prisma.sql`f.voices`],
      },
      { id: Prisma.sql`x.id`, told: Prisma.sql`x.explanation`, rows: contradictions(scope) },
    ),
  mend: (scope) => [
    Prisma.sql`
      UPDATE contradiction SET member_key = n.member_key, question_id = n.one, voices = n.voices
      FROM (SELECT x.story_id, x.id, f.member_key, q.one, f.voices FROM ${contradictions(scope)}
        WHERE (x.member_key, x.question_id, x.voices) IS DISTINCT FROM (f.member_key, q.one, f.voices)) n
      WHERE contradiction.story_id = n.story_id AND contradiction.id = n.id`,
    Prisma.sql`
      DELETE FROM contradiction_question k USING (SELECT x.story_id, x.id, q.several FROM ${contradictions(scope)}) n
      WHERE k.story_id = n.story_id AND k.contradiction_id = n.id AND k.question_id <> ALL(n.several)`,
    Prisma.sql`
      INSERT INTO contradiction_question (story_id, contradiction_id, question_id)
      SELECT x.story_id, x.id, unnest(q.several) FROM ${contradictions(scope)} ON CONFLICT DO NOTHING`,
  ],
};

/** In the order in which they are mended: what comes later follows from what comes before. */
export const DERIVED_OF_SUBJECTS = [CITATIONS, CLAIMS, SPEAKERS, CONTRADICTIONS] as const;
