import { Injectable } from '@nestjs/common';
import { Database, keyset, Prisma, type KeysetOrder, type KeysetPage } from '../../platform/database/index.js';
import type { DueState } from './graphql/assignment.type.js';

export interface OwnAssignmentRow {
  id: string;
  storyId: string;
  claimId: string | null;
  contradictionId: string | null;
  assignedById: string;
  assignedAt: Date;
  dueOn: string | null;
  /** The day as text, after all others where none is set. */
  dueKey: string;
  due: DueState;
}

/** Which assignments a list has. */
export interface OwnAssignmentCriteria {
  readonly assigneeId: string;
  /** The day it is, as YYYY-MM-DD. */
  readonly today: string;
  /** Null for all. */
  readonly due: readonly DueState[] | null;
}

const DUE_KEY = Prisma.sql`coalesce(to_char(a.due_on, 'YYYY-MM-DD'), '9999-99-99')`;

/** The soonest due first, what has no day last. */
export const OWN_ASSIGNMENT_ORDER: KeysetOrder = {
  key: 'due',
  columns: [
    { sql: DUE_KEY, type: 'text' },
    { sql: Prisma.sql`a.id`, type: 'uuid' },
  ],
  descending: false,
};

/** What somebody has to do. */
@Injectable()
export class OwnAssignmentsRepository {
  constructor(private readonly database: Database) {}

  /** One page of what somebody has been assigned and that is not settled yet. */
  list(criteria: OwnAssignmentCriteria, page: KeysetPage): Promise<OwnAssignmentRow[]> {
    const { where, orderBy, limit } = keyset(OWN_ASSIGNMENT_ORDER, page);
    return this.database.query<OwnAssignmentRow>(Prisma.sql`
      SELECT a.id, a.story_id AS "storyId", a.claim_id AS "claimId", a.contradiction_id AS "contradictionId",
        a.assigned_by_id AS "assignedById", a.assigned_at AS "assignedAt", to_char(a.due_on, 'YYYY-MM-DD') AS "dueOn",
        ${DUE_KEY} AS "dueKey", ${dueState(criteria.today)} AS due
      FROM ${unsettled(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(criteria: OwnAssignmentCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM ${unsettled(criteria)}`,
    );
    return row?.count ?? 0;
  }
}

function unsettled({ assigneeId, today, due }: OwnAssignmentCriteria): Prisma.Sql {
  return Prisma.sql`assignment a
    LEFT JOIN claim c ON c.story_id = a.story_id AND c.id = a.claim_id
    LEFT JOIN contradiction x ON x.story_id = a.story_id AND x.id = a.contradiction_id
    WHERE a.assignee_id = ${assigneeId}::uuid
      AND (c.status IN ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED') OR x.status IN ('OPEN', 'IN_REVIEW')
        OR (x.status <> 'LAPSED' AND x.new_evidence_since IS NOT NULL))
      AND ${due === null ? Prisma.sql`TRUE` : Prisma.sql`${dueState(today)} = ANY(${due}::text[])`}`;
}

/** Soon is today and the two days after it. */
function dueState(today: string): Prisma.Sql {
  return Prisma.sql`CASE WHEN a.due_on IS NULL THEN 'NONE' WHEN a.due_on < ${today}::text::date THEN 'OVERDUE'
    WHEN a.due_on <= ${today}::text::date + 2 THEN 'SOON' ELSE 'LATER' END`;
}
