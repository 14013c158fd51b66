import { encodeId } from '../../graphql/node/index.js';
import type { BulkImportType } from './graphql/bulk-import.type.js';
import type { ProgressRow } from './progress.repository.js';

export function toBulkImport(row: ProgressRow): BulkImportType {
  const { id: localId, accountId, lines, bytes, added, unchanged, failed, startedAt, updatedAt, finishedAt } = row;
  const counts = { lines, bytes, added, unchanged, failed };
  const id = encodeId('BulkImport', row);
  return { __typename: 'BulkImport', id, localId, accountId, ...counts, startedAt, updatedAt, finishedAt };
}
