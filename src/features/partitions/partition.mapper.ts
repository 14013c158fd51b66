import { encodeId } from '../../graphql/node/index.js';
import type { PartitionType } from './graphql/partition.type.js';
import type { PartitionRow } from './partitions.repository.js';

export function toPartition(row: PartitionRow): PartitionType {
  const { id: localId, ...rest } = row;
  return { __typename: 'Partition', ...rest, id: encodeId('Partition', row), localId };
}
