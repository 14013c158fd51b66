import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';
import type { Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import { SCOPE_COLUMN, VALUE_COLUMNS, type SubjectKey, type ValueColumns } from '../detection/index.js';
import type { Derived, DerivedFault } from './derived.js';

export interface CheckedSubjectRow extends SubjectKey {
  label: string;
  storyTitle: string;
}

export interface CheckedStoryRow {
  id: string;
  title: string;
}

/** A claim with all that its identity follows from. */
export interface AssertedRow extends ValueColumns {
  id: string;
  statement: string;
  propertyId: string;
  polarity: Polarity;
  scope: ScopeTerm[];
  identity: string;
}

/** A citation's quote with the words around it, as they are kept. */
export interface QuoteRow {
  id: string;
  quoteStart: number;
  quoteEnd: number;
  quoteExact: string;
  quotePrefix: string;
  quoteSuffix: string;
}

/** The columns of what a claim asserts. */
const ASSERTED = Prisma.raw([...VALUE_COLUMNS, SCOPE_COLUMN].join(', '));

/** What a recheck reads and mends beside contradictions. */
@Injectable()
export class RecheckRepository {
  constructor(private readonly database: Database) {}

  /** The next subjects of all stories, story by story. */
  listSubjects(after: SubjectKey | null, limit: number): Promise<CheckedSubjectRow[]> {
    const from = after
      ? Prisma.sql`(s.story_id, s.id) > (${after.storyId}::uuid, ${after.subjectId}::uuid)`
      : Prisma.sql`TRUE`;
    return this.database.query<CheckedSubjectRow>(Prisma.sql`
      SELECT s.story_id AS "storyId", s.id AS "subjectId", s.label, t.title AS "storyTitle"
      FROM subject s JOIN story t ON t.id = s.story_id WHERE ${from} ORDER BY s.story_id, s.id LIMIT ${limit}`);
  }

  async countClaims(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<number> {
    const [row] = await tx.query<{ count: number }>(Prisma.sql`
      SELECT count(*) AS count FROM claim WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid`);
    return row?.count ?? 0;
  }

  /** Whether the subject is still to be examined again after a change of the vocabulary. */
  async isWaiting(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      SELECT FROM reexamination_subject WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid LIMIT 1`);
    return rows.length > 0;
  }

  /** The next stories. */
  listStories(after: string | null, limit: number): Promise<CheckedStoryRow[]> {
    const from = after === null ? Prisma.sql`TRUE` : Prisma.sql`id > ${after}::uuid`;
    return this.database.query<CheckedStoryRow>(
      Prisma.sql`SELECT id, title FROM story WHERE ${from} ORDER BY id LIMIT ${limit}`,
    );
  }

  async findFaults<Scope>(tx: Transaction, { what, find }: Derived<Scope>, scope: Scope): Promise<DerivedFault[]> {
    const rows = await tx.query<Omit<DerivedFault, 'what'>>(find(scope));
    return rows.map((row) => ({ ...row, what }));
  }

  async mend<Scope>(tx: Transaction, { mend }: Derived<Scope>, scope: Scope): Promise<void> {
    for (const sql of mend(scope)) await tx.query(sql);
  }

  /** The dates on which citations of a subject's claims say that they were said, each once. */
  async listSaidOn(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<string[]> {
    const rows = await tx.query<{ saidOn: string }>(Prisma.sql`
      SELECT DISTINCT i.said_on AS "saidOn" FROM claim c
      JOIN citation i ON i.story_id = c.story_id AND i.claim_id = c.id
      WHERE c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid AND i.said_on IS NOT NULL`);
    return rows.map(({ saidOn }) => saidOn);
  }

  listAsserted(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<AssertedRow[]> {
    return tx.query<AssertedRow>(Prisma.sql`
      SELECT c.id, c.statement, c.property_id AS "propertyId", c.identity, c.polarity::text, ${ASSERTED}
      FROM claim c WHERE c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid ORDER BY c.id`);
  }

  /** Gives claims the identity and the instants that their assertion has; not the identity of another claim. */
  async mendAsserted(tx: Transaction, storyId: string, claims: readonly DerivedFault[]): Promise<void> {
    const rows = claims.map(({ id, actual }) => ({ id, ...actual }));
    await tx.query(Prisma.sql`
      UPDATE claim SET time_earliest = f."timeEarliest", time_latest = f."timeLatest",
        identity = CASE WHEN EXISTS (SELECT FROM claim o WHERE o.story_id = claim.story_id AND o.identity = f.identity)
          THEN claim.identity ELSE f.identity END
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS f (id uuid, identity text, "timeEarliest" timestamptz, "timeLatest" timestamptz)
      WHERE claim.story_id = ${storyId}::uuid AND claim.id = f.id`);
  }

  /** Snapshots that are quoted. */
  listQuoted(tx: Transaction, storyId: string): Promise<{ id: string }[]> {
    return tx.query(Prisma.sql`
      SELECT n.id FROM snapshot n WHERE n.story_id = ${storyId}::uuid AND EXISTS (
        SELECT FROM citation i WHERE i.story_id = n.story_id AND i.snapshot_id = n.id) ORDER BY n.id`);
  }

  listQuotes(tx: Transaction, storyId: string, snapshotId: string): Promise<QuoteRow[]> {
    return tx.query<QuoteRow>(Prisma.sql`
      SELECT id, quote_start AS "quoteStart", quote_end AS "quoteEnd", quote_exact AS "quoteExact",
        quote_prefix AS "quotePrefix", quote_suffix AS "quoteSuffix"
      FROM citation WHERE story_id = ${storyId}::uuid AND snapshot_id = ${snapshotId}::uuid ORDER BY id`);
  }

  async mendQuotes(tx: Transaction, storyId: string, citations: readonly DerivedFault[]): Promise<void> {
    const rows = citations.map(({ id, actual }) => ({ id, ...actual }));
    await tx.query(Prisma.sql`
      UPDATE citation SET quote_prefix = f.prefix, quote_suffix = f.suffix
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS f (id uuid, prefix text, suffix text)
      WHERE citation.story_id = ${storyId}::uuid AND citation.id = f.id`);
  }
}
