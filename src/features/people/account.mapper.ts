import { encodeId } from '../../graphql/node/index.js';
import { AccountKind, AccountStatus, type AccountType } from './graphql/account.type.js';
import type { PersonRow } from './people.repository.js';

export function toAccount(row: PersonRow): AccountType {
  const { id: localId, email, name, role, createdAt, disabledAt, hasPassword, hasSingleSignOn, responsibleId } = row;
  const id = encodeId('Account', row);
  const status = statusOf(row);
  const kind = row.kind === 'SERVICE' ? AccountKind.SERVICE : AccountKind.PERSON;
  const own = { email, name, role, status, hasPassword, hasSingleSignOn, createdAt, disabledAt, version: row.version };
  return { __typename: 'Account', id, localId, responsibleId, kind, ...own };
}

function statusOf({
  disabledAt,
  email,
  hasPassword,
  hasSingleSignOn,
  responsibleDisabledAt,
}: PersonRow): AccountStatus {
  if (disabledAt !== null) return AccountStatus.DISABLED;
  if (responsibleDisabledAt !== null) return AccountStatus.SUSPENDED;
  return email !== null && !hasPassword && !hasSingleSignOn ? AccountStatus.INVITED : AccountStatus.ACTIVE;
}
