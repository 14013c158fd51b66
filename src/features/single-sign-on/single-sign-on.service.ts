import { Injectable } from '@nestjs/common';
import type { SingleSignOnSettings } from '../../platform/config/single-sign-on-settings.js';
import { ATTEMPT_AGE, hashOfSecret, newSecret, Role } from '../auth/index.js';
import {
  GuessLimitService,
  LinkedSignInRefused,
  LinkedSignInService,
  networkOf,
  type Browser,
} from '../people/index.js';
import { attemptOf } from './attempt.js';
import { AttemptsRepository } from './attempts.repository.js';
import { SingleSignOnFailed } from './failure.js';
import { ProviderService } from './provider.service.js';

/** Attempts that may begin at one address in a quarter of an hour: an office may share one. */
const MOST_BY_ADDRESS = 200;

/** Signs people in by the provider that is set. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly provider: ProviderService,
    private readonly attempts: AttemptsRepository,
    private readonly linked: LinkedSignInService,
    private readonly guesses: GuessLimitService,
  ) {}

  /**
   * Begins an attempt.
   * @param returnTo the address that the provider shall send the browser back to
   * @returns where to send the browser, and the secret that it keeps meanwhile
   * @throws SingleSignOnFailed
   */
  async begin(
    settings: SingleSignOnSettings,
    returnTo: string,
    browser: Browser,
  ): Promise<{ address: URL; secret: string }> {
    const counted = [{ name: `single sign-on ${networkOf(browser.address)}`, most: MOST_BY_ADDRESS }];
    if ((await this.guesses.count(counted)) !== null) throw new SingleSignOnFailed('TOO_MANY_ATTEMPTS');
    const secret = newSecret();
    const address = await this.provider.addressFor(settings, attemptOf(secret), returnTo);
    const now = new Date();
    await this.attempts.begin(hashOfSecret(secret), now, new Date(now.getTime() + ATTEMPT_AGE * 1000));
    return { address, secret };
  }

  /**
   * Ends an attempt, which can be done once.
   * @param secret what the browser has kept; undefined where it has none
   * @param returned the address that the browser came back to, with the provider's answer
   * @returns the secret of a session
   * @throws SingleSignOnFailed
   */
  async finish(
    settings: SingleSignOnSettings,
    secret: string | undefined,
    returned: URL,
    browser: Browser,
  ): Promise<string> {
    if (secret === undefined) throw new SingleSignOnFailed('ATTEMPT_UNKNOWN');
    const attempt = attemptOf(secret);
    // Before the attempt is used up: another site must not be able to end it by sending the browser here.
    const state = returned.searchParams.get('state') ?? '';
    // Compared as hashes, so that how long it takes says nothing.
    const isAnswer = hashOfSecret(state) === hashOfSecret(attempt.state);
    if (!isAnswer || !(await this.attempts.end(hashOfSecret(secret), new Date()))) {
      throw new SingleSignOnFailed('ATTEMPT_UNKNOWN');
    }
    const vouched = await this.provider.vouchedFor(settings, attempt, returned);
    const defaultRole = settings.defaultRole === undefined ? null : Role[settings.defaultRole];
    try {
      return await this.linked.signIn(vouched, () => vouched.profile(), browser, defaultRole);
    } catch (error) {
      throw error instanceof LinkedSignInRefused ? new SingleSignOnFailed(error.code) : error;
    }
  }
}
