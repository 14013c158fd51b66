import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  pageRequest,
  toConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { toBulkImport } from './bulk-import.mapper.js';
import { BulkImportsRepository, ERROR_ORDER, LIST_ORDER } from './bulk-imports.repository.js';
import type { BulkImportErrorType, BulkImportType } from './graphql/bulk-import.type.js';

/** Following imports. */
@Injectable()
export class BulkImportsService {
  constructor(private readonly repository: BulkImportsRepository) {}

  async list(args: PageArgs): Promise<ConnectionOf<BulkImportType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.list(page);
    return toConnection(
      rows.map(toBulkImport),
      page,
      (node) => [node.localId],
      () => this.repository.count(),
    );
  }

  load(loaders: Loaders, id: string): Promise<BulkImportType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toBulkImport(row));
    };
    return loaders.get<string, BulkImportType | null>('bulkImport', load).load(id);
  }

  /** What is wrong with an import's lines, by line. */
  listErrors(loaders: Loaders, importId: string, args: PageArgs): Promise<ConnectionOf<BulkImportErrorType>> {
    return batchedConnection(loaders, importId, args, {
      name: 'bulkImport.errors',
      ordering: ERROR_ORDER,
      nameOf: String,
      read: (ids, page) => this.repository.listErrors(ids, page),
      ownerOf: (row) => row.importId,
      toNode: (row): BulkImportErrorType => row,
      cursorOf: ({ line, position }) => [line, position],
      count: (ids) => this.repository.countErrors(ids),
    });
  }
}
