import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';
import type { LineProblem } from './bulk-writer.service.js';

/** How far an import has come. */
export interface ProgressRow {
  id: string;
  accountId: string;
  /** SHA-256 of the whole file in hex, where the client said it. */
  digest: string | null;
  /** Lines and bytes dealt with, and the SHA-256 of these bytes. */
  lines: number;
  bytes: number;
  readDigest: string;
  added: number;
  unchanged: number;
  failed: number;
  startedAt: Date;
  updatedAt: Date;
  finishedAt: Date | null;
}

/** One thing that is wrong with a line. */
export interface LineErrorRow {
  line: number;
  code: string;
  field: string[];
  message: string;
}

/** The columns of `bulk_import b`, as `ProgressRow` names them. */
export const PROGRESS = Prisma.sql`b.id, b.account_id AS "accountId", b.digest, b.lines, b.bytes, b.read_digest AS "readDigest",
  b.added, b.unchanged, b.failed, b.started_at AS "startedAt", b.updated_at AS "updatedAt", b.finished_at AS "finishedAt"`;

@Injectable()
export class ProgressRepository {
  constructor(private readonly database: Database) {}

  /** Begins an import, or finds the one that the account has begun of the same file. */
  async begin(row: ProgressRow): Promise<ProgressRow> {
    const [inserted] = await this.database.query<ProgressRow>(Prisma.sql`
      INSERT INTO bulk_import AS b
        (id, account_id, digest, lines, bytes, read_digest, added, unchanged, failed, started_at, updated_at)
      VALUES (${row.id}::uuid, ${row.accountId}::uuid, ${row.digest}, 0, 0, ${row.readDigest}, 0, 0, 0,
        ${row.startedAt}::timestamptz, ${row.startedAt}::timestamptz)
      ON CONFLICT (account_id, digest) DO UPDATE SET digest = excluded.digest RETURNING ${PROGRESS}`);
    if (!inserted) throw new Error('An import was neither begun nor found.');
    return inserted;
  }

  /**
   * Writes how far an import has come.
   * @param before the lines that it had dealt with before
   * @returns false where somebody else has taken it further meanwhile; nothing is written then
   */
  async advance(tx: Transaction, before: number, row: ProgressRow): Promise<boolean> {
    const { id, lines, bytes, readDigest, added, unchanged, failed, updatedAt, finishedAt } = row;
    const { count } = await tx.bulkImport.updateMany({
      where: { id, lines: before },
      data: { lines, bytes, readDigest, added, unchanged, failed, updatedAt, finishedAt },
    });
    return count === 1;
  }

  async insertErrors(tx: Transaction, importId: string, problems: readonly LineProblem[]): Promise<void> {
    const positions = new Map<number, number>();
    const data = problems.map(({ line, code, message, field }) => {
      const position = positions.get(line) ?? 0;
      positions.set(line, position + 1);
      return { importId, line, position, code, field: [...(field ?? [])], message };
    });
    if (data.length > 0) await tx.bulkImportError.createMany({ data });
  }

  async removeErrors(tx: Transaction, importId: string): Promise<void> {
    await tx.bulkImportError.deleteMany({ where: { importId } });
  }

  /** What is wrong with lines, by line. */
  listErrors(importId: string): Promise<LineErrorRow[]> {
    return this.database.query<LineErrorRow>(Prisma.sql`
      SELECT line, code, field, message FROM bulk_import_error WHERE import_id = ${importId}::uuid ORDER BY line, position`);
  }
}
