import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { ClaimLoader } from '../claims/index.js';
import { SourceLoader } from '../sources/index.js';
import { StoryLoader } from '../stories/index.js';
import { SearchKind, type SearchArgs, type SearchResult } from './graphql/search.types.js';
import { SEARCH_ORDER, SearchRepository, type HitRow, type SearchCriteria } from './search.repository.js';

@Injectable()
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly claims: ClaimLoader,
    private readonly sources: SourceLoader,
    private readonly stories: StoryLoader,
  ) {}

  /** What fits the words best first. One statement finds, and one for each kind reads what was found. */
  async search(loaders: Loaders, args: SearchArgs): Promise<ConnectionOf<SearchResult>> {
    const criteria = criteriaOf(args);
    const page = pageRequest(args, SEARCH_ORDER);
    const hits = await this.repository.find(criteria, page);
    const count = () => this.repository.count(criteria);
    const found = toConnection(hits, page, ({ score, id }) => [score, id], count);
    const results = await Promise.all(found.nodes.map((hit) => this.load(loaders, hit)));
    const edges = found.edges.flatMap((edge, i) => {
      const node = results[i];
      return node ? [{ ...edge, node }] : [];
    });
    const { pageInfo, totalCount } = found;
    return { edges, nodes: edges.map(({ node }) => node), pageInfo, totalCount };
  }

  private load(loaders: Loaders, hit: HitRow): Promise<SearchResult | null> {
    switch (hit.kind) {
      case SearchKind.CLAIM:
        return this.claims.claim(loaders, hit);
      case SearchKind.SOURCE:
        return this.sources.source(loaders, hit);
      case SearchKind.SUBJECT:
        return this.stories.subject(loaders, hit);
    }
  }
}

function criteriaOf({ query, in: kinds, story }: SearchArgs): SearchCriteria {
  const storyId = story ? idsOf('Story', story)?.id : null;
  if (storyId === undefined) throw badUserInput('story must be the id of a story.', ['story']);
  const wanted = kinds && kinds.length > 0 ? kinds : Object.values(SearchKind);
  return { query, kinds: [...new Set(wanted)].sort(), storyId };
}
