import { Injectable } from '@nestjs/common';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { VocabularyPackType } from './graphql/pack.types.js';
import { toPack } from './pack.mapper.js';
import { PacksRepository } from './packs.repository.js';

/** Vocabulary packs by id, many in one statement. */
@Injectable()
export class PackLoader {
  constructor(private readonly repository: PacksRepository) {}

  load(loaders: Loaders, id: string): Promise<VocabularyPackType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toPack(row));
    };
    return loaders.get<string, VocabularyPackType | null>('vocabularyPack', load).load(id);
  }
}
