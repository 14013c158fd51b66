import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError, type UserErrors } from '../../graphql/errors/index.js';
import { Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { hashOfSecret, SessionsRepository, type ActingViewer } from '../auth/index.js';
import { recordOfAccount, stateOf } from './account-record.js';
import { AccountTokensRepository, type TokenPurpose } from './account-tokens.repository.js';
import { refuseTakenEmail, withFreeEmail } from './free-email.js';
import type {
  InvitationAcceptInput,
  PasswordChangeInput,
  PasswordResetInput,
  SetUpInput,
} from './graphql/account.inputs.js';
import { GuessLimitService } from './guess-limit.service.js';
import { hashPassword, isPassword } from './password-hash.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PeopleRepository, type PersonRow } from './people.repository.js';

/** Wrong guesses at the present password, in a quarter of an hour, for whoever holds a key or a session. */
const MOST_GUESSES = 10;

/** How people come to a password, and change it. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly passwords: PasswordsRepository,
    private readonly tokens: AccountTokensRepository,
    private readonly sessions: SessionsRepository,
    private readonly guesses: GuessLimitService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where the token is not good */
  accept(input: InvitationAcceptInput): Promise<PersonRow> {
    return this.redeem('INVITATION', 'invitationAccept', input);
  }

  /** @throws UserErrors where the token is not good */
  reset(input: PasswordResetInput): Promise<PersonRow> {
    return this.redeem('PASSWORD_RESET', 'passwordReset', input);
  }

  /**
   * Ends all other sessions, too.
   * @throws UserErrors where there is no password, or it is another than the one given as the present one
   */
  async change({ current, password }: PasswordChangeInput, viewer: ActingViewer): Promise<PersonRow> {
    const stored = await this.passwords.find(viewer.accountId);
    if (stored === null) {
      const message = 'This account has no password yet: an administrator can let you choose one.';
      throw userError(UserErrorCode.ILLEGAL_STATE, message, ['input', 'current']);
    }
    const guessed = [{ name: `change ${viewer.accountId}`, most: MOST_GUESSES }];
    const tryAgainAt = await this.guesses.count(guessed);
    if (tryAgainAt !== null) {
      const message = `Too many attempts. Try again at ${tryAgainAt.toISOString()}.`;
      throw userError(UserErrorCode.TOO_MANY_ATTEMPTS, message, ['input', 'current']);
    }
    if (!(await isPassword(stored, current))) throw wrongPassword();
    await this.guesses.takeBack(guessed);
    if (await isPassword(stored, password)) {
      throw userError(UserErrorCode.INVALID_INPUT, 'This is the present password.', ['input', 'password']);
    }
    const passwordHash = await hashPassword(password);
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const row = await this.people.take(tx, viewer.accountId);
      // Whoever changed it meanwhile has made the present one another.
      if (!row || !(await this.passwords.replace(tx, row.id, stored, passwordHash))) throw wrongPassword();
      const own = viewer.signIn?.kind === 'SESSION' ? viewer.signIn.id : null;
      await this.sessions.deleteOfAccount(tx, row.id, own);
      await this.audit.append(tx, { viewer, action: 'passwordChange', ...recordOfAccount(row.id) }, now);
      return row;
    });
  }

  /**
   * Gives the first administrator, who has acted by a key so far, what to sign in with.
   * @throws UserErrors where anybody has a password, or the address is another's
   */
  async setUp({ email, name, password }: SetUpInput, viewer: ActingViewer): Promise<PersonRow> {
    const passwordHash = await hashPassword(password);
    const now = new Date();
    return withFreeEmail(() =>
      this.database.transaction(async (tx) => {
        await this.people.lockAdministration(tx);
        const before = await this.people.take(tx, viewer.accountId);
        if (!before || before.kind === 'SERVICE' || (await this.people.hasAnyPassword(tx))) {
          const message = 'The service is set up already: administrators invite others with accountInvite.';
          throw userError(UserErrorCode.ILLEGAL_STATE, message, ['input']);
        }
        if (before.email !== email) await refuseTakenEmail(this.people, tx, email);
        const version = before.version + 1;
        await this.people.update(tx, before.id, { email, name, version, passwordHash });
        await this.tokens.remove(tx, before.id);
        const row = { ...before, email, name, version, hasPassword: true };
        const change = { before: stateOf(before), after: stateOf(row) };
        await this.audit.append(tx, { viewer, action: 'setUp', ...recordOfAccount(row.id), ...change }, now);
        return row;
      }),
    );
  }

  /** Whether nobody has a password yet. */
  async isSetUpRequired(): Promise<boolean> {
    return !(await this.passwords.hasAny());
  }

  /** Sets the password of the account whose token this is. */
  private async redeem(
    purpose: TokenPurpose,
    action: string,
    { token, password, name }: { token: string; password: string; name?: string | null },
  ): Promise<PersonRow> {
    const secretHash = hashOfSecret(token);
    const now = new Date();
    // Looked at first, so that nobody can have the service hash without a token.
    if ((await this.tokens.accountOf(secretHash, purpose, now)) === null) throw badToken();
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      const id = await this.tokens.use(tx, secretHash, purpose, now);
      const before = id === null ? null : await this.people.take(tx, id);
      if (before?.disabledAt !== null) throw badToken();
      const row = { ...before, name: name ?? before.name, version: before.version + 1, hasPassword: true };
      await this.people.update(tx, row.id, { name: row.name, version: row.version, passwordHash });
      await this.sessions.deleteOfAccount(tx, row.id, null);
      const viewer = { accountId: row.id, role: row.role };
      const change = { before: stateOf(before), after: stateOf(row) };
      await this.audit.append(tx, { viewer, action, ...recordOfAccount(row.id), ...change }, now);
      return row;
    });
  }
}

function wrongPassword(): UserErrors {
  return userError(UserErrorCode.INVALID_INPUT, 'This is not the present password.', ['input', 'current']);
}

function badToken(): UserErrors {
  const message = 'This token is unknown, was used or has expired: ask an administrator for a new one.';
  return userError(UserErrorCode.NOT_FOUND, message, ['input', 'token']);
}
