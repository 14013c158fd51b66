export type { ChainPlace } from './audit-chain.js';
export { AuditEventsService } from './audit-events.service.js';
export { AuditVerificationService } from './audit-verification.service.js';
export { RecordModule } from './record.module.js';
export { VerificationModule } from './verification.module.js';
