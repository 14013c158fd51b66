export { AuditModule } from './audit.module.js';
export { AuditRepository, type AuditEntry } from './audit.repository.js';
