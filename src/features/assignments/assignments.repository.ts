import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  Database,
  keyTable,
  Prisma,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';

/** What can be assigned, and by which column an assignment names it. */
const OBJECTS = {
  claim: { table: 'claim', column: 'claim_id' },
  contradiction: { table: 'contradiction', column: 'contradiction_id' },
} as const;
export type AssignableKind = keyof typeof OBJECTS;

/** A claim or a contradiction. */
export interface Assignable {
  readonly kind: AssignableKind;
  readonly key: StoryKey;
}

export interface AssignmentRow extends StoryKey {
  /** The claim or contradiction. */
  objectId: string;
  /** Null where nobody has it, or nobody has any more. */
  assigneeId: string | null;
  /** A day, as YYYY-MM-DD. */
  dueOn: string | null;
  assignedById: string;
  assignedAt: Date;
  version: number;
}

/** Who has what to do. */
@Injectable()
export class AssignmentsRepository {
  constructor(private readonly database: Database) {}

  /** The assignments of objects; an object that never had any is left out. */
  findByObjects(
    kind: AssignableKind,
    keys: readonly StoryKey[],
    reader: Reader = this.database,
  ): Promise<AssignmentRow[]> {
    return reader.query<AssignmentRow>(Prisma.sql`
      SELECT ${columns(kind)} FROM assignment a JOIN ${keyTable(keys)} ON a.story_id = k.story_id AND ${column(kind)} = k.id`);
  }

  /** Whether there is such an object; it stays while the transaction runs. */
  async holdObject(tx: Transaction, { kind, key }: Assignable): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      SELECT o.id FROM ${Prisma.raw(OBJECTS[kind].table)} o
      WHERE o.story_id = ${key.storyId}::uuid AND o.id = ${key.id}::uuid FOR KEY SHARE`);
    return rows.length > 0;
  }

  /**
   * The assignment of an object, which nobody else changes until the transaction ends.
   * @param opening who assigns it for the first time, where that is about to be; it is to nobody yet
   * @returns null where the object never had any
   */
  async lock(
    tx: Transaction,
    { kind, key }: Assignable,
    opening: { readonly byId: string; readonly now: Date } | null,
  ): Promise<AssignmentRow | null> {
    if (opening) {
      await tx.query(Prisma.sql`
        INSERT INTO assignment (story_id, id, ${Prisma.raw(OBJECTS[kind].column)}, assigned_by_id, assigned_at, version)
        VALUES (${key.storyId}::uuid, ${uuidv7()}::uuid, ${key.id}::uuid, ${opening.byId}::uuid, ${opening.now}::timestamptz, 0)
        ON CONFLICT DO NOTHING`);
    }
    const [row] = await tx.query<AssignmentRow>(Prisma.sql`
      SELECT ${columns(kind)} FROM assignment a
      WHERE a.story_id = ${key.storyId}::uuid AND ${column(kind)} = ${key.id}::uuid FOR NO KEY UPDATE`);
    return row ?? null;
  }

  async change(
    tx: Transaction,
    { storyId, id }: StoryKey,
    { assigneeId, dueOn, assignedById, assignedAt, version }: Omit<AssignmentRow, 'storyId' | 'id' | 'objectId'>,
  ): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE assignment SET assignee_id = ${assigneeId}::uuid, due_on = ${dueOn}::text::date, version = ${version}::int,
        assigned_by_id = ${assignedById}::uuid, assigned_at = ${assignedAt}::timestamptz
      WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid`);
  }
}

function column(kind: AssignableKind): Prisma.Sql {
  return Prisma.raw(`a.${OBJECTS[kind].column}`);
}

function columns(kind: AssignableKind): Prisma.Sql {
  return Prisma.sql`a.story_id AS "storyId", a.id, ${column(kind)} AS "objectId", a.assignee_id AS "assigneeId",
    to_char(a.due_on, 'YYYY-MM-DD') AS "dueOn", a.assigned_by_id AS "assignedById", a.assigned_at AS "assignedAt", a.version`;
}
