import { encodeId } from '../../graphql/node/index.js';
import type { VocabularyPackType } from './graphql/pack.types.js';
import type { PackRow } from './packs.repository.js';

export function toPack(row: PackRow): VocabularyPackType {
  const { id: localId, key, label, description, digest, createdAt, importedAt } = row;
  const times = { createdAt, importedAt };
  return {
    __typename: 'VocabularyPack',
    id: encodeId('VocabularyPack', row),
    localId,
    key,
    label,
    description,
    digest,
    ...times,
  };
}
