import { encodeId } from '../../graphql/node/index.js';
import type { SnapshotType, SourceType } from './graphql/source.type.js';
import type { SnapshotRow } from './snapshots.repository.js';
import type { SourceRow } from './sources.repository.js';

export function toSource(row: SourceRow): SourceType {
  const { id: localId, storyId, publisherId, derivedFromId, title, url, kind, authors, language, publishedAt } = row;
  const { reliability, status, createdAt } = row;
  return {
    __typename: 'Source',
    id: encodeId('Source', row),
    localId,
    storyId,
    publisherId,
    derivedFromId,
    title,
    url,
    kind,
    authors,
    language,
    publishedAt,
    reliability,
    status,
    createdAt,
  };
}

export function toSnapshot(row: SnapshotRow): SnapshotType {
  const { id: localId, storyId, sourceId, sha256, mediaType, fetchedAt } = row;
  return {
    __typename: 'Snapshot',
    id: encodeId('Snapshot', row),
    localId,
    storyId,
    sourceId,
    sha256,
    mediaType,
    fetchedAt,
  };
}
