import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysResolver, ViewerApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';

@Module({
  imports: [AuditModule, AuthModule],
  providers: [ApiKeysRepository, ApiKeysResolver, ApiKeysService, ViewerApiKeysResolver],
  exports: [ApiKeysService],
})
export class PeopleModule {}
