import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import type { NodeType } from '../../graphql/node/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReexaminationType } from './graphql/reexamination.type.js';
import { toReexamination } from './reexamination.mapper.js';
import { LIST_ORDER, ReexaminationsRepository, type Touch } from './reexaminations.repository.js';

/** What was changed, and what that touches. */
export interface VocabularyChange {
  /** The mutation's name. */
  readonly cause: string;
  readonly objectType: NodeType;
  readonly objectId: string;
  readonly touches: readonly Touch[];
}

/** Asking for re-examinations, and following them. The work itself is done by whoever listens. */
@Injectable()
export class ReexaminationsService {
  readonly #listeners = new Set<() => void>();

  constructor(private readonly repository: ReexaminationsRepository) {}

  async list(args: PageArgs): Promise<ConnectionOf<ReexaminationType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.list(page);
    return toConnection(
      rows.map(toReexamination),
      page,
      (node) => [node.localId],
      () => this.repository.count(),
    );
  }

  /**
   * Notes, in the transaction that changes the vocabulary, which subjects must be examined again. To be called while
   * that transaction keeps all others from writing claims, so that none is missed.
   * @returns null where the change touches nothing
   */
  async request(tx: Transaction, change: VocabularyChange, now: Date): Promise<ReexaminationType | null> {
    const { touches, ...what } = change;
    const row = await this.repository.insert(tx, { id: uuidv7(), ...what }, touches, now);
    return row && toReexamination(row);
  }

  /** To be called once that transaction is committed: work begins at once instead of at the next look. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  /** @returns ends the listening */
  onAnnounced(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
