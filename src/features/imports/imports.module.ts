import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuthModule } from '../auth/index.js';
import { SourcesModule } from '../sources/index.js';
import { DocumentsService } from './documents.service.js';
import { ImportsResolver } from './imports.resolver.js';
import { ImportsService } from './imports.service.js';
import { DocumentReader } from './reading/document-reader.js';
import { UploadsEndpoint } from './uploads.endpoint.js';
import { UploadsRepository } from './uploads.repository.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [AgentsModule, AuthModule, SourcesModule],
  providers: [
    DocumentReader,
    DocumentsService,
    ImportsResolver,
    ImportsService,
    UploadsEndpoint,
    UploadsRepository,
    UploadsService,
  ],
  exports: [DocumentsService],
})
export class ImportsModule {}
