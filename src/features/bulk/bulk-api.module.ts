import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { BulkEndpoint } from './bulk.endpoint.js';
import { BulkImportsRepository } from './bulk-imports.repository.js';
import { BulkImportsResolver } from './bulk-imports.resolver.js';
import { BulkImportsService } from './bulk-imports.service.js';
import { BulkModule } from './bulk.module.js';
import { ImportProgressResolver } from './import-progress.resolver.js';

/** Imports and exports over HTTP, and following imports. */
@Module({
  imports: [AuthModule, BulkModule],
  providers: [BulkEndpoint, BulkImportsRepository, BulkImportsResolver, BulkImportsService, ImportProgressResolver],
  exports: [BulkImportsService],
})
export class BulkApiModule {}
