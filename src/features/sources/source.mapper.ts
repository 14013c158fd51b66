import { encodeId, RowNode } from '../../graphql/node/index.js';
import type { SnapshotType, SourceType } from './graphql/source.type.js';
import type { TextChangeType } from './graphql/text-change.type.js';
import type { SnapshotRow } from './snapshots.repository.js';
import type { SourceRow } from './source.shape.js';

export function toSource(row: SourceRow): SourceType {
  return new SourceNode(row);
}

export function toSnapshot(row: SnapshotRow): SnapshotType {
  const { id: localId, ...rest } = row;
  return {
    __typename: 'Snapshot',
    id: encodeId('Snapshot', row),
    localId,
    ...rest,
  };
}

/** Differences with their words, from the offsets in which they are kept. */
export function toTextChanges(before: string, after: string, differences: readonly number[]): TextChangeType[] {
  return Array.from({ length: differences.length / 4 }, (_, i) => {
    const [previousStart = 0, previousEnd = 0, start = 0, end = 0] = differences.slice(4 * i);
    const [removed, added] = [before.slice(previousStart, previousEnd), after.slice(start, end)];
    return { previousStart, previousEnd, start, end, removed, added };
  });
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
  get statusReason() {
    return this.row.statusReason;
  }
  get createdAt() {
    return this.row.createdAt;
  }
}
