import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ReexaminationsModule } from '../reexaminations/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { AgentLoader } from './agent.loader.js';
import { AgentsRepository } from './agents.repository.js';
import { AgentsResolver } from './agents.resolver.js';
import { AgentsService } from './agents.service.js';

@Module({
  imports: [AuditModule, AuthModule, ReexaminationsModule, VocabularyModule],
  providers: [AgentLoader, AgentsRepository, AgentsResolver, AgentsService],
  exports: [AgentLoader, AgentsRepository, AgentsService],
})
export class AgentsModule {}
