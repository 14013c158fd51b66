import { encodeId } from '../../graphql/node/index.js';
import type { AgentRow } from './agents.repository.js';
import type { AgentType } from './graphql/agent.type.js';

export function toAgent(row: AgentRow): AgentType {
  const { id, name, kind, partOfId, aliases, sameAs } = row;
  return { __typename: 'Agent', id: encodeId('Agent', { id }), localId: id, name, kind, partOfId, aliases, sameAs };
}
