import { encodeId } from '../../graphql/node/index.js';
import type { SessionRow } from '../auth/index.js';
import type { SessionType } from './graphql/session.type.js';

export function toSession(row: SessionRow): SessionType {
  const { id: localId, userAgent, address, createdAt, lastUsedAt, expiresAt } = row;
  const id = encodeId('Session', row);
  return { __typename: 'Session', id, localId, userAgent, address, createdAt, lastUsedAt, expiresAt };
}
