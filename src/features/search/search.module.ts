import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { SearchRepository } from './search.repository.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [ClaimsModule, SourcesModule, StoriesModule],
  providers: [SearchRepository, SearchResolver, SearchService],
})
export class SearchModule {}
