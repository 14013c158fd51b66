import { HttpException, Injectable, UnauthorizedException } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { uuidv7 } from 'uuidv7';
import { Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { expiryOf, hashOfSecret, idleSince, newSecret, SessionsRepository, type Viewer } from '../auth/index.js';
import { GuessLimitService, type Guessed } from './guess-limit.service.js';
import { hashPassword, isOutdated, isPassword } from './password-hash.js';
import { PasswordsRepository, type SignInRow } from './passwords.repository.js';

/** Wrong guesses in a quarter of an hour: in a browser where the account was signed in to before. */
const MOST_BY_DEVICE = 10;
/** From one address, whatever accounts they are at: an office may share one. */
const MOST_BY_ADDRESS = 20;
/** At one account from all other browsers together: more than one address can make, so that one stranger cannot. */
const MOST_BY_ACCOUNT = 100;
/** Longest description of a browser that is kept, in characters. */
const MAX_USER_AGENT = 200;

/** Who asks to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** From where. */
export interface Browser {
  readonly address: string;
  readonly userAgent: string | null;
  /** What the browser was given when somebody signed in there before; null where nobody has. */
  readonly device: string | null;
}

/** What the browser is to keep. */
export interface SignedIn {
  readonly session: string;
  readonly device: string;
}

/** Begins and ends sessions. */
@Injectable()
export class SignInService {
  /** Compared with where there is no account, so that the answer takes as long. */
  #decoy: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordsRepository,
    private readonly sessions: SessionsRepository,
    private readonly guesses: GuessLimitService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * @throws UnauthorizedException where the address or the password is wrong, or the account disabled: which, is not said
   * @throws TooManyGuesses where there were too many before
   */
  async signIn(credentials: Credentials, browser: Browser): Promise<SignedIn> {
    const email = credentials.email.trim().toLowerCase();
    const device = browser.device ?? newSecret();
    const account = await this.passwords.findForSignIn(email, hashOfSecret(device));
    const guessed = guessedAt(account, email, hashOfSecret(device), browser.address);
    const tryAgainAt = await this.guesses.count(guessed);
    if (tryAgainAt !== null) throw new TooManyGuesses(tryAgainAt);
    const stored = account?.passwordHash ?? (await (this.#decoy ??= hashPassword(newSecret())));
    const isRight = await isPassword(stored, credentials.password);
    if (!isRight || account?.passwordHash == null || account.disabledAt !== null) {
      throw new UnauthorizedException('The e-mail address or the password is wrong.');
    }
    await this.guesses.takeBack(guessed);
    const renewed = isOutdated(stored) ? await hashPassword(credentials.password) : null;
    const session = newSecret();
    await this.database.transaction(async (tx) => {
      const now = new Date();
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
      await this.sessions.insert(tx, row, hashOfSecret(session));
      await this.passwords.keepDevice(tx, account.id, hashOfSecret(device), now);
      if (renewed !== null) await this.passwords.replace(tx, account.id, stored, renewed);
      const viewer = { accountId: account.id, role: account.role };
      const after = { address: row.address, userAgent: row.userAgent };
      await this.audit.append(tx, { viewer, action: 'signIn', ...recordOfSession(row.id), after }, now);
    });
    return { session, device };
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
}

/** Too many guesses before this one, which was not looked at. */
export class TooManyGuesses extends HttpException {
  constructor(readonly tryAgainAt: Date) {
    super(`Too many attempts. Try again at ${tryAgainAt.toISOString()}.`, 429);
  }
}

/** Of what session an audit event is. */
export function recordOfSession(id: string): { objectType: 'Session'; objectId: string; storyId: null } {
  return { objectType: 'Session', objectId: id, storyId: null };
}

/** A browser that is known counts for itself: what strangers guess elsewhere does not keep its owner out. */
function guessedAt(account: SignInRow | null, email: string, deviceHash: string, address: string): Guessed[] {
  if (account?.isKnownDevice === true) {
    return [{ name: `device ${account.id} ${deviceHash}`, most: MOST_BY_DEVICE }];
  }
  return [
    { name: `address ${networkOf(address)}`, most: MOST_BY_ADDRESS },
    { name: `account ${email}`, most: MOST_BY_ACCOUNT },
  ];
}

/** An IPv4 address, or the 64 bits of an IPv6 address that one customer of a provider has at the least (RFC 6177). */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
