import { UserErrorCode, userError, type UserErrors } from '../../graphql/errors/index.js';
import { isUniqueViolation, type Transaction } from '../../platform/database/index.js';
import type { PeopleRepository } from './people.repository.js';

/** @throws UserErrors ALREADY_EXISTS where an account has the address */
export async function refuseTakenEmail(people: PeopleRepository, tx: Transaction, email: string | null): Promise<void> {
  if (email !== null && (await people.findByEmail(email, tx)) !== null) throw taken();
}

/**
 * Does what gives an account an address, which another may take at the same moment.
 * @throws UserErrors ALREADY_EXISTS where that happened
 */
export async function withFreeEmail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error, 'account_email_key') ? taken() : error;
  }
}

function taken(): UserErrors {
  return userError(UserErrorCode.ALREADY_EXISTS, 'An account has this e-mail address already.', ['input', 'email']);
}
