import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { RevisionsRepository } from './revisions.repository.js';
import { RevisionsResolver } from './revisions.resolver.js';
import { RevisionsService } from './revisions.service.js';

@Module({
  imports: [AuthModule],
  providers: [RevisionsRepository, RevisionsResolver, RevisionsService],
  exports: [RevisionsRepository, RevisionsService],
})
export class RevisionsModule {}
