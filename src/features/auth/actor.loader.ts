import { Injectable } from '@nestjs/common';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AccountsRepository } from './accounts.repository.js';
import { toActor } from './actor.mapper.js';
import type { Actor } from './graphql/actor.type.js';

/** Accounts by id, many in one statement. */
@Injectable()
export class ActorLoader {
  constructor(private readonly accounts: AccountsRepository) {}

  load(loaders: Loaders, id: string): Promise<Actor | null> {
    return loaders
      .get<string, Actor | null>('actor', async (ids) => {
        const rows = await this.accounts.findByIds(ids);
        return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toActor(row));
      })
      .load(id);
  }
}
