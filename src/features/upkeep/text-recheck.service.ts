import { Injectable } from '@nestjs/common';
import { quoteAt } from '../../domain/anchoring/find-quote.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { SnapshotsRepository, SourceTextsService, type KnownTextsRow } from '../sources/index.js';
import type { DerivedFault } from './derived.js';
import { RecheckRepository } from './recheck.repository.js';

/** Carries what was found out of a transaction that is to leave nothing behind. */
class Undone extends Error {
  constructor(readonly faults: readonly DerivedFault[]) {
    super('undone');
  }
}

/** Rechecks what is kept of the texts of a story: what they have in common, and what stands around quotes. */
@Injectable()
export class TextRecheckService {
  constructor(
    private readonly database: Database,
    private readonly repository: RecheckRepository,
    private readonly texts: SourceTextsService,
    private readonly snapshots: SnapshotsRepository,
  ) {}

  /**
   * Finds anew what the texts of a story have in common and compares it with what is kept. New sources of the story wait
   * meanwhile.
   * @param repair whether what is found is to stay; otherwise nothing is changed
   * @param timeout how long it may take, in milliseconds
   */
  async matches(storyId: string, repair: boolean, timeout: number): Promise<readonly DerivedFault[]> {
    try {
      return await this.database.transaction(
        async (tx) => {
          const { before, after } = await this.texts.rebuild(tx, storyId);
          const faults = after.flatMap((row, i) => faultOf(before[i], row));
          if (!repair || faults.length === 0) throw new Undone(faults);
          return faults;
        },
        { timeout },
      );
    } catch (error) {
      if (error instanceof Undone) return error.faults;
      throw error;
    }
  }

  /** Citations around whose quotes stands something else in the snapshot than is kept. */
  async quotes(tx: Transaction, storyId: string): Promise<DerivedFault[]> {
    const faults: DerivedFault[] = [];
    for (const { id: snapshotId } of await this.repository.listQuoted(tx, storyId)) {
      const [snapshot] = await this.snapshots.findTexts([{ storyId, id: snapshotId }], tx);
      if (!snapshot) throw new Error('A citation quotes a snapshot that is not there.');
      for (const row of await this.repository.listQuotes(tx, storyId, snapshotId)) {
        const { prefix, suffix } = quoteAt(snapshot.text, { start: row.quoteStart, end: row.quoteEnd });
        if (prefix === row.quotePrefix && suffix === row.quoteSuffix) continue;
        const stored = { prefix: row.quotePrefix, suffix: row.quoteSuffix };
        faults.push({ what: 'citation', id: row.id, told: row.quoteExact, stored, actual: { prefix, suffix } });
      }
    }
    return faults;
  }
}

function faultOf(before: KnownTextsRow | undefined, { sourceId, title, ...actual }: KnownTextsRow): DerivedFault[] {
  const { sketches = null, nearDuplicates = null, carries = null } = before ?? {};
  const stored = { sketches, nearDuplicates, carries };
  if (JSON.stringify(stored) === JSON.stringify(actual)) return [];
  return [{ what: 'source', id: sourceId, told: title, stored, actual }];
}
