import { Injectable } from '@nestjs/common';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { toAgent } from './agent.mapper.js';
import { AgentsRepository } from './agents.repository.js';
import type { AgentType } from './graphql/agent.type.js';

/** Agents by id, many in one statement. */
@Injectable()
export class AgentLoader {
  constructor(private readonly agents: AgentsRepository) {}

  load(loaders: Loaders, id: string): Promise<AgentType | null> {
    return loaders
      .get<string, AgentType | null>('agent', async (ids) => {
        const rows = await this.agents.findByIds(ids);
        return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toAgent(row));
      })
      .load(id);
  }
}
