import { encodeId } from '../../graphql/node/index.js';
import type { AccountRow } from './accounts.repository.js';
import type { Actor } from './graphql/actor.type.js';

export function toActor(row: AccountRow): Actor {
  return {
    __typename: row.kind === 'PERSON' ? 'User' : 'ServiceAccount',
    id: encodeId('User', { id: row.id }),
    name: row.name,
    role: row.role,
  };
}
