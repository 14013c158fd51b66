import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { StoriesRepository } from './stories.repository.js';
import { StoriesResolver } from './stories.resolver.js';
import { StoriesService } from './stories.service.js';
import { StoryLoader } from './story.loader.js';
import { SubjectsRepository } from './subjects.repository.js';
import { SubjectsResolver } from './subjects.resolver.js';

@Module({
  imports: [AuditModule, AuthModule],
  providers: [StoriesRepository, StoriesResolver, StoriesService, StoryLoader, SubjectsRepository, SubjectsResolver],
  exports: [StoriesRepository, StoriesService, StoryLoader, SubjectsRepository],
})
export class StoriesModule {}
