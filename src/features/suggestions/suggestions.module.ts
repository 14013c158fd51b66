import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { PacksModule } from '../packs/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { BareTextService } from './bare-text.service.js';
import { ModelReadingService } from './model/model-reading.service.js';
import { ReadingThread } from './reading-thread.js';
import { SourceModelReadingService } from './source-model-reading.service.js';
import { SourceReadingService } from './source-reading.service.js';
import { SourceReadingsRepository } from './source-readings.repository.js';
import { SuggestionDecisionsService } from './suggestion-decisions.service.js';
import {
  SourceSuggestionsResolver,
  StorySuggestionsResolver,
  SuggestionFieldsResolver,
} from './suggestion-fields.resolver.js';
import { SuggestionListsService } from './suggestion-lists.service.js';
import { SuggestionLoader } from './suggestion.loader.js';
import { SuggestionsRepository } from './suggestions.repository.js';
import { SuggestionsResolver } from './suggestions.resolver.js';
import { SuggestionSubjectsService } from './suggestion-subjects.service.js';
import { TextReadingService } from './text-reading.service.js';

@Module({
  imports: [
    AgentsModule,
    AuditModule,
    AuthModule,
    ClaimsModule,
    PacksModule,
    SourcesModule,
    StoriesModule,
    VocabularyModule,
  ],
  providers: [
    BareTextService,
    ModelReadingService,
    ReadingThread,
    SourceModelReadingService,
    SourceReadingService,
    SourceReadingsRepository,
    SourceSuggestionsResolver,
    StorySuggestionsResolver,
    SuggestionDecisionsService,
    SuggestionFieldsResolver,
    SuggestionListsService,
    SuggestionLoader,
    SuggestionSubjectsService,
    SuggestionsRepository,
    SuggestionsResolver,
    TextReadingService,
  ],
  exports: [SuggestionLoader],
})
export class SuggestionsModule {}
