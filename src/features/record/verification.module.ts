import { Module } from '@nestjs/common';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditVerificationService } from './audit-verification.service.js';

/** Proving the audit log whole, without the API. */
@Module({ providers: [AuditChainRepository, AuditVerificationService], exports: [AuditVerificationService] })
export class VerificationModule {}
