import { Injectable } from '@nestjs/common';
import type { Assertion } from '../../domain/claim/statement.js';
import type { Prisma, Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService, type Ground } from '../detection/index.js';
import { RevisionsRepository, type FieldChange } from '../revisions/index.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import type { ClaimRow } from './claim.shape.js';

/** What an act changes of a claim: columns, and the same for readers. */
export interface ClaimEdit {
  readonly columns: Prisma.ClaimUncheckedUpdateInput;
  /** Fields that are other than before. */
  readonly changes: readonly FieldChange[];
  readonly scope?: Assertion['scope'];
  /** False where the claim is compared as it was before. */
  readonly bearsOnComparison?: boolean;
}

/** An edit with the claim as it is before, and where that stands. */
export interface PlacedEdit {
  readonly claim: ClaimRow;
  readonly ground: Ground;
  readonly edit: ClaimEdit;
}

/** Whose act it is, by which mutation, and why. */
export interface ClaimRecord {
  readonly viewer: ActingViewer;
  readonly action: string;
  readonly reason: string | null;
}

/** The one way in which a claim that is there gets its next version: written, compared anew, and on record. */
@Injectable()
export class ClaimVersionsService {
  constructor(
    private readonly writes: ClaimWritesRepository,
    private readonly detection: DetectionService,
    private readonly revisions: RevisionsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Makes edits of claims of one story, each claim's once, in a transaction that has locked their questions.
   * @returns the ids of the contradictions that this raised or raised again
   */
  async make(tx: Transaction, edits: readonly PlacedEdit[], record: ClaimRecord, now: Date): Promise<string[]> {
    const raised = await this.write(tx, edits, now);
    await this.record(tx, edits, record, now);
    return raised;
  }

  /** Writes edits and compares anew, as {@link make} does; the record is the caller's. */
  async write(tx: Transaction, edits: readonly PlacedEdit[], now: Date): Promise<string[]> {
    for (const { claim, edit } of edits) {
      await this.writes.change(tx, claim, edit.columns, now);
      if (edit.scope) await this.writes.replaceScope(tx, claim, edit.scope);
    }
    const compared = edits.filter(({ edit }) => edit.bearsOnComparison !== false);
    const grounds = new Map(compared.map(({ ground }) => [ground.questionId, ground]));
    const changes = [...grounds.values()].map((ground) => {
      const here = compared.filter((each) => each.ground.questionId === ground.questionId);
      return { ground, changed: new Set(here.map(({ claim }) => claim.id)) };
    });
    return this.detection.examineAll(tx, changes, now);
  }

  /** Puts edits that were made on record: a revision and an audit event of each claim. */
  async record(
    tx: Transaction,
    edits: readonly Omit<PlacedEdit, 'ground'>[],
    { viewer, action, reason }: ClaimRecord,
    now: Date,
  ): Promise<void> {
    await this.revisions.appendAll(
      tx,
      'claim',
      edits.map(({ claim, edit: { changes } }) => ({
        owner: claim,
        revision: {
          version: claim.version + 1,
          changes,
          reason,
          actorId: viewer.accountId,
          createdAt: now,
        },
      })),
    );
    await this.audit.appendAll(
      tx,
      edits.map(({ claim, edit: { changes } }) => ({
        viewer,
        action,
        objectType: 'Claim',
        objectId: claim.id,
        storyId: claim.storyId,
        before: fieldsOf(changes, 'before'),
        after: { ...fieldsOf(changes, 'after'), version: claim.version + 1 },
      })),
      now,
    );
  }
}

function fieldsOf(changes: readonly FieldChange[], side: 'before' | 'after'): Record<string, string | null> {
  return Object.fromEntries(changes.map((change) => [change.field, change[side]]));
}
