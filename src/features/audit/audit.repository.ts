import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Prisma } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/index.js';
import { currentRequest } from '../../platform/request-context/index.js';
import type { NodeType } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';

/** What was done to one object. `before` is null where it was made, `after` where it was removed. */
export interface AuditEntry {
  readonly viewer: ActingViewer;
  /** The mutation's name. */
  readonly action: string;
  readonly objectType: NodeType;
  readonly objectId: string;
  readonly storyId: string | null;
  readonly before?: Prisma.InputJsonObject;
  readonly after?: Prisma.InputJsonObject;
}

/** The record of every change: written in the transaction of the change, never changed after. */
@Injectable()
export class AuditRepository {
  async append(tx: Transaction, entry: AuditEntry, now: Date): Promise<void> {
    const { viewer, before, after, ...what } = entry;
    await tx.auditEvent.create({
      data: {
        ...what,
        id: uuidv7(),
        actorId: viewer.accountId,
        role: viewer.role,
        requestId: currentRequest()?.requestId ?? 'none',
        before: before ?? Prisma.DbNull,
        after: after ?? Prisma.DbNull,
        createdAt: now,
      },
    });
  }

  /** Records many acts of one change, in one statement. */
  async appendAll(tx: Transaction, entries: readonly AuditEntry[], now: Date): Promise<void> {
    if (entries.length === 0) return;
    const requestId = currentRequest()?.requestId ?? 'none';
    const rows = entries.map(({ viewer, action, objectType, objectId, storyId, before, after }) => ({
      id: uuidv7(),
      story_id: storyId,
      actor_id: viewer.accountId,
      role: viewer.role,
      request_id: requestId,
      action,
      object_type: objectType,
      object_id: objectId,
      before,
      after,
      created_at: now,
    }));
    await tx.query(Prisma.sql`
      INSERT INTO audit_event
        (id, story_id, actor_id, role, request_id, action, object_type, object_id, before, after, created_at)
      SELECT id, story_id, actor_id, role, request_id, action, object_type, object_id, before, after, created_at
      FROM json_populate_recordset(NULL::audit_event, ${JSON.stringify(rows)}::json)`);
  }
}
