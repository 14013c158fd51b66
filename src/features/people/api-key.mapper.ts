import { encodeId } from '../../graphql/node/index.js';
import type { NewApiKeyRow } from './api-keys.repository.js';
import type { ApiKeyType } from './graphql/api-key.type.js';

export function toApiKey(row: NewApiKeyRow): ApiKeyType {
  const { id: localId, accountId, name, role, createdAt, expiresAt, revokedAt, lastUsedAt } = row;
  const id = encodeId('ApiKey', row);
  return { __typename: 'ApiKey', id, localId, accountId, name, role, createdAt, expiresAt, revokedAt, lastUsedAt };
}
