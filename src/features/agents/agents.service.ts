import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository, RecordedVersionsService } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ReexaminationsService, type ReexaminationType } from '../reexaminations/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { toAgent } from './agent.mapper.js';
import { AGENT_ORDER, AgentsRepository, type AgentRow } from './agents.repository.js';
import type { AgentCreateInput, AgentUpdateInput } from './graphql/agent.inputs.js';
import { AgentKind, type AgentType } from './graphql/agent.type.js';

@Injectable()
export class AgentsService {
  constructor(
    private readonly database: Database,
    private readonly agents: AgentsRepository,
    private readonly vocabulary: VocabularyService,
    private readonly reexaminations: ReexaminationsService,
    private readonly audit: AuditRepository,
    private readonly versions: RecordedVersionsService,
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

  /**
   * The agent that is called so, made where there is none.
   * @param act the mutation that names it, and what kind of agent it would be
   * @throws UserErrors at `field` where several are called so
   */
  async findOrMake(
    tx: Transaction,
    name: string,
    { viewer, action, kind }: { viewer: ActingViewer; action: string; kind: AgentKind },
    field: readonly string[],
  ): Promise<AgentRow> {
    const [known, another] = await this.agents.findCalled(tx, name);
    if (another) {
      throw userError(
        UserErrorCode.INVALID_INPUT,
        `Several agents are called "${name}": say which one is meant.`,
        field,
      );
    }
    if (known) return known;
    const now = new Date();
    const id = uuidv7();
    const row: AgentRow = { id, name, kind, partOfId: null, groupId: id, aliases: [], sameAs: [], version: 1 };
    await this.agents.insert(tx, row, now);
    await this.audit.append(
      tx,
      { viewer, action, objectType: 'Agent', objectId: id, storyId: null, after: { ...row } },
      now,
    );
    return row;
  }

  /** @throws UserErrors where `partOf` names no agent */
  async create(input: AgentCreateInput, viewer: ActingViewer): Promise<AgentRow> {
    const partOfId = input.partOf ? requireIds('Agent', input.partOf, ['input', 'partOf']).id : null;
    const now = new Date();
    const id = uuidv7();
    return this.database.transaction(async (tx) => {
      // Whoever changes agents waits: else the group of the larger agent could change unseen.
      if (partOfId) await this.vocabulary.holdStill(tx);
      const partOf = partOfId ? await this.require(tx, partOfId, ['input', 'partOf']) : undefined;
      const row: AgentRow = {
        id,
        name: input.name,
        kind: input.kind,
        partOfId,
        groupId: groupWithin(partOf) ?? id,
        aliases: input.aliases ?? [],
        sameAs: input.sameAs ?? [],
        version: 1,
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

  /**
   * Changes an agent. Who is of one group with whom, and so who counts as one origin, is true for its parts at once;
   * explanations that name it are written anew in the background.
   * @throws UserErrors where the agent or `partOf` names none, the agent has changed meanwhile, or it would be a part of itself
   */
  async update(
    id: string,
    expectedVersion: number,
    input: AgentUpdateInput,
    viewer: ActingViewer,
  ): Promise<ChangedAgent> {
    const action = 'agentUpdate';
    const agentId = requireIds('Agent', id, ['id']).id;
    const partOfId = input.partOf ? requireIds('Agent', input.partOf, ['input', 'partOf']).id : null;
    const changed = await this.database.transaction(async (tx) => {
      // Nobody makes agents within others, changes one or writes claims meanwhile, whose explanations could name it.
      await this.vocabulary.takeForChange(tx);
      const before = await this.require(tx, agentId, ['id']);
      const versions = { version: before.version, expected: expectedVersion };
      await this.versions.require(tx, { objectType: 'Agent', objectId: agentId, ...versions });
      const row: AgentRow = {
        ...before,
        name: input.name ?? before.name,
        kind: input.kind ?? before.kind,
        partOfId: input.partOf === undefined ? before.partOfId : partOfId,
        aliases: input.aliases ?? before.aliases,
        sameAs: input.sameAs ?? before.sameAs,
        version: before.version + 1,
      };
      if (partOfId) {
        await this.require(tx, partOfId, ['input', 'partOf']);
        if (await this.agents.isWithin(tx, partOfId, agentId)) {
          const message = 'An agent cannot be a part of itself, nor of one of its parts.';
          throw userError(UserErrorCode.INVALID_INPUT, message, ['input', 'partOf']);
        }
      }
      const now = new Date();
      await this.agents.update(tx, row);
      await this.agents.regroup(tx, agentId);
      const after = await this.require(tx, agentId, ['id']);
      const what = { objectType: 'Agent', objectId: agentId } as const;
      const touches = row.name === before.name ? [] : [{ agents: [agentId] }];
      const reexamination = await this.reexaminations.request(tx, { cause: action, ...what, touches }, now);
      const record = { viewer, action, ...what, storyId: null, before: { ...before }, after: { ...after } };
      await this.audit.append(tx, record, now);
      return { row: after, reexamination };
    });
    this.reexaminations.announce();
    return changed;
  }

  private async require(tx: Transaction, id: string, field: string[]): Promise<AgentRow> {
    const [row] = await this.agents.findByIds([id], tx);
    if (!row) throw notFound('Agent', field);
    return row;
  }
}

/** An agent after its change, and the re-examination that the change asked for, if any. */
export interface ChangedAgent {
  readonly row: AgentRow;
  readonly reexamination: ReexaminationType | null;
}

/**
 * The group that a part of an agent belongs to; null where it stands for itself. People named together (witnesses,
 * experts) are no body that speaks with one voice, so their members are not of one group.
 */
function groupWithin(partOf: AgentRow | undefined): string | null {
  return partOf === undefined || partOf.kind === AgentKind.GROUP ? null : partOf.groupId;
}
