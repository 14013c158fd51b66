import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { StoriesModule } from '../stories/index.js';
import { AuditEventsRepository } from './audit-events.repository.js';
import { AuditEventsResolver } from './audit-events.resolver.js';
import { AuditEventsService } from './audit-events.service.js';

/** Reading the audit log over the API. */
@Module({
  imports: [AuthModule, StoriesModule],
  providers: [AuditEventsRepository, AuditEventsResolver, AuditEventsService],
  exports: [AuditEventsService],
})
export class RecordModule {}
