import { Module } from '@nestjs/common';
import { ReexaminationLoader } from './reexamination.loader.js';
import { ReexaminationQueueRepository } from './reexamination-queue.repository.js';
import { ReexaminationsRepository } from './reexaminations.repository.js';
import { ReexaminationsResolver } from './reexaminations.resolver.js';
import { ReexaminationsService } from './reexaminations.service.js';

@Module({
  providers: [
    ReexaminationLoader,
    ReexaminationQueueRepository,
    ReexaminationsRepository,
    ReexaminationsResolver,
    ReexaminationsService,
  ],
  exports: [ReexaminationLoader, ReexaminationQueueRepository, ReexaminationsService],
})
export class ReexaminationsModule {}
