import { HttpException, Injectable, UnauthorizedException } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { hashOfSecret, newSecret } from '../auth/index.js';
import { GuessLimitService, type Guessed } from './guess-limit.service.js';
import { networkOf } from './network-of.js';
import { hashPassword, isOutdated, isPassword } from './password-hash.js';
import { PasswordsRepository, type SignInRow } from './passwords.repository.js';
import { SessionsService, type Browser } from './sessions.service.js';

/** Wrong guesses in a quarter of an hour: in a browser where the account was signed in to before. */
const MOST_BY_DEVICE = 10;
/** From one address, whatever accounts they are at: an office may share one. */
const MOST_BY_ADDRESS = 20;
/** At one account from all other browsers together: more than one address can make, so that one stranger cannot. */
const MOST_BY_ACCOUNT = 100;

/** Who asks to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** From where. */
export interface KnownBrowser extends Browser {
  /** What the browser was given when somebody signed in there before; null where nobody has. */
  readonly device: string | null;
}

/** What the browser is to keep. */
export interface SignedIn {
  readonly session: string;
  readonly device: string;
}

/** Signs people in by their passwords. */
@Injectable()
export class SignInService {
  /** Compared with where there is no account, so that the answer takes as long. */
  #decoy: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordsRepository,
    private readonly sessions: SessionsService,
    private readonly guesses: GuessLimitService,
  ) {}

  /**
   * @throws UnauthorizedException where the address or the password is wrong, or the account disabled: which, is not said
   * @throws TooManyGuesses where there were too many before
   */
  async signIn(credentials: Credentials, browser: KnownBrowser): Promise<SignedIn> {
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
    const session = await this.database.transaction(async (tx) => {
      const now = new Date();
      const secret = await this.sessions.begin(tx, account, browser, now);
      await this.passwords.keepDevice(tx, account.id, hashOfSecret(device), now);
      if (renewed !== null) await this.passwords.replace(tx, account.id, stored, renewed);
      return secret;
    });
    return { session, device };
  }
}

/** Too many guesses before this one, which was not looked at. */
export class TooManyGuesses extends HttpException {
  constructor(readonly tryAgainAt: Date) {
    super(`Too many attempts. Try again at ${tryAgainAt.toISOString()}.`, 429);
  }
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
