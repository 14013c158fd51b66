import { Injectable } from '@nestjs/common';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { PartitionType } from './graphql/partition.type.js';
import { toPartition } from './partition.mapper.js';
import { PartitionsRepository } from './partitions.repository.js';

/** Partitions by key or by question, many in one statement. */
@Injectable()
export class PartitionLoader {
  constructor(private readonly repository: PartitionsRepository) {}

  load(loaders: Loaders, key: StoryKey): Promise<PartitionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.repository.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toPartition(row));
    };
    return loaders.get<StoryKey, PartitionType | null>('partition', load, nameOfKey).load(key);
  }

  /** Those of a question that stand, in the order in which they were declared. */
  ofQuestion(loaders: Loaders, question: StoryKey): Promise<PartitionType[]> {
    const load = async (questions: readonly StoryKey[]) => {
      const rows = await this.repository.findStanding(questions);
      const owner = ({ storyId, questionId }: (typeof rows)[number]) => nameOfKey({ storyId, id: questionId });
      return groupedBy(questions, rows, owner, nameOfKey).map((group) => group.map(toPartition));
    };
    return loaders.get<StoryKey, PartitionType[]>('question.partitions', load, nameOfKey).load(question);
  }
}
