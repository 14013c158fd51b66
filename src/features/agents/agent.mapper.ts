import { encodeId } from '../../graphql/node/index.js';
import type { AgentRow } from './agents.repository.js';
import type { AgentType } from './graphql/agent.type.js';

export function toAgent(row: AgentRow): AgentType {
  const { name, kind, partOfId, sameAs } = row;
  return { __typename: 'Agent', id: encodeId('Agent', { id: row.id }), localId: row.id, name, kind, partOfId, sameAs };
}
