import { encodeId } from '../../graphql/node/index.js';
import { AccountStatus, type AccountType } from './graphql/account.type.js';
import type { PersonRow } from './people.repository.js';

export function toAccount(row: PersonRow): AccountType {
  const { id: localId, email, name, role, createdAt, disabledAt, hasPassword } = row;
  const id = encodeId('Account', row);
  const status = statusOf(row);
  return { __typename: 'Account', id, localId, email, name, role, status, hasPassword, createdAt, disabledAt };
}

function statusOf({ disabledAt, email, hasPassword }: PersonRow): AccountStatus {
  if (disabledAt !== null) return AccountStatus.DISABLED;
  return email !== null && !hasPassword ? AccountStatus.INVITED : AccountStatus.ACTIVE;
}
