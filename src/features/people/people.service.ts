import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository, RecordedVersionsService } from '../audit/index.js';
import { AccountsRepository, Role, SessionsRepository, type ActingViewer, type Viewer } from '../auth/index.js';
import { recordOfAccount, stateOf } from './account-record.js';
import { maySeeAccount, nobodySignsIn, requireRoleOf } from './account-access.js';
import { AccountTokensRepository } from './account-tokens.repository.js';
import { toAccount } from './account.mapper.js';
import { refuseTakenEmail, withFreeEmail } from './free-email.js';
import type { AccountUpdateInput, ProfileUpdateInput } from './graphql/account.inputs.js';
import type { AccountType } from './graphql/account.type.js';
import { ACCOUNT_ORDER, PeopleRepository, type PersonRow } from './people.repository.js';
import { SsoLinksRepository } from './sso-links.repository.js';

/** Accounts, for administrators and for their owners. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly accounts: AccountsRepository,
    private readonly tokens: AccountTokensRepository,
    private readonly links: SsoLinksRepository,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditRepository,
    private readonly versions: RecordedVersionsService,
  ) {}

  /** A page of the accounts whose name or address contains the words, or of all. */
  async list(words: string | null, args: PageArgs): Promise<ConnectionOf<AccountType>> {
    const page = pageRequest(args, ACCOUNT_ORDER);
    const rows = await this.people.list(words, page);
    return toConnection(
      rows.map(toAccount),
      page,
      (account) => [account.localId],
      () => this.people.count(words),
    );
  }

  /** @returns null where there is no such account, or none that the viewer may see */
  async load(loaders: Loaders, id: string, viewer: Viewer): Promise<AccountType | null> {
    const load = async (ids: readonly string[]) =>
      inOrderOf(ids, await this.people.findByIds(ids), (row) => row.id, String).map((row) => row && toAccount(row));
    const account = await loaders.get<string, AccountType | null>('account', load).load(id);
    return account && maySeeAccount(viewer, account) ? account : null;
  }

  /**
   * Changes an account. What it loses its keys lose with it.
   * @throws UserErrors where there is no such account, it has changed meanwhile, the address is another's, or no administrator
   *   would be left who can sign in
   */
  async update(
    globalId: string,
    expectedVersion: number,
    input: AccountUpdateInput,
    viewer: ActingViewer,
  ): Promise<PersonRow> {
    const { id } = requireIds('Account', globalId, ['id']);
    const now = new Date();
    return withFreeEmail(() =>
      this.database.transaction(async (tx) => {
        await this.people.lockAdministration(tx);
        const before = await this.people.take(tx, id);
        if (!before) throw notFound('Account', ['id']);
        await this.requireVersion(tx, before, expectedVersion);
        const row = { ...before, ...changesOf(before, input, now), version: before.version + 1 };
        if (row.email !== null && before.kind === 'SERVICE') {
          throw nobodySignsIn(['input', 'email']);
        }
        if (input.role != null) requireRoleOf(row.responsibleRole, input.role);
        if (row.email !== before.email) await refuseTakenEmail(this.people, tx, row.email);
        if (administers(before) && !administers(row) && !(await this.accounts.hasAdministrator(tx, id, now))) {
          const message = 'This is the last administrator who can sign in: make somebody else one first.';
          throw userError(UserErrorCode.ILLEGAL_STATE, message, [
            'input',
            row.role === Role.ADMIN ? 'disabled' : 'role',
          ]);
        }
        const { email, name, role, disabledAt, version } = row;
        await this.people.update(tx, id, { email, name, role, disabledAt, version });
        if (disabledAt !== null) {
          await this.tokens.remove(tx, id);
          await this.sessions.deleteOfAccount(tx, id, null);
        }
        const change = { before: stateOf(before), after: stateOf(row) };
        await this.audit.append(tx, { viewer, action: 'accountUpdate', ...recordOfAccount(id), ...change }, now);
        return row;
      }),
    );
  }

  /**
   * Changes what people say of themselves. What they sign in with, and what they may do, is for administrators.
   * @throws UserErrors where it has changed meanwhile, or the account is that of a service
   */
  async updateOwn(expectedVersion: number, { name }: ProfileUpdateInput, viewer: ActingViewer): Promise<PersonRow> {
    const { accountId: id } = viewer;
    return this.database.transaction(async (tx) => {
      const before = await this.people.take(tx, id);
      if (!before) throw new Error('Somebody acts by an account that is not there.');
      if (before.kind === 'SERVICE') {
        const message = 'What a service is called is for administrators to say.';
        throw userError(UserErrorCode.ILLEGAL_STATE, message, []);
      }
      await this.requireVersion(tx, before, expectedVersion);
      const row = { ...before, name, version: before.version + 1 };
      await this.people.update(tx, id, { name, version: row.version });
      const change = { before: stateOf(before), after: stateOf(row) };
      await this.audit.append(tx, { viewer, action: 'profileUpdate', ...recordOfAccount(id), ...change }, new Date());
      return row;
    });
  }

  /**
   * Forgets by what the provider of single sign-on knows an account, and ends its sessions.
   * @throws UserErrors where there is no such account, or it is not known so
   */
  async unlink(globalId: string, viewer: ActingViewer): Promise<PersonRow> {
    const { id } = requireIds('Account', globalId, ['id']);
    return this.database.transaction(async (tx) => {
      const row = await this.people.take(tx, id);
      if (!row) throw notFound('Account', ['id']);
      const links = await this.links.remove(tx, id);
      if (links.length === 0) {
        throw userError(UserErrorCode.ILLEGAL_STATE, 'Nobody has signed in to this account by single sign-on.', ['id']);
      }
      await this.sessions.deleteOfAccount(tx, id, null);
      const before = { links: links.map((link) => ({ ...link })) };
      await this.audit.append(tx, { viewer, action: 'singleSignOnUnlink', ...recordOfAccount(id), before }, new Date());
      return { ...row, hasSingleSignOn: false };
    });
  }

  /** @throws UserErrors STALE_VERSION */
  private requireVersion(tx: Transaction, { id, version }: PersonRow, expected: number): Promise<void> {
    return this.versions.require(tx, { objectType: 'Account', objectId: id, version, expected });
  }
}

function administers({ kind, role, disabledAt }: PersonRow): boolean {
  return kind === 'PERSON' && role === Role.ADMIN && disabledAt === null;
}

function changesOf(before: PersonRow, input: AccountUpdateInput, now: Date): Partial<PersonRow> {
  const { disabled } = input;
  return {
    email: input.email ?? before.email,
    name: input.name ?? before.name,
    role: input.role ?? before.role,
    ...(disabled != null && { disabledAt: disabled ? (before.disabledAt ?? now) : null }),
  };
}
