import { encodeId, RowNode } from '../../graphql/node/index.js';
import type { SnapshotType, SourceType } from './graphql/source.type.js';
import type { SnapshotRow } from './snapshots.repository.js';
import type { SourceRow } from './source.shape.js';

export function toSource(row: SourceRow): SourceType {
  return new SourceNode(row);
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

/** A source over its row, of which only the columns are there that were asked for. */
class SourceNode extends RowNode<'Source', SourceRow> implements SourceType {
  readonly __typename = 'Source';

  get publisherId() {
    return this.row.publisherId;
  }
  get derivedFromId() {
    return this.row.derivedFromId;
  }
  get title() {
    return this.row.title;
  }
  get url() {
    return this.row.url;
  }
  get kind() {
    return this.row.kind;
  }
  get authors() {
    return this.row.authors;
  }
  get language() {
    return this.row.language;
  }
  get publishedAt() {
    return this.row.publishedAt;
  }
  get reliability() {
    return this.row.reliability;
  }
  get status() {
    return this.row.status;
  }
  get createdAt() {
    return this.row.createdAt;
  }
}
