import { AuditChainRepository } from '../../src/features/record/audit-chain.repository.js';
import { AuditVerificationService, type Verification } from '../../src/features/record/audit-verification.service.js';
import type { ChainPlace } from '../../src/features/record/index.js';
import type { Database } from '../../src/platform/database/index.js';

/** What a verification of the audit log finds. */
export function verified(database: Database, expected: ChainPlace | null = null): Promise<Verification> {
  return new AuditVerificationService(new AuditChainRepository(database)).verify(expected);
}
