import { Injectable } from '@nestjs/common';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { ReexaminationType } from './graphql/reexamination.type.js';
import { toReexamination } from './reexamination.mapper.js';
import { ReexaminationsRepository } from './reexaminations.repository.js';

/** Re-examinations by id, many in one statement. */
@Injectable()
export class ReexaminationLoader {
  constructor(private readonly repository: ReexaminationsRepository) {}

  load(loaders: Loaders, id: string): Promise<ReexaminationType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toReexamination(row));
    };
    return loaders.get<string, ReexaminationType | null>('reexamination', load).load(id);
  }
}
