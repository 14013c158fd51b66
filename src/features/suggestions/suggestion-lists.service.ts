import { Injectable } from '@nestjs/common';
import { batchedConnection, toConnection, pageRequest, type ConnectionOf } from '../../graphql/connections/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { includes, Role, type GraphqlContext } from '../auth/index.js';
import type { SuggestionListArgs } from './graphql/suggestion.inputs.js';
import type { ClaimSuggestionType } from './graphql/suggestion.type.js';
import { SuggestionLoader } from './suggestion.loader.js';
import { toSuggestion } from './suggestion.mapper.js';
import { SUGGESTION_ORDER, SuggestionsRepository, type SuggestionRow } from './suggestions.repository.js';

/** Whether somebody may see what nobody has looked at yet: whoever may decide on it. */
export function maySeeSuggestions({ viewer }: Pick<GraphqlContext, 'viewer'>): boolean {
  return includes(viewer.role, Role.CONTRIBUTOR);
}

/** The suggestions of sources. */
@Injectable()
export class SuggestionListsService {
  constructor(
    private readonly repository: SuggestionsRepository,
    private readonly loader: SuggestionLoader,
  ) {}

  /** A page of what a source's newest text suggests, and of what was decided on older ones; empty for readers. */
  async ofSource(
    context: GraphqlContext,
    source: StoryKey,
    args: SuggestionListArgs,
  ): Promise<ConnectionOf<ClaimSuggestionType>> {
    const { loaders } = context;
    const cursorOf = ({ quote, localId }: ClaimSuggestionType) => [quote.start, localId];
    if (!maySeeSuggestions(context)) {
      return toConnection([], pageRequest(args, SUGGESTION_ORDER), cursorOf, () => Promise.resolve(0));
    }
    await this.loader.read(loaders, source);
    const status = args.status ?? null;
    return batchedConnection(loaders, source, args, {
      name: `source.suggestions ${status ?? ''}`,
      ordering: SUGGESTION_ORDER,
      nameOf: nameOfKey,
      read: (keys, page) => this.repository.listBySources(keys, status, page),
      ownerOf: ({ storyId, sourceId }: SuggestionRow) => nameOfKey({ storyId, id: sourceId }),
      toNode: toSuggestion,
      cursorOf,
      count: (keys) => this.repository.countBySources(keys, status),
    });
  }
}
