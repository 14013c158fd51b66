import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import {
  expiryOf,
  hashOfSecret,
  idleSince,
  newSecret,
  SESSION_ORDER,
  SessionsRepository,
  type ActingViewer,
  type Role,
  type SessionRow,
  type Viewer,
} from '../auth/index.js';
import { maySeeAccount } from './account-access.js';
import type { SessionType } from './graphql/session.type.js';
import { toSession } from './session.mapper.js';

/** Longest description of a browser that is kept, in characters. */
const MAX_USER_AGENT = 200;

/** The browser that somebody signs in with. */
export interface Browser {
  readonly address: string;
  readonly userAgent: string | null;
}

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

  /**
   * Begins a session of an account that may sign in.
   * @param by how its owner proved to be it, for the record
   * @returns its secret, for the browser to keep
   */
  async begin(
    tx: Transaction,
    account: { readonly id: string; readonly role: Role },
    browser: Browser,
    now: Date,
    by: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const secret = newSecret();
    await this.sessions.deleteOver(tx, account.id, now, idleSince(now));
    const row = {
      id: uuidv7(),
      accountId: account.id,
      userAgent: browser.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      address: browser.address,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: expiryOf(now),
    };
    await this.sessions.insert(tx, row, hashOfSecret(secret));
    const viewer = { accountId: account.id, role: account.role };
    const after = { address: row.address, userAgent: row.userAgent, ...by };
    await this.audit.append(tx, { viewer, action: 'signIn', ...recordOfSession(row.id), after }, now);
    return secret;
  }

  /** Ends the session that a request came with; nothing where it came with none. */
  async signOut({ accountId, role, signIn }: Viewer): Promise<void> {
    if (accountId === null || signIn?.kind !== 'SESSION') return;
    await this.database.transaction(async (tx) => {
      if (!(await this.sessions.delete(tx, signIn.id))) return;
      const viewer = { accountId, role };
      await this.audit.append(tx, { viewer, action: 'signOut', ...recordOfSession(signIn.id) }, new Date());
    });
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

/** Of what session an audit event is. */
function recordOfSession(id: string): { objectType: 'Session'; objectId: string; storyId: null } {
  return { objectType: 'Session', objectId: id, storyId: null };
}

/** Only people have sessions, and nobody answers for them. */
function maySeeSession(viewer: Viewer, { accountId }: SessionRow): boolean {
  return maySeeAccount(viewer, { localId: accountId, responsibleId: null });
}
