import { Injectable } from '@nestjs/common';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import { SESSION_ORDER, SessionsRepository, type ActingViewer, type SessionRow, type Viewer } from '../auth/index.js';
import { maySeeAccount } from './account-access.js';
import type { SessionType } from './graphql/session.type.js';
import { toSession } from './session.mapper.js';
import { recordOfSession } from './sign-in.service.js';

/** Sessions: everybody's own, and for administrators all. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** The sessions of one account, newest first. */
  listOfAccount(loaders: Loaders, accountId: string, args: PageArgs): Promise<ConnectionOf<SessionType>> {
    return batchedConnection(loaders, accountId, args, {
      name: 'account.sessions',
      ordering: SESSION_ORDER,
      nameOf: String,
      read: (ids, page) => this.sessions.listOfAccounts(ids, page),
      ownerOf: (row) => row.accountId,
      toNode: toSession,
      cursorOf: (session) => [session.localId],
      count: (ids) => this.sessions.countOfAccounts(ids),
    });
  }

  /** @returns null where there is no such session, or none that the viewer may see */
  async load(loaders: Loaders, id: string, viewer: Viewer): Promise<SessionType | null> {
    const load = async (ids: readonly string[]) =>
      inOrderOf(ids, await this.sessions.findByIds(ids), (row) => row.id, String);
    const row = await loaders.get<string, SessionRow | null>('session', load).load(id);
    return row && maySeeSession(viewer, row) ? toSession(row) : null;
  }

  /** @throws UserErrors where there is no such session that the viewer may see */
  async end(globalId: string, viewer: ActingViewer): Promise<SessionRow> {
    const { id } = requireIds('Session', globalId, ['id']);
    return this.database.transaction(async (tx) => {
      const [row] = await this.sessions.findByIds([id], tx);
      if (!row || !maySeeSession(viewer, row) || !(await this.sessions.delete(tx, id))) {
        throw notFound('Session', ['id']);
      }
      const before = { address: row.address, userAgent: row.userAgent };
      await this.audit.append(tx, { viewer, action: 'sessionEnd', ...recordOfSession(id), before }, new Date());
      return row;
    });
  }
}

/** Only people have sessions, and nobody answers for them. */
function maySeeSession(viewer: Viewer, { accountId }: SessionRow): boolean {
  return maySeeAccount(viewer, { localId: accountId, responsibleId: null });
}
