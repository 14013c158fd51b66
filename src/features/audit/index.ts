export { AuditModule } from './audit.module.js';
export { AuditRepository } from './audit.repository.js';
export { RecordedVersionsService } from './recorded-versions.service.js';
