import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ImportProblem } from './import-problem.js';
import { UploadsRepository, type UploadRow } from './uploads.repository.js';

/** How long a file waits to be imported, in milliseconds. */
export const UPLOAD_LIFETIME = 60 * 60 * 1000;
/** How much one account may have waiting, in bytes. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** Files that clients send ahead of their import. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadsRepository,
  ) {}

  /** @throws ImportProblem where the account has too much waiting already */
  async keep(
    file: { readonly name: string; readonly contentType: string | null; readonly content: Buffer<ArrayBuffer> },
    viewer: ActingViewer,
  ): Promise<UploadRow> {
    const createdAt = new Date();
    const { accountId } = viewer;
    const row = { id: uuidv7(), accountId, size: file.content.length, createdAt, ...file };
    await this.database.transaction(async (tx) => {
      await this.uploads.lockAccount(tx, accountId);
      await this.uploads.removeOlder(tx, oldest(createdAt));
      if ((await this.uploads.sizeOf(tx, accountId)) + row.size > MAX_WAITING_BYTES) {
        const message = 'You have too many files waiting. Import them, or try again in an hour.';
        throw new ImportProblem('TOO_LONG', message);
      }
      await this.uploads.insert(tx, row);
    });
    return row;
  }

  /**
   * A file that somebody has sent; others cannot have it.
   * @throws UserErrors where there is none, or no longer
   */
  async require(
    globalId: string,
    viewer: ActingViewer,
    field: readonly string[],
  ): Promise<UploadRow & { content: Uint8Array }> {
    const { id } = requireIds('Upload', globalId, field);
    const found = await this.uploads.findOf(viewer.accountId, id, oldest(new Date()));
    if (!found) throw notFound('Upload', field);
    return found;
  }

  async forget(tx: Transaction, { id }: { readonly id: string }): Promise<void> {
    await this.uploads.remove(tx, id);
  }
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - UPLOAD_LIFETIME);
}
