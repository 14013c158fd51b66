import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';

export interface UploadRow {
  id: string;
  accountId: string;
  name: string;
  contentType: string | null;
  size: number;
  createdAt: Date;
}

@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  /** The file that an account has sent since; null where there is none. */
  async findOf(accountId: string, id: string, since: Date): Promise<(UploadRow & { content: Uint8Array }) | null> {
    return this.database.prisma.upload.findFirst({ where: { id, accountId, createdAt: { gt: since } } });
  }

  /** How much an account has on its way, in bytes. */
  async sizeOf(tx: Transaction, accountId: string): Promise<number> {
    const { _sum } = await tx.upload.aggregate({ where: { accountId }, _sum: { size: true } });
    return _sum.size ?? 0;
  }

  /** Makes those who send files for an account wait for one another. */
  async lockAccount(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(Prisma.sql`SELECT FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`);
  }

  async insert(tx: Transaction, row: UploadRow & { content: Buffer<ArrayBuffer> }): Promise<void> {
    await tx.upload.create({ data: row });
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.upload.deleteMany({ where: { id } });
  }

  /** Removes what was sent before. */
  async removeOlder(tx: Transaction, than: Date): Promise<void> {
    await tx.upload.deleteMany({ where: { createdAt: { lte: than } } });
  }
}
