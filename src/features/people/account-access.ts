import { UserErrorCode, userError, type UserErrors } from '../../graphql/errors/index.js';
import { includes, Role, type Viewer } from '../auth/index.js';

/** Whose account something is: its id, and who answers for it where it is a service's. */
export interface Ownership {
  readonly localId: string;
  readonly responsibleId: string | null;
}

/** Whether somebody may see what an account has beside a name. */
export function maySeeAccount({ accountId, role }: Viewer, { localId, responsibleId }: Ownership): boolean {
  return accountId !== null && (accountId === localId || accountId === responsibleId || includes(role, Role.ADMIN));
}

/**
 * Holds the role of a service account to that of whoever answers for it.
 * @param most what that person may do; null where nobody answers for the account
 * @throws UserErrors NOT_ALLOWED
 */
export function requireRoleOf(most: Role | null, role: Role): void {
  if (most === null || includes(most, role)) return;
  const message = `A service account can do no more than whoever answers for it: theirs is the role ${most}.`;
  throw userError(UserErrorCode.NOT_ALLOWED, message, ['input', 'role']);
}

/** What is wrong with signing in to a service account, or preparing it. */
export function nobodySignsIn(field: readonly string[]): UserErrors {
  return userError(UserErrorCode.ILLEGAL_STATE, 'Nobody signs in to the account of a service.', field);
}
