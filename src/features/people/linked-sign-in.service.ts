import { Injectable } from '@nestjs/common';
import { UserErrors, validated } from '../../graphql/errors/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { Role } from '../auth/index.js';
import { recordOfAccount, stateOf } from './account-record.js';
import { AccountTokensRepository } from './account-tokens.repository.js';
import { AccountInviteInput } from './graphql/account.inputs.js';
import { newPerson } from './new-person.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';
import { SessionsService, type Browser } from './sessions.service.js';
import { SsoLinksRepository, type ForeignIdentity, type LinkedAccountRow } from './sso-links.repository.js';

/** What the other service says of somebody who has not signed in by it before. */
export interface ForeignProfile {
  /** An address that it has verified to be theirs; null where it has none such. */
  readonly email: string | null;
  readonly name: string | null;
}

/** Why somebody whom the other service vouches for is not let in. */
export type LinkedSignInRefusal = 'ACCOUNT_DISABLED' | 'ACCOUNT_UNKNOWN' | 'ALREADY_LINKED' | 'EMAIL_UNVERIFIED';

/** Somebody is who they say, and not let in. */
export class LinkedSignInRefused extends Error {
  constructor(readonly code: LinkedSignInRefusal) {
    super(code);
  }
}

/** Signs in people for whom another service vouches. */
@Injectable()
export class LinkedSignInService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly links: SsoLinksRepository,
    private readonly tokens: AccountTokensRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Begins a session of the account that is known by this identity. At the first time that is the account with the same
   * address, where that is verified, or a new one.
   * @param profile what is asked only where the identity is not known
   * @param defaultRole what people become who have no account; null where they are refused
   * @returns the session's secret, for the browser to keep
   * @throws LinkedSignInRefused
   */
  async signIn(
    identity: ForeignIdentity,
    profile: () => Promise<ForeignProfile>,
    browser: Browser,
    defaultRole: Role | null,
  ): Promise<string> {
    const linked = await this.links.find(identity);
    if (linked) return this.database.transaction((tx) => this.begin(tx, linked, identity, browser));
    const person = usable(await profile(), defaultRole);
    const first = (): Promise<string> =>
      this.database.transaction(async (tx) =>
        this.begin(tx, await this.firstTime(tx, identity, person, defaultRole), identity, browser),
      );
    try {
      return await first();
    } catch (error) {
      // Somebody else was given this address, or this identity an account, meanwhile: they are found now.
      if (isUniqueViolation(error)) return first();
      throw error;
    }
  }

  private begin(
    tx: Transaction,
    account: LinkedAccountRow,
    { issuer }: ForeignIdentity,
    browser: Browser,
  ): Promise<string> {
    if (account.disabledAt !== null) throw new LinkedSignInRefused('ACCOUNT_DISABLED');
    return this.sessions.begin(tx, account, browser, new Date(), { issuer });
  }

  /** Links an account to an identity that has none. */
  private async firstTime(
    tx: Transaction,
    identity: ForeignIdentity,
    person: AccountInviteInput,
    defaultRole: Role | null,
  ): Promise<LinkedAccountRow> {
    const linked = await this.links.find(identity, tx);
    if (linked) return linked;
    const now = new Date();
    const known = await this.people.findByEmail(person.email, tx);
    const held = known && (await this.people.take(tx, known.id));
    // Who signed in for the first time in two places at once may have been linked before this one held the account.
    const meanwhile = held && (await this.links.find(identity, tx));
    if (meanwhile) return meanwhile;
    const account = held ? await this.known(tx, held, identity) : await this.made(tx, person, defaultRole, now);
    await this.links.insert(tx, account.id, identity, now);
    const viewer = { accountId: account.id, role: account.role };
    const { issuer, subject } = identity;
    const after = { ...stateOf(account), issuer, subject };
    await this.audit.append(tx, { viewer, action: 'singleSignOnLink', ...recordOfAccount(account.id), after }, now);
    return account;
  }

  /** An account that there is, and that the transaction holds, where it may be linked. */
  private async known(tx: Transaction, account: PersonRow, { issuer }: ForeignIdentity): Promise<PersonRow> {
    if (account.disabledAt !== null) throw new LinkedSignInRefused('ACCOUNT_DISABLED');
    if (await this.links.isLinked(tx, account.id, issuer)) throw new LinkedSignInRefused('ALREADY_LINKED');
    // Whoever was invited has come: nobody else shall by the same invitation.
    if (!account.hasPassword) await this.tokens.remove(tx, account.id);
    return account;
  }

  private async made(
    tx: Transaction,
    person: AccountInviteInput,
    defaultRole: Role | null,
    now: Date,
  ): Promise<PersonRow> {
    if (defaultRole === null) throw new LinkedSignInRefused('ACCOUNT_UNKNOWN');
    const account = newPerson({ email: person.email, name: person.name, role: defaultRole }, now);
    await this.people.insert(tx, account);
    return account;
  }
}

/**
 * The address and a name by which an account may be made, as one that is invited.
 * @throws LinkedSignInRefused where there is no address, or none that an account can have
 */
function usable({ email, name }: ForeignProfile, role: Role | null): AccountInviteInput {
  if (email === null) throw new LinkedSignInRefused('EMAIL_UNVERIFIED');
  for (const each of [name ?? email, email]) {
    try {
      return validated(AccountInviteInput, { email, name: each, role: role ?? Role.READER });
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
    }
  }
  throw new LinkedSignInRefused('EMAIL_UNVERIFIED');
}
