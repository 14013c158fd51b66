import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  batchedConnection,
  pageRequest,
  toConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import { hashOfSecret, includes, lowerOf, newSecret, Role, type ActingViewer, type Viewer } from '../auth/index.js';
import { toApiKey } from './api-key.mapper.js';
import { API_KEY_ORDER, ApiKeysRepository, type ApiKeyRow } from './api-keys.repository.js';
import type { ApiKeyCreateInput } from './graphql/api-key.inputs.js';
import type { ApiKeyType } from './graphql/api-key.type.js';

/** API keys: everybody's own, and for administrators all. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** All keys, newest first. */
  async list(args: PageArgs): Promise<ConnectionOf<ApiKeyType>> {
    const page = pageRequest(args, API_KEY_ORDER);
    const rows = await this.keys.list(page);
    return toConnection(
      rows.map(toApiKey),
      page,
      (key) => [key.localId],
      () => this.keys.count(),
    );
  }

  /** The keys of one account, newest first. */
  listOfAccount(loaders: Loaders, accountId: string, args: PageArgs): Promise<ConnectionOf<ApiKeyType>> {
    return batchedConnection(loaders, accountId, args, {
      name: 'account.apiKeys',
      ordering: API_KEY_ORDER,
      nameOf: String,
      read: (ids, page) => this.keys.listOfAccounts(ids, page),
      ownerOf: (row) => row.accountId,
      toNode: toApiKey,
      cursorOf: (key) => [key.localId],
      count: (ids) => this.keys.countOfAccounts(ids),
    });
  }

  /** @returns null where there is no such key, or none that the viewer may see */
  async load(loaders: Loaders, id: string, viewer: Viewer): Promise<ApiKeyType | null> {
    const load = async (ids: readonly string[]) =>
      inOrderOf(ids, await this.keys.findByIds(ids), (row) => row.id, String);
    const row = await loaders.get<string, ApiKeyRow | null>('apiKey', load).load(id);
    return row && maySee(viewer, row) ? toApiKey(row) : null;
  }

  /**
   * Makes a key for whoever asks.
   * @returns the key and its secret, which is not stored
   * @throws UserErrors where it would be able to do more, or last longer, than what it is made with
   */
  async create(input: ApiKeyCreateInput, viewer: ActingViewer): Promise<{ row: ApiKeyRow; secret: string }> {
    const now = new Date();
    const expiresAt = input.expiresAt == null ? null : new Date(input.expiresAt);
    if (!includes(viewer.role, input.role)) {
      const message = `A key can do no more than its maker: yours is the role ${viewer.role}.`;
      throw userError(UserErrorCode.NOT_ALLOWED, message, ['input', 'role']);
    }
    requireGoodExpiry(expiresAt, viewer, now);
    const secret = newSecret();
    const row = {
      id: uuidv7(),
      accountId: viewer.accountId,
      name: input.name,
      role: input.role,
      createdAt: now,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    };
    await this.database.transaction(async (tx) => {
      await this.keys.insert(tx, row, hashOfSecret(secret));
      const after = { name: row.name, role: row.role, expiresAt: expiresAt?.toISOString() ?? null };
      await this.audit.append(tx, { viewer, action: 'apiKeyCreate', ...recordOf(row), after }, now);
    });
    return { row: { ...row, accountRole: viewer.role }, secret };
  }

  /**
   * Makes a key useless from now on. Whoever acts by a key cannot revoke one that may do more, but administrators can
   * revoke any.
   * @throws UserErrors where there is no such key that the viewer may see, or it is revoked already
   */
  async revoke(globalId: string, viewer: ActingViewer): Promise<ApiKeyRow> {
    const { id } = requireIds('ApiKey', globalId, ['id']);
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const row = await this.keys.take(tx, id);
      if (!row || !maySee(viewer, row)) throw notFound('ApiKey', ['id']);
      if (!includes(viewer.role, lowerOf(row.role, row.accountRole))) {
        const message = `This key has the role ${row.role}; sign in with that role to revoke it.`;
        throw userError(UserErrorCode.NOT_ALLOWED, message, ['id']);
      }
      if (row.revokedAt !== null) throw userError(UserErrorCode.ILLEGAL_STATE, 'This key is revoked already.', ['id']);
      await this.keys.revoke(tx, id, now);
      const before = { name: row.name, role: row.role, revokedAt: null };
      const after = { ...before, revokedAt: now.toISOString() };
      await this.audit.append(tx, { viewer, action: 'apiKeyRevoke', ...recordOf(row), before, after }, now);
      return { ...row, revokedAt: now };
    });
  }
}

function maySee(viewer: Viewer, { accountId }: ApiKeyRow): boolean {
  return accountId === viewer.accountId || includes(viewer.role, Role.ADMIN);
}

function requireGoodExpiry(expiresAt: Date | null, { signIn }: Viewer, now: Date): void {
  const field = ['input', 'expiresAt'];
  if (expiresAt !== null && expiresAt <= now) {
    throw userError(UserErrorCode.INVALID_INPUT, 'The key would have expired already.', field);
  }
  const latest = signIn?.kind === 'API_KEY' ? signIn.expiresAt : null;
  if (latest !== null && (expiresAt === null || expiresAt > latest)) {
    const message = `The key that makes it expires at ${latest.toISOString()}: it cannot outlive that one.`;
    throw userError(UserErrorCode.NOT_ALLOWED, message, field);
  }
}

function recordOf({ id }: { readonly id: string }): { objectType: 'ApiKey'; objectId: string; storyId: null } {
  return { objectType: 'ApiKey', objectId: id, storyId: null };
}
