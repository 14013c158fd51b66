import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { toAgent } from './agent.mapper.js';
import { AGENT_ORDER, AgentsRepository, type AgentRow } from './agents.repository.js';
import type { AgentCreateInput } from './graphql/agent.inputs.js';
import { AgentKind, type AgentType } from './graphql/agent.type.js';

@Injectable()
export class AgentsService {
  constructor(
    private readonly database: Database,
    private readonly agents: AgentsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** A page of the agents whose name contains the words, or of all agents. */
  async list(words: string | null, args: PageArgs): Promise<ConnectionOf<AgentType>> {
    const page = pageRequest(args, AGENT_ORDER);
    const rows = await this.agents.list(words, page);
    return toConnection(
      rows.map(toAgent),
      page,
      (agent) => [agent.localId],
      () => this.agents.count(words),
    );
  }

  /** @throws UserErrors where `partOf` names no agent */
  async create(input: AgentCreateInput, viewer: ActingViewer): Promise<AgentRow> {
    const partOfId = input.partOf ? requireIds('Agent', input.partOf, ['input', 'partOf']).id : null;
    const now = new Date();
    const id = uuidv7();
    return this.database.transaction(async (tx) => {
      const [partOf] = partOfId ? await this.agents.findByIds([partOfId], tx) : [];
      if (partOfId && !partOf) throw notFound('Agent', ['input', 'partOf']);
      const row: AgentRow = {
        id,
        name: input.name,
        kind: input.kind,
        partOfId,
        groupId: groupWithin(partOf) ?? id,
        sameAs: input.sameAs ?? [],
      };
      await this.agents.insert(tx, row, now);
      await this.audit.append(
        tx,
        { viewer, action: 'agentCreate', objectType: 'Agent', objectId: id, storyId: null, after: { ...row } },
        now,
      );
      return row;
    });
  }
}

/**
 * The group that a part of an agent belongs to; null where it stands for itself. People named together (witnesses,
 * experts) are no body that speaks with one voice, so their members are not of one group.
 */
function groupWithin(partOf: AgentRow | undefined): string | null {
  return partOf === undefined || partOf.kind === AgentKind.GROUP ? null : partOf.groupId;
}
