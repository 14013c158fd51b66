import { encodeId } from '../../graphql/node/index.js';
import type { AgentRow } from './agents.repository.js';
import type { AgentType } from './graphql/agent.type.js';

export function toAgent(row: AgentRow): AgentType {
  const { id: localId, name, kind, partOfId, aliases, sameAs, version } = row;
  const id = encodeId('Agent', row);
  return { __typename: 'Agent', id, localId, name, kind, partOfId, aliases, sameAs, version };
}
