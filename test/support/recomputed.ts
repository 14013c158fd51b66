import type { Json } from '../e2e/support/api-client.js';
import { MOST_SPEAKERS, type Claim } from '../../src/domain/claim/claim.js';
import type { Question } from '../../src/domain/claim/question.js';
import { daysOf } from '../../src/domain/claim/validity.js';
import type { Finding } from '../../src/domain/contradiction/contradiction.js';
import { examineSubject } from '../../src/domain/examination/examine-subject.js';
import type { Ties } from '../../src/domain/examination/ties.js';
import { conceptGraph } from '../../src/domain/values/concept-graph.js';
import { fromColumns, type ValueColumns } from '../../src/features/detection/index.js';
import { toProperty, type PropertyRow } from '../../src/features/vocabulary/index.js';
import { Prisma, type Database } from '../../src/platform/database/index.js';

interface CitationRow {
  claimId: string;
  certainty: string;
  saidFrom: Date | null;
  saidTo: Date | null;
  saidOn: string | null;
  sourceId: string;
  start: number;
  title: string;
  publishedAt: Date | null;
  publisher: string | null;
  claimant: string | null;
  speakerId: string;
}

type ClaimRow = ValueColumns &
  Pick<Claim, 'id' | 'polarity' | 'scope'> & {
    propertyId: string;
    subjectId: string;
    rank: string;
    identity: string;
  };

/** Earliest first, undated last; of equals the one of the lesser source, then the one that stands first in it. */
function byLead(a: CitationRow, b: CitationRow): number {
  const [first, second] = [a.saidTo?.getTime() ?? Infinity, b.saidTo?.getTime() ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
  return a.start - b.start;
}

/** A claim as the engine sees it, worked out here from all of its citations. */
function comparable(row: ClaimRow, citations: CitationRow[]): Claim {
  const [lead] = [...citations].sort(byLead);
  const times = (pick: (citation: CitationRow) => Date | null): number[] =>
    citations.map(pick).flatMap((date) => (date ? [date.getTime()] : []));
  const [from, to] = [times(({ saidFrom }) => saidFrom), times(({ saidTo }) => saidTo)];
  return {
    id: row.id,
    polarity: row.polarity,
    value: fromColumns(row),
    scope: row.scope,
    hedged: citations.every(({ certainty }) => certainty === 'POSSIBLE'),
    firstSaid: from.length > 0 ? { from: Math.min(...from), to: Math.min(...to) } : null,
    saidDays: citations.flatMap(({ saidFrom, saidTo }) =>
      saidFrom && saidTo ? [daysOf({ from: saidFrom.getTime(), to: saidTo.getTime() })] : [],
    ),
    speakers: [...new Set(citations.map(({ speakerId }) => speakerId))].sort().map((id) => {
      const own = citations.filter(({ speakerId }) => speakerId === id);
      const ends = own.flatMap(({ saidFrom, saidTo }) =>
        saidFrom && saidTo ? [{ from: saidFrom.getTime(), to: saidTo.getTime() }] : [],
      );
      const lastSaid = { from: Math.max(...ends.map((end) => end.from)), to: Math.max(...ends.map((end) => end.to)) };
      const name = own[0]!.claimant ?? own[0]!.publisher ?? own[0]!.title;
      return { id, name, lastSaid: ends.length > 0 ? lastSaid : null };
    }),
    isWidelySaid: new Set(citations.map(({ speakerId }) => speakerId)).size > MOST_SPEAKERS,
    attribution: {
      sourceId: lead!.sourceId,
      sourceName: lead!.publisher ?? lead!.title,
      claimantName: lead!.claimant,
      saidOn: lead!.saidOn ?? lead!.publishedAt?.toISOString().slice(0, 10) ?? null,
    },
    standing: { preferred: row.rank === 'PREFERRED', citations: citations.length, identity: row.identity },
  };
}

/** What the engine finds in the whole database, subject by subject, from nothing but the claims and citations. */
export async function recompute(database: Database): Promise<Finding[]> {
  const claims = await database.query<ClaimRow>(Prisma.sql`
    SELECT c.id, c.identity, c.rank::text, c.polarity::text, c.subject_id AS "subjectId", c.property_id AS "propertyId", c.value_kind::text AS "valueKind",
      c.quantity_amount::text AS "quantityAmount", c.quantity_lower::text AS "quantityLower",
      c.quantity_upper::text AS "quantityUpper", c.quantity_lower_open AS "quantityLowerOpen",
      c.quantity_upper_open AS "quantityUpperOpen", c.quantity_approximate AS "quantityApproximate",
      c.quantity_unit AS "quantityUnit", c.time_edtf AS "timeEdtf", c.time_earliest AS "timeEarliest",
      c.time_latest AS "timeLatest", c.concept_id AS "conceptId", c.boolean_value AS "booleanValue",
      c.text_value AS "textValue", c.text_language AS "textLanguage",
      coalesce((SELECT jsonb_agg(jsonb_build_object('dimension', dimension, 'conceptId', concept_id))
                  FROM claim_scope t WHERE t.claim_id = c.id), '[]') AS scope
    FROM claim c WHERE status <> 'RETRACTED' AND rank <> 'DEPRECATED'`);
  const citations = await database.query<CitationRow>(Prisma.sql`
    SELECT i.claim_id AS "claimId", i.certainty::text, i.said_from AS "saidFrom", i.said_to AS "saidTo", i.said_on AS "saidOn",
      i.source_id AS "sourceId", coalesce(i.claimant_id, s.publisher_id, s.id) AS "speakerId", i.quote_start AS start, s.title, s.published_at AS "publishedAt", p.name AS publisher, a.name AS claimant
    FROM citation i JOIN source s ON s.id = i.source_id LEFT JOIN agent p ON p.id = s.publisher_id
    LEFT JOIN agent a ON a.id = i.claimant_id`);
  const concepts = await database.query<Json>(Prisma.sql`
    SELECT id, scheme_id AS "schemeId", pref_label AS "prefLabel", narrower_complete AS "narrowerComplete",
      ARRAY(SELECT broader_id::text FROM concept_broader WHERE narrower_id = c.id) AS broader,
      ARRAY(SELECT second_id::text FROM concept_disjoint WHERE first_id = c.id) AS "disjointWith" FROM concept c`);
  const schemes = await database.query<Json>(
    Prisma.sql`SELECT id, siblings_exclusive AS "siblingsExclusive", top_concepts_complete AS "topConceptsComplete" FROM concept_scheme`,
  );
  const properties = await database.query<PropertyRow>(Prisma.sql`
    SELECT id, key, label, datatype::text, unit, single_valued AS "singleValued", additive, accrual::text, phrase,
      coalesce((SELECT jsonb_agg(jsonb_build_object('dimension', d.dimension)) FROM property_dimension d
        WHERE d.property_id = property.id), '[]') AS dimensions
    FROM property`);
  const graph = conceptGraph(concepts, schemes);
  const keyOf = (id: string): string => properties.find((property) => property.id === id)!.key;
  const identities = await database.query<Json>(Prisma.sql`
    SELECT id, label, whole_id AS whole, ARRAY(SELECT property_id::text FROM identity_part p WHERE p.identity_id = i.id
      ORDER BY position) AS parts FROM identity i`);
  const orders = await database.query<Json>(
    Prisma.sql`SELECT id, earlier_id AS earlier, later_id AS later FROM property_order`,
  );
  const ties: Ties = {
    identities: identities.map((each) => ({ ...each, whole: keyOf(each.whole), parts: each.parts.map(keyOf) })),
    orders: orders.map((each) => ({ ...each, earlier: keyOf(each.earlier), later: keyOf(each.later) })),
    properties: properties.map(toProperty),
  };
  const partitions = await database.query<Json>(Prisma.sql`
    SELECT d.id, d.dimension, q.subject_id AS "subjectId", q.property_id AS "propertyId",
      ARRAY(SELECT concept_id::text FROM question_partition_part p WHERE p.partition_id = d.id) AS parts
    FROM question_partition d JOIN question q ON q.id = d.question_id WHERE d.withdrawn_at IS NULL`);
  const subjects = new Set(claims.map(({ subjectId }) => subjectId));
  return [...subjects].flatMap((subject) => {
    const questions = properties.map((property): Question => {
      const answers = claims.filter(({ subjectId, propertyId }) => subjectId === subject && propertyId === property.id);
      const citing = ({ id }: ClaimRow): CitationRow[] => citations.filter(({ claimId }) => claimId === id);
      const declared = partitions.filter((each) => each.subjectId === subject && each.propertyId === property.id);
      return {
        property: toProperty(property),
        claims: answers.map((row) => comparable(row, citing(row))),
        partitions: declared.map(({ id, dimension, parts }) => ({ id, dimension, parts })),
      };
    });
    return [...examineSubject(questions, ties, graph).findings];
  });
}

/** What is stored, has not lapsed, and does not stand by its decision alone: that left out what it found wrong. */
export async function stored(database: Database): Promise<Finding[]> {
  return database.query<Finding>(Prisma.sql`
    SELECT ARRAY(SELECT claim_id::text FROM contradiction_member m WHERE m.contradiction_id = x.id ORDER BY 1) AS members,
      kind::text, strength::text, rule, explanation FROM contradiction x WHERE status <> 'LAPSED'
      AND NOT (status = 'RESOLVED' AND outcome IN ('CLAIM_WRONG', 'ALL_WRONG') AND EXISTS (
        SELECT FROM contradiction_member m JOIN claim c ON c.id = m.claim_id
        WHERE m.contradiction_id = x.id AND NOT m.upheld AND c.rank = 'DEPRECATED'))`);
}

export const inOrder = (findings: Finding[]): Finding[] =>
  findings.sort((a, b) => (a.members.join(' ') < b.members.join(' ') ? -1 : 1));

/** Questions of which `disputed` does not say whether a claim of theirs is in an open contradiction. */
export async function wronglyDisputed(database: Database): Promise<unknown[]> {
  return database.query(Prisma.sql`
    SELECT q.id FROM question q WHERE q.disputed <> EXISTS (
      SELECT FROM claim c JOIN contradiction_member m ON m.claim_id = c.id JOIN contradiction x ON x.id = m.contradiction_id
      WHERE c.question_id = q.id AND x.status IN ('OPEN', 'IN_REVIEW'))`);
}

/** Contradictions that do not say which questions their members answer: one of their own, or a list of several. */
export async function wronglyPlaced(database: Database): Promise<unknown[]> {
  return database.query(Prisma.sql`
    SELECT * FROM (SELECT x.question_id AS one,
        ARRAY(SELECT question_id FROM contradiction_question n WHERE n.contradiction_id = x.id ORDER BY 1) AS several,
        ARRAY(SELECT DISTINCT c.question_id FROM contradiction_member m JOIN claim c ON c.id = m.claim_id
              WHERE m.contradiction_id = x.id ORDER BY 1) AS answered FROM contradiction x) p
    WHERE CASE WHEN cardinality(answered) = 1 THEN one IS DISTINCT FROM answered[1] OR cardinality(several) > 0
          ELSE one IS NOT NULL OR several <> answered END`);
}
