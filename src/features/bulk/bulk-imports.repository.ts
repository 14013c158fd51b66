import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import { byId, Database, keyset, Prisma, type KeysetOrder, type KeysetPage } from '../../platform/database/index.js';
import type { BulkImportErrorType } from './graphql/bulk-import.type.js';
import { PROGRESS, type ProgressRow } from './progress.repository.js';

/** Newest first. */
export const LIST_ORDER = byId(Prisma.sql`b.id`, true);

/** By line. */
export const ERROR_ORDER: KeysetOrder = {
  key: 'line',
  columns: [
    { sql: Prisma.sql`e.line`, type: 'float8' },
    { sql: Prisma.sql`e.position`, type: 'float8' },
  ],
  descending: false,
};

/** Imports and what is wrong with their lines, for those who follow them. */
@Injectable()
export class BulkImportsRepository {
  constructor(private readonly database: Database) {}

  list(page: KeysetPage): Promise<ProgressRow[]> {
    const { where, orderBy, limit } = keyset(LIST_ORDER, page);
    return this.database.query<ProgressRow>(Prisma.sql`
      SELECT ${PROGRESS} FROM bulk_import b WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(): Promise<number> {
    return this.database.prisma.bulkImport.count();
  }

  findByIds(ids: readonly string[]): Promise<ProgressRow[]> {
    return this.database.query<ProgressRow>(Prisma.sql`
      SELECT ${PROGRESS} FROM bulk_import b WHERE b.id = ANY(${ids}::uuid[])`);
  }

  /** One page of the errors of each import, by line. */
  listErrors(ids: readonly string[], page: KeysetPage): Promise<(BulkImportErrorType & { importId: string })[]> {
    const { where, orderBy, limit } = keyset(ERROR_ORDER, page);
    return this.database.query<BulkImportErrorType & { importId: string }>(Prisma.sql`
      SELECT p.* FROM unnest(${ids}::uuid[]) AS k (id) CROSS JOIN LATERAL (
        SELECT e.import_id AS "importId", e.line, e.position, e.code, e.field, e.message
        FROM bulk_import_error e WHERE e.import_id = k.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countErrors(ids: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT e.import_id AS owner, count(*) AS count FROM bulk_import_error e
      WHERE e.import_id = ANY(${ids}::uuid[]) GROUP BY e.import_id`);
  }
}
