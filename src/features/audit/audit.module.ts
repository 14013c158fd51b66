import { Module } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import { RecordedVersionsService } from './recorded-versions.service.js';

@Module({
  providers: [AuditRepository, RecordedVersionsService],
  exports: [AuditRepository, RecordedVersionsService],
})
export class AuditModule {}
