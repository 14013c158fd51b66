import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { BulkWriterService, type WrittenLines } from './bulk-writer.service.js';
import { linesOf, type FileLine } from './lines-of.js';
import { ProgressRepository, type LineErrorRow, type ProgressRow } from './progress.repository.js';

/** Lines that are written before progress is: this many, or this many bytes of them. */
const LINES_AT_ONCE = 200;
const BYTES_AT_ONCE = 2 * 1024 * 1024;
/** What is wrong is kept of this many lines; more are only counted. */
const LINES_REPORTED = 1_000;

/** What can end an import before its file does. */
export type BulkProblemCode = 'DIGEST_MISMATCH' | 'CONFLICT' | 'TIMED_OUT' | 'STOPPING';

/** Why an import cannot go on; what it has written stays. */
export class BulkProblem extends Error {
  constructor(
    readonly code: BulkProblemCode,
    message: string,
  ) {
    super(message);
    this.name = 'BulkProblem';
  }
}

/** What has become of a file, and what is wrong with its lines: of the first thousand that have anything wrong. */
export interface ImportReport extends ProgressRow {
  readonly errors: readonly LineErrorRow[];
}

export interface ImportOptions {
  /** SHA-256 of the whole file in hex; with it, the same file goes on where it stopped. */
  readonly digest: string | null;
  /** Told whenever lines have been written. */
  readonly onProgress?: (progress: ProgressRow) => void;
}

/** Writes files of many lines, a few at a time, and keeps how far it has come. */
@Injectable()
export class BulkImportService {
  constructor(
    private readonly database: Database,
    private readonly writer: BulkWriterService,
    private readonly progress: ProgressRepository,
  ) {}

  /**
   * Imports a file as its bytes come. More of it is asked for only when what came is written, so what is held of it is
   * bounded. Where the same account began the same file before, what was dealt with is only read; where every line of it
   * stood, nothing is done.
   * @throws BulkProblem where the file is not the one that was begun or announced, or somebody else imports it too
   */
  async import(
    chunks: AsyncIterable<Uint8Array>,
    { digest, onProgress }: ImportOptions,
    viewer: ActingViewer,
  ): Promise<ImportReport> {
    let progress = await this.begin(digest, viewer);
    if (progress.finishedAt !== null) return this.report(progress);
    const resumed = { ...progress, done: progress.lines === 0 };
    const hash = createHash('sha256');
    let bytes = 0;
    let batch: FileLine[] = [];
    let size = 0;
    const flush = async (finished: boolean): Promise<void> => {
      const written = await this.writer.write(batch, viewer);
      const readDigest = hash.copy().digest('hex');
      progress = await this.advance(progress, written, {
        lines: batch.at(-1)?.number ?? progress.lines,
        bytes,
        readDigest,
        finishedAt: finished ? new Date() : null,
      });
      batch = [];
      size = 0;
      onProgress?.(progress);
    };
    for await (const line of linesOf(chunks, (part) => hash.update(part))) {
      bytes += line.bytes;
      if (line.number <= resumed.lines) {
        if (line.number < resumed.lines) continue;
        if (resumed.readDigest !== hash.copy().digest('hex')) return this.refuse(progress);
        resumed.done = true;
        continue;
      }
      batch.push(line);
      size += line.bytes;
      if (batch.length >= LINES_AT_ONCE || size >= BYTES_AT_ONCE) await flush(false);
    }
    if (!resumed.done || (digest !== null && digest !== hash.copy().digest('hex'))) return this.refuse(progress);
    await flush(true);
    return this.report(progress);
  }

  private async begin(digest: string | null, { accountId }: ActingViewer): Promise<ProgressRow> {
    const now = new Date();
    const fresh: ProgressRow = {
      id: uuidv7(),
      accountId,
      digest,
      ...NOTHING,
      startedAt: now,
      updatedAt: now,
      finishedAt: null,
    };
    const known = await this.progress.begin(fresh);
    if (known.finishedAt === null || known.failed === 0) return known;
    // What could not stand may stand now: the vocabulary may have got what it names.
    return this.startAgain(known);
  }

  private async startAgain(known: ProgressRow): Promise<ProgressRow> {
    const again = { ...known, ...NOTHING, updatedAt: new Date(), finishedAt: null };
    await this.database.transaction(async (tx) => {
      await this.progress.removeErrors(tx, known.id);
      await this.progress.advance(tx, known.lines, again);
    });
    return again;
  }

  /** Begins from the start the next time: nobody can tell of which file the lines were. */
  private async refuse(progress: ProgressRow): Promise<never> {
    await this.startAgain(progress);
    throw new BulkProblem(
      'DIGEST_MISMATCH',
      'The file is not the one that was announced, or not the one that was begun. What was written stays; send it again.',
    );
  }

  private async advance(
    before: ProgressRow,
    written: WrittenLines,
    now: Pick<ProgressRow, 'lines' | 'bytes' | 'readDigest' | 'finishedAt'>,
  ): Promise<ProgressRow> {
    const after: ProgressRow = {
      ...before,
      ...now,
      added: before.added + written.added,
      unchanged: before.unchanged + written.unchanged,
      failed: before.failed + written.failed,
      updatedAt: new Date(),
    };
    const reported = new Set<number>();
    const problems = written.problems.filter(({ line }) => {
      if (before.failed + reported.size < LINES_REPORTED) reported.add(line);
      return reported.has(line);
    });
    await this.database.transaction(async (tx) => {
      if (!(await this.progress.advance(tx, before.lines, after))) {
        throw new BulkProblem(
          'CONFLICT',
          'The same file is being imported at the same time; this attempt has stopped.',
        );
      }
      await this.progress.insertErrors(tx, before.id, problems);
    });
    return after;
  }

  private async report(progress: ProgressRow): Promise<ImportReport> {
    return { ...progress, errors: await this.progress.listErrors(progress.id) };
  }
}

const NOTHING = {
  lines: 0,
  bytes: 0,
  readDigest: createHash('sha256').digest('hex'),
  added: 0,
  unchanged: 0,
  failed: 0,
} as const;
