import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError, validated } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { hashOfSecret, newSecret, Role, type ActingViewer } from '../auth/index.js';
import { recordOfAccount, stateOf } from './account-record.js';
import { nobodySignsIn } from './account-access.js';
import { AccountTokensRepository, type TokenPurpose } from './account-tokens.repository.js';
import { refuseTakenEmail, withFreeEmail } from './free-email.js';
import { AccountInviteInput } from './graphql/account.inputs.js';
import { newPerson } from './new-person.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';

const DAY = 24 * 60 * 60 * 1000;
/** How long tokens are good, in milliseconds: an invitation waits in a mailbox, whoever lost a password waits for it. */
const LIFETIME: Readonly<Record<TokenPurpose, number>> = { INVITATION: 7 * DAY, PASSWORD_RESET: DAY };

/** A token at the one moment when it can be shown. */
export interface IssuedToken {
  readonly row: PersonRow;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Lets people choose the password of an account: new ones, and those who lost theirs. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly tokens: AccountTokensRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where an account has the address */
  async invite(input: AccountInviteInput, viewer: ActingViewer): Promise<IssuedToken> {
    const now = new Date();
    return withFreeEmail(() =>
      this.database.transaction(async (tx) => {
        await refuseTakenEmail(this.people, tx, input.email);
        const row = newPerson(input, now);
        await this.people.insert(tx, row);
        return this.issue(tx, row, { viewer, action: 'accountInvite', after: stateOf(row) }, now);
      }),
    );
  }

  /**
   * Makes a token for somebody who lost a password, or an invitation. What was signed in with stays good until it is used.
   * @throws UserErrors where nobody signs in to the account, or it is disabled
   */
  async renew(globalId: string, viewer: ActingViewer): Promise<IssuedToken> {
    const { id } = requireIds('Account', globalId, ['id']);
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const row = await this.people.take(tx, id);
      if (!row) throw notFound('Account', ['id']);
      if (row.kind === 'SERVICE') throw nobodySignsIn(['id']);
      if (row.email === null) {
        const message = 'This account has no e-mail address, so nobody signs in to it; give it one first.';
        throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
      }
      if (row.disabledAt !== null) {
        throw userError(UserErrorCode.ILLEGAL_STATE, 'This account is disabled; enable it first.', ['id']);
      }
      return this.issue(tx, row, { viewer, action: 'passwordResetCreate' }, now);
    });
  }

  /**
   * Makes sure that somebody administers, and lets them choose a password: for whoever has the database at hand.
   * @param given an account that is there keeps its name
   * @throws UserErrors where the address or the name is none
   */
  async ensureAdministrator(given: { email: string; name: string }, viewer: ActingViewer): Promise<IssuedToken> {
    const { email, name, role } = validated(AccountInviteInput, { ...given, role: Role.ADMIN });
    const now = new Date();
    return this.database.transaction(async (tx) => {
      await this.people.lockAdministration(tx);
      const known = await this.people.findByEmail(email, tx);
      const row = known
        ? { ...known, role, disabledAt: null, version: known.version + 1 }
        : newPerson({ email, name, role }, now);
      if (known) await this.people.update(tx, row.id, { role, disabledAt: null, version: row.version });
      else await this.people.insert(tx, row);
      const change = { ...(known && { before: stateOf(known) }), after: stateOf(row) };
      return this.issue(tx, row, { viewer, action: 'administratorCommand', ...change }, now);
    });
  }

  private async issue(
    tx: Transaction,
    row: PersonRow,
    { viewer, ...change }: IssuedBy,
    now: Date,
  ): Promise<IssuedToken> {
    const purpose = row.hasPassword ? 'PASSWORD_RESET' : 'INVITATION';
    const token = newSecret();
    const expiresAt = new Date(now.getTime() + LIFETIME[purpose]);
    await this.tokens.put(tx, {
      accountId: row.id,
      purpose,
      secretHash: hashOfSecret(token),
      madeById: viewer.accountId,
      createdAt: now,
      expiresAt,
    });
    const after = { ...change.after, token: purpose, tokenExpiresAt: expiresAt.toISOString() };
    await this.audit.append(tx, { ...change, viewer, ...recordOfAccount(row.id), after }, now);
    return { row, token, expiresAt };
  }
}

interface IssuedBy {
  readonly viewer: ActingViewer;
  readonly action: string;
  readonly before?: ReturnType<typeof stateOf>;
  readonly after?: ReturnType<typeof stateOf>;
}
