export { AgentLoader } from './agent.loader.js';
export { AgentsModule } from './agents.module.js';
export { AgentsRepository, type AgentRow } from './agents.repository.js';
export { AgentsService } from './agents.service.js';
export { AgentCreateInput } from './graphql/agent.inputs.js';
export { AgentKind, AgentType } from './graphql/agent.type.js';
