import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { decodeId, type DecodedId, type NodeType } from '../../graphql/node/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { toAuditEvent } from './audit-event.mapper.js';
import { AUDIT_ORDER, AuditEventsRepository, type AuditCriteria } from './audit-events.repository.js';
import type { AuditEventListArgs, AuditFilter } from './graphql/audit-event.inputs.js';
import type { AuditEventType } from './graphql/audit-event.type.js';

/** Reading the audit log. */
@Injectable()
export class AuditEventsService {
  constructor(private readonly repository: AuditEventsRepository) {}

  /** Events, newest first. */
  async list({ filter, ...args }: AuditEventListArgs): Promise<ConnectionOf<AuditEventType>> {
    const page = pageRequest(args, AUDIT_ORDER);
    const criteria = criteriaOf(filter ?? {});
    const rows = await this.repository.list(criteria, page);
    return toConnection(
      rows.map(toAuditEvent),
      page,
      ({ createdAt, localId }) => [createdAt.toISOString(), localId],
      () => this.repository.count(criteria),
    );
  }

  load(loaders: Loaders, id: string): Promise<AuditEventType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toAuditEvent(row));
    };
    return loaders.get<string, AuditEventType | null>('auditEvent', load).load(id);
  }
}

function criteriaOf({ story, actor, action, object, from, to }: AuditFilter): AuditCriteria {
  return {
    storyId: idOf(story, 'story', 'Story'),
    actorId: idOf(actor, 'actor', 'User'),
    action: action ?? null,
    objectId: idOf(object, 'object'),
    from: from ? new Date(from) : null,
    to: to ? new Date(to) : null,
  };
}

/** @throws GraphQLError BAD_USER_INPUT where it is no id, or one of another type than is wanted */
function idOf(globalId: string | null | undefined, field: keyof AuditFilter, wanted?: NodeType): string | null {
  if (globalId === null || globalId === undefined) return null;
  const decoded: DecodedId | null = decodeId(globalId);
  if (decoded === null || (wanted !== undefined && decoded.type !== wanted)) {
    throw badUserInput(`This is no id of ${wanted ?? 'anything'}.`, ['filter', field]);
  }
  return decoded.id;
}
