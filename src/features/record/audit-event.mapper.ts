import { encodeId } from '../../graphql/node/index.js';
import { NODE_TYPES } from '../../graphql/node/node-type.js';
import type { AuditEventType } from './graphql/audit-event.type.js';
import type { AuditEventRow } from './audit-events.repository.js';

export function toAuditEvent({ seq: entry, objectId, ...row }: AuditEventRow): AuditEventType {
  return {
    __typename: 'AuditEvent',
    ...row,
    id: encodeId('AuditEvent', row),
    localId: row.id,
    entry,
    objectId: objectIdOf(row, objectId),
  };
}

/** Null for what belongs to a story where the record names none: then nothing can be found by it. */
function objectIdOf({ objectType, storyId }: Pick<AuditEventRow, 'objectType' | 'storyId'>, id: string): string | null {
  if (storyId !== null) return encodeId(objectType, { id, storyId });
  return NODE_TYPES[objectType].scoped ? null : encodeId(objectType, { id });
}
