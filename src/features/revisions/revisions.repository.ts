import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  byId,
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetPage,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';
import type { ChangeSince, FieldChange } from './field-change.js';

/** What has revisions, and by which column a revision names it. */
const OWNERS = {
  claim: { key: 'claimId', column: 'claim_id' },
  contradiction: { key: 'contradictionId', column: 'contradiction_id' },
  assignment: { key: 'assignmentId', column: 'assignment_id' },
  comment: { key: 'commentId', column: 'comment_id' },
} as const;
export type RevisedKind = keyof typeof OWNERS;

export interface RevisionRow extends StoryKey {
  /** What was changed. */
  ownerId: string;
  /** Who may see it at least. */
  leastRole: Role;
  version: number;
  changes: FieldChange[];
  reason: string | null;
  actorId: string;
  createdAt: Date;
}

/** A revision to write. */
type NewRevision = Omit<RevisionRow, 'storyId' | 'id' | 'ownerId' | 'leastRole' | 'changes'> & {
  readonly changes: readonly FieldChange[];
};

/** What was said and done among those who work here is for them; the words of what was removed are for administrators. */
const LEAST_ROLE = Prisma.sql`CASE
  WHEN r.comment_id IS NOT NULL THEN
    CASE WHEN EXISTS (SELECT FROM comment m WHERE m.story_id = r.story_id AND m.id = r.comment_id AND m.removed_at IS NOT NULL)
      THEN 'ADMIN' ELSE 'CONTRIBUTOR' END
  WHEN r.assignment_id IS NOT NULL THEN 'CONTRIBUTOR' ELSE 'READER' END`;

/** The order in which revisions are listed: oldest first. */
export const REVISION_ORDER = byId(Prisma.sql`r.id`, false);

@Injectable()
export class RevisionsRepository {
  constructor(private readonly database: Database) {}

  async append(tx: Transaction, kind: RevisedKind, owner: StoryKey, revision: NewRevision): Promise<void> {
    const { changes, ...rest } = revision;
    await tx.revision.create({
      data: {
        ...rest,
        changes: changes.map((change) => ({ ...change })),
        storyId: owner.storyId,
        id: uuidv7(),
        [OWNERS[kind].key]: owner.id,
      },
    });
  }

  /** Adds a revision of each of many objects, in one statement. */
  async appendAll(
    tx: Transaction,
    kind: RevisedKind,
    revisions: readonly { readonly owner: StoryKey; readonly revision: NewRevision }[],
  ): Promise<void> {
    if (revisions.length === 0) return;
    const rows = revisions.map(({ owner, revision: { version, changes, reason, actorId, createdAt } }) => ({
      story_id: owner.storyId,
      id: uuidv7(),
      owner_id: owner.id,
      version,
      changes,
      reason,
      actor_id: actorId,
      created_at: createdAt,
    }));
    await tx.query(Prisma.sql`
      INSERT INTO revision (story_id, id, ${Prisma.raw(OWNERS[kind].column)}, version, changes, reason, actor_id, created_at)
      SELECT story_id, id, owner_id, version, changes, reason, actor_id, created_at
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (story_id uuid, id uuid, owner_id uuid, version int,
        changes jsonb, reason text, actor_id uuid, created_at timestamptz)`);
  }

  findByKeys(keys: readonly StoryKey[]): Promise<RevisionRow[]> {
    return this.database.query<RevisionRow>(Prisma.sql`
      SELECT ${columns(Prisma.sql`coalesce(r.claim_id, r.contradiction_id, r.assignment_id, r.comment_id)`)}
      FROM revision r JOIN ${keyTable(keys)} ON r.story_id = k.story_id AND r.id = k.id`);
  }

  /** What was changed of an object after a version, in order, and by whom. */
  listSince(reader: Reader, kind: RevisedKind, { storyId, id }: StoryKey, version: number): Promise<ChangeSince[]> {
    return reader.query<ChangeSince>(Prisma.sql`
      SELECT r.version, r.changes, a.name AS actor FROM revision r JOIN account a ON a.id = r.actor_id
      WHERE r.story_id = ${storyId}::uuid AND ${ownerColumn(kind)} = ${id}::uuid AND r.version > ${version}
      ORDER BY r.version`);
  }

  /** One page of each owner's revisions. */
  listByOwners(kind: RevisedKind, owners: readonly StoryKey[], page: KeysetPage): Promise<RevisionRow[]> {
    const { where, orderBy, limit } = keyset(REVISION_ORDER, page);
    return this.database.query<RevisionRow>(Prisma.sql`
      SELECT p.* FROM ${keyTable(owners)} CROSS JOIN LATERAL (
        SELECT ${columns(ownerColumn(kind))} FROM revision r
        WHERE r.story_id = k.story_id AND ${ownerColumn(kind)} = k.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countByOwners(kind: RevisedKind, owners: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, count(*) AS count FROM revision r
      JOIN ${keyTable(owners)} ON r.story_id = k.story_id AND ${ownerColumn(kind)} = k.id GROUP BY 1`);
  }
}

function ownerColumn(kind: RevisedKind): Prisma.Sql {
  return Prisma.raw(`r.${OWNERS[kind].column}`);
}

function columns(owner: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`r.story_id AS "storyId", r.id, ${owner} AS "ownerId", ${LEAST_ROLE} AS "leastRole", r.version,
    r.changes, r.reason, r.actor_id AS "actorId", r.created_at AS "createdAt"`;
}
