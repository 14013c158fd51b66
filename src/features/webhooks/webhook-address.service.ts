import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { Config } from '../../platform/config/config.js';
import { checkedServer, RefusedAddress, type AddressRules, type Refusal } from '../../platform/outgoing/index.js';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  FORM: 'Events are sent to https addresses without a password only.',
  PLACE:
    'The address leads to a place that is not public. The operator can allow it by GAINSAY_WEBHOOK_ALLOW, if it is meant.',
  PLAIN: 'Events are sent by https. The operator can allow this address by GAINSAY_WEBHOOK_ALLOW, if it is meant.',
};

/** Where events may be sent: the rules by which imports fetch, and https unless the operator allows the address. */
@Injectable()
export class WebhookAddressService {
  readonly rules: AddressRules;

  constructor({ webhooks }: Config) {
    this.rules = {
      allowed: webhooks.allow,
      resolve: (host) => lookup(host, { all: true }),
      patience: webhooks.patience,
      encrypted: true,
    };
  }

  /**
   * Checks an address that an administrator gives. It is checked anew with every delivery, as names come to stand for others.
   * @throws UserErrors at `field` where nothing may be sent there, or its name is not known
   */
  async require(address: string, field: readonly string[]): Promise<void> {
    try {
      await checkedServer(new URL(address), this.rules, AbortSignal.timeout(this.rules.patience));
    } catch (error) {
      throw userError(...problemOf(error), field);
    }
  }
}

/** Why nothing can be sent, for people. */
export function refusalOf(error: RefusedAddress): string {
  return REFUSALS[error.why];
}

function problemOf(error: unknown): [code: UserErrorCode, message: string] {
  if (error instanceof RefusedAddress) return [UserErrorCode.ADDRESS_REFUSED, refusalOf(error)];
  return [UserErrorCode.ADDRESS_UNREACHABLE, 'The name of the server in the address is not known. Correct it.'];
}
