import { Injectable } from '@nestjs/common';
import type { NodeType } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository, RecordedVersionsService } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ReexaminationsService, type ReexaminationType, type Touch } from '../reexaminations/index.js';
import { VocabularyStore, type VocabularySnapshot } from './vocabulary-store.js';

/** Something of the vocabulary after its change, and the re-examination that the change asked for, if any. */
export interface Changed<Row> {
  /** As it is now; as it was, where the change removed it. */
  readonly row: Row;
  readonly reexamination: ReexaminationType | null;
}

/** Which change of the vocabulary, of what, and by whom. */
export interface VocabularyAct {
  /** The mutation's name. */
  readonly action: string;
  readonly objectType: NodeType;
  readonly viewer: ActingViewer;
}

/** What a change did. */
export interface Difference<Row> {
  /** Null where it was not yet. */
  readonly before: Row | null;
  /** Null where it is no more. */
  readonly after: Row | null;
  /** What must be examined again, as it compares differently now. */
  readonly touches: readonly Touch[];
}

/** The one way in which the vocabulary is changed: alone, on record, and examined again where it bears on claims. */
@Injectable()
export class VocabularyChangeService {
  constructor(
    private readonly database: Database,
    private readonly store: VocabularyStore,
    private readonly reexaminations: ReexaminationsService,
    private readonly audit: AuditRepository,
    private readonly versions: RecordedVersionsService,
  ) {}

  /**
   * Makes one change of the vocabulary.
   * @param change writes it, while no other transaction reads or changes the vocabulary; what it throws undoes all
   */
  async make<Row extends { readonly id: string }>(
    { action, objectType, viewer }: VocabularyAct,
    change: (tx: Transaction, vocabulary: VocabularySnapshot, now: Date) => Promise<Difference<Row>>,
  ): Promise<Changed<Row>> {
    const changed = await this.database.transaction(async (tx) => {
      const vocabulary = await this.store.takeForChange(tx);
      const now = new Date();
      const { before, after, touches } = await change(tx, vocabulary, now);
      const row = after ?? before;
      if (!row) throw new Error(`${action} changed nothing.`);
      const what = { objectType, objectId: row.id };
      const reexamination = await this.reexaminations.request(tx, { cause: action, ...what, touches }, now);
      const record = { ...(before && { before: { ...before } }), ...(after && { after: { ...after } }) };
      await this.audit.append(tx, { viewer, action, ...what, storyId: null, ...record }, now);
      return { row, reexamination };
    });
    if (changed.reexamination) this.reexaminations.announce();
    return changed;
  }

  /** @throws UserErrors STALE_VERSION where what is to be changed is not at the version that the change was made from */
  async requireVersion(
    tx: Transaction,
    { objectType }: VocabularyAct,
    { id: objectId, version }: { readonly id: string; readonly version: number },
    expected: number,
  ): Promise<void> {
    await this.versions.require(tx, { objectType, objectId, version, expected });
  }
}
