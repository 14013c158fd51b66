import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService, type Ground } from '../detection/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import type { PartitionDeclareInput, PartitionUpdateInput } from './graphql/partition.inputs.js';
import { requireAdditive, requireParts } from './partition-rules.js';
import { PartitionsRepository, type PartitionRow } from './partitions.repository.js';

/** A change of a partition that is there. */
interface PartitionAct {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
}

/** What editors declare to be all parts there are. The question is examined again in the same transaction. */
@Injectable()
export class PartitionsService {
  constructor(
    private readonly database: Database,
    private readonly partitions: PartitionsRepository,
    private readonly vocabulary: VocabularyService,
    private readonly detection: DetectionService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where the question cannot be divided so, or is already along this dimension */
  async declare(input: PartitionDeclareInput, viewer: ActingViewer): Promise<PartitionRow> {
    const field = ['input', 'question'];
    const question = requireIds('Question', input.question, field);
    return this.database.transaction(async (tx) => {
      const ground = await this.ground(tx, question, field);
      requireAdditive(ground.property, field);
      const conceptIds = requireParts(input.concepts, input.dimension, ground.property, ground.vocabulary);
      const standing = await this.partitions.findStanding([question], tx);
      if (standing.some(({ dimension }) => dimension === input.dimension)) {
        const message = `What is all along "${input.dimension}" is declared for this question already: change or withdraw that.`;
        throw userError(UserErrorCode.ALREADY_EXISTS, message, ['input', 'dimension']);
      }
      const now = new Date();
      const row: PartitionRow = {
        storyId: question.storyId,
        id: uuidv7(),
        questionId: question.id,
        dimension: input.dimension,
        conceptIds,
        note: input.note,
        version: 1,
        declaredById: viewer.accountId,
        declaredAt: now,
        withdrawnAt: null,
        withdrawalReason: null,
      };
      await this.partitions.insert(tx, row);
      return this.settle(tx, ground, { viewer, action: 'partitionDeclare', before: null, after: row }, now);
    });
  }

  /** @throws UserErrors where it is not there, was withdrawn or has changed, or the parts cannot be these */
  async update({ id, expectedVersion, viewer }: PartitionAct, input: PartitionUpdateInput): Promise<PartitionRow> {
    const key = requireIds('Partition', id, ['id']);
    return this.database.transaction(async (tx) => {
      const { ground, row: before } = await this.hold(tx, key, expectedVersion);
      const { dimension } = before;
      const conceptIds = input.concepts
        ? requireParts(input.concepts, dimension, ground.property, ground.vocabulary)
        : before.conceptIds;
      const after = { ...before, conceptIds, note: input.note ?? before.note, version: before.version + 1 };
      await this.partitions.update(tx, after);
      return this.settle(tx, ground, { viewer, action: 'partitionUpdate', before, after }, new Date());
    });
  }

  /** @throws UserErrors where it is not there, was withdrawn before or has changed */
  async withdraw({ id, expectedVersion, viewer }: PartitionAct, reason: string): Promise<PartitionRow> {
    const key = requireIds('Partition', id, ['id']);
    return this.database.transaction(async (tx) => {
      const { ground, row: before } = await this.hold(tx, key, expectedVersion);
      const now = new Date();
      const after = { ...before, version: before.version + 1, withdrawnAt: now, withdrawalReason: reason };
      const { version } = after;
      const withdrawal = { version, withdrawnById: viewer.accountId, withdrawnAt: now, withdrawalReason: reason };
      await this.partitions.withdraw(tx, key, withdrawal);
      return this.settle(tx, ground, { viewer, action: 'partitionWithdraw', before, after }, now);
    });
  }

  /** The question under lock, so that nobody answers it meanwhile. */
  private async ground(tx: Transaction, question: StoryKey, field: readonly string[]): Promise<Ground> {
    const vocabulary = await this.vocabulary.holdStill(tx);
    const found = await this.partitions.findQuestion(tx, question);
    const property = found && vocabulary.propertiesById.get(found.propertyId);
    if (!found || !property) throw notFound('Question', field);
    const { subjectId } = found;
    const locked = await this.partitions.lockQuestion(tx, question, subjectId, vocabulary.tied.has(property.id));
    return { storyId: question.storyId, subjectId, questionId: question.id, ...locked, property, vocabulary };
  }

  /** A partition that stands and is at the version that was read, with its question under lock. */
  private async hold(
    tx: Transaction,
    key: StoryKey,
    expectedVersion: number,
  ): Promise<{ ground: Ground; row: PartitionRow }> {
    const [found] = await this.partitions.findByKeys([key], tx);
    if (!found) throw notFound('Partition', ['id']);
    const ground = await this.ground(tx, { storyId: key.storyId, id: found.questionId }, ['id']);
    // Read again under the lock, through which all changes of it go.
    const [row] = await this.partitions.findByKeys([key], tx);
    if (!row) throw notFound('Partition', ['id']);
    if (row.version !== expectedVersion) {
      const message = `The partition has changed since version ${expectedVersion}: it is at version ${row.version}. Read it again.`;
      throw userError(UserErrorCode.STALE_VERSION, message, ['expectedVersion']);
    }
    if (row.withdrawnAt) {
      throw userError(UserErrorCode.ILLEGAL_STATE, 'The partition was withdrawn: declare a new one.', ['id']);
    }
    return { ground, row };
  }

  /** Puts the change on record, and makes the stored contradictions those that the engine finds now. */
  private async settle(
    tx: Transaction,
    ground: Ground,
    change: { viewer: ActingViewer; action: string; before: PartitionRow | null; after: PartitionRow },
    now: Date,
  ): Promise<PartitionRow> {
    const { viewer, action, before, after } = change;
    const raised = await this.detection.examineSums(tx, ground, now);
    await this.audit.append(
      tx,
      {
        viewer,
        action,
        objectType: 'Partition',
        objectId: after.id,
        storyId: ground.storyId,
        ...(before && { before: { ...before } }),
        after: { ...after, raised },
      },
      now,
    );
    return after;
  }
}
