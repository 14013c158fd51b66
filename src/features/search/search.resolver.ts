import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { Allow, Role } from '../auth/index.js';
import { SearchArgs, SearchConnection, type SearchResult } from './graphql/search.types.js';
import { SearchService } from './search.service.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Allow(Role.READER)
  @Query(() => SearchConnection, {
    description: 'Claims, sources and subjects that fit some words, best first.',
    complexity: 100,
  })
  search(@Args() args: SearchArgs, @Context('loaders') loaders: Loaders): Promise<ConnectionOf<SearchResult>> {
    return this.service.search(loaders, args);
  }
}
