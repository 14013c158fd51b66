import { Injectable } from '@nestjs/common';
import type { NodeType } from '../../graphql/node/index.js';
import {
  byId,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';

export interface ReexaminationRow {
  id: string;
  cause: string;
  objectType: NodeType;
  objectId: string;
  total: number;
  done: number;
  failed: number;
  raised: number;
  lapsed: number;
  changed: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Whatever of a subject a change may concern: claims that use concepts, questions of properties, or who makes claims. */
export type Touch =
  | { readonly using: readonly string[]; readonly alongside: readonly string[] | null }
  | { readonly properties: readonly string[] }
  | { readonly agents: readonly string[] };

const REEXAMINATION = Prisma.sql`r.id, r.cause, r.object_type AS "objectType", r.object_id AS "objectId", r.total, r.done,
  r.failed, r.raised, r.lapsed, r.changed, r.created_at AS "createdAt", r.started_at AS "startedAt",
  r.finished_at AS "finishedAt"`;

/** Newest first. */
export const LIST_ORDER = byId(Prisma.sql`r.id`, true);

/** What changes of the vocabulary asked for, and how far it has come. */
@Injectable()
export class ReexaminationsRepository {
  constructor(private readonly database: Database) {}

  list(page: KeysetPage): Promise<ReexaminationRow[]> {
    const { where, orderBy, limit } = keyset(LIST_ORDER, page);
    return this.database.query<ReexaminationRow>(Prisma.sql`
      SELECT ${REEXAMINATION} FROM reexamination r WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(): Promise<number> {
    return this.database.prisma.reexamination.count();
  }

  findByIds(ids: readonly string[], reader: Reader = this.database): Promise<ReexaminationRow[]> {
    return reader.query<ReexaminationRow>(Prisma.sql`
      SELECT ${REEXAMINATION} FROM reexamination r WHERE r.id = ANY(${ids}::uuid[])`);
  }

  /**
   * Notes a re-examination of all subjects that the touches concern, each once.
   * @returns null, and nothing is noted, where they concern none
   */
  async insert(
    tx: Transaction,
    row: Pick<ReexaminationRow, 'id' | 'cause' | 'objectType' | 'objectId'>,
    touches: readonly Touch[],
    now: Date,
  ): Promise<ReexaminationRow | null> {
    if (touches.length === 0) return null;
    const [asked] = await tx.query<ReexaminationRow>(Prisma.sql`
      WITH touched AS (${Prisma.join(touches.map(subjectsTouched), ' UNION ')}),
      asked AS (
        INSERT INTO reexamination AS r (id, cause, object_type, object_id, total, done, failed, raised, lapsed, changed, created_at)
        SELECT ${row.id}::uuid, ${row.cause}, ${row.objectType}, ${row.objectId}::uuid, count(*), 0, 0, 0, 0, 0, ${now}::timestamptz
        FROM touched HAVING count(*) > 0 RETURNING ${REEXAMINATION}),
      waiting AS (
        INSERT INTO reexamination_subject (reexamination_id, story_id, subject_id, attempts)
        SELECT asked.id, touched.story_id, touched.subject_id, 0 FROM touched CROSS JOIN asked)
      SELECT * FROM asked`);
    return asked ?? null;
  }
}

function subjectsTouched(touch: Touch): Prisma.Sql {
  if ('properties' in touch) {
    return Prisma.sql`(SELECT DISTINCT story_id, subject_id FROM question WHERE property_id = ANY(${touch.properties}::uuid[]))`;
  }
  if ('agents' in touch) return subjectsNaming(touch.agents);
  if (touch.alongside === null) return subjectsUsing(touch.using);
  return Prisma.sql`(${subjectsUsing(touch.using)} INTERSECT ${subjectsUsing(touch.alongside)})`;
}

/** Subjects of claims that use one of the concepts, as value or as scope. */
function subjectsUsing(concepts: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT story_id, subject_id FROM claim WHERE concept_id = ANY(${concepts}::uuid[])
    UNION
    SELECT c.story_id, c.subject_id FROM claim_scope t JOIN claim c ON c.story_id = t.story_id AND c.id = t.claim_id
    WHERE t.concept_id = ANY(${concepts}::uuid[]))`;
}

/** Subjects of claims that one of the agents makes or publishes. */
function subjectsNaming(agents: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT c.story_id, c.subject_id FROM citation i JOIN claim c ON c.story_id = i.story_id AND c.id = i.claim_id
    WHERE i.claimant_id = ANY(${agents}::uuid[])
    UNION
    SELECT c.story_id, c.subject_id FROM source s
    JOIN citation i ON i.story_id = s.story_id AND i.source_id = s.id
    JOIN claim c ON c.story_id = i.story_id AND c.id = i.claim_id
    WHERE s.publisher_id = ANY(${agents}::uuid[]))`;
}
