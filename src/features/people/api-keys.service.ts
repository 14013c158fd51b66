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
import { maySeeAccount } from './account-access.js';
import { toApiKey } from './api-key.mapper.js';
import { API_KEY_ORDER, ApiKeysRepository, type ApiKeyRow, type NewApiKeyRow } from './api-keys.repository.js';
import type { ApiKeyCreateInput } from './graphql/api-key.inputs.js';
import type { ApiKeyType } from './graphql/api-key.type.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';

const ACCOUNT_FIELD = ['input', 'account'] as const;

/** API keys: everybody's own, those of the services that they answer for, and for administrators all. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly people: PeopleRepository,
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
   * Makes a key for whoever asks, or for a service account that they answer for or administer.
   * @returns the key and its secret, which is not stored
   * @throws UserErrors where it would be able to do more, or last longer, than what it is made with; or to do more than
   *   its account; or where the account is not one to make keys for
   */
  async create(input: ApiKeyCreateInput, viewer: ActingViewer): Promise<{ row: NewApiKeyRow; secret: string }> {
    const now = new Date();
    const expiresAt = input.expiresAt == null ? null : new Date(input.expiresAt);
    if (!includes(viewer.role, input.role)) {
      const message = `A key can do no more than its maker: yours is the role ${viewer.role}.`;
      throw userError(UserErrorCode.NOT_ALLOWED, message, ['input', 'role']);
    }
    requireGoodExpiry(expiresAt, viewer, now);
    const accountId = input.account == null ? viewer.accountId : requireIds('Account', input.account, ACCOUNT_FIELD).id;
    const secret = newSecret();
    const row = {
      id: uuidv7(),
      accountId,
      name: input.name,
      role: input.role,
      createdAt: now,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    };
    return this.database.transaction(async (tx) => {
      const account = await this.people.take(tx, accountId);
      requireKeyMaker(viewer, account);
      requireWithin(account, input.role);
      await this.keys.insert(tx, row, hashOfSecret(secret));
      const after = { accountId, name: row.name, role: row.role, expiresAt: expiresAt?.toISOString() ?? null };
      await this.audit.append(tx, { viewer, action: 'apiKeyCreate', ...recordOf(row), after }, now);
      return { row, secret };
    });
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

function maySee(viewer: Viewer, { accountId, responsibleId }: ApiKeyRow): boolean {
  return maySeeAccount(viewer, { localId: accountId, responsibleId });
}

/**
 * People make their own keys only, so that nobody acts as somebody else. Those of a service account are made by whoever
 * answers for it and by administrators, and not by itself.
 * @throws UserErrors
 */
function requireKeyMaker(viewer: ActingViewer, account: PersonRow | null): asserts account is PersonRow {
  if (!account || !maySeeAccount(viewer, { localId: account.id, responsibleId: account.responsibleId })) {
    throw notFound('Account', ACCOUNT_FIELD);
  }
  const isMaker =
    account.kind === 'PERSON'
      ? account.id === viewer.accountId
      : account.responsibleId === viewer.accountId || includes(viewer.role, Role.ADMIN);
  if (!isMaker) {
    const message =
      account.kind === 'PERSON'
        ? 'People make their own keys: nobody can be given what another knows.'
        : 'The keys of a service account are made by whoever answers for it, or by an administrator.';
    throw userError(UserErrorCode.NOT_ALLOWED, message, ACCOUNT_FIELD);
  }
  if (account.disabledAt !== null || account.responsibleDisabledAt !== null) {
    const message = 'This account, or whoever answers for it, is disabled: its keys would be refused.';
    throw userError(UserErrorCode.ILLEGAL_STATE, message, ACCOUNT_FIELD);
  }
}

/** @throws UserErrors where a key would do more than its account may */
function requireWithin({ role, responsibleRole }: PersonRow, wanted: Role): void {
  const most = lowerOf(role, responsibleRole ?? role);
  if (includes(most, wanted)) return;
  const message = `A key can do no more than its account: that has the role ${most}.`;
  throw userError(UserErrorCode.NOT_ALLOWED, message, ['input', 'role']);
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
