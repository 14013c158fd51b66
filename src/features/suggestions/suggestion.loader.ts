import { Injectable } from '@nestjs/common';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import type { ClaimSuggestionType, SuggestionOutcomesType } from './graphql/suggestion.type.js';
import type { ModelReadingType } from './graphql/text-reading.type.js';
import { ModelReadingService } from './model/model-reading.service.js';
import { conceptFinder, type ConceptFinder } from './named-concepts.js';
import { SourceReadingService } from './source-reading.service.js';
import { toModelReading, toOutcomes, toSuggestion } from './suggestion.mapper.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** By what suggestions are shown. */
export interface ShownBy {
  readonly vocabulary: VocabularySnapshot;
  readonly find: ConceptFinder;
}

/** Suggestions by key, how they have fared, and by what they are shown: each in one statement for a request. */
@Injectable()
export class SuggestionLoader {
  constructor(
    private readonly repository: SuggestionsRepository,
    private readonly readings: SourceReadingService,
    private readonly model: ModelReadingService,
    private readonly vocabulary: VocabularyService,
  ) {}

  load(loaders: Loaders, key: StoryKey): Promise<ClaimSuggestionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.repository.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toSuggestion(row));
    };
    return loaders.get<StoryKey, ClaimSuggestionType | null>('suggestion', load, nameOfKey).load(key);
  }

  /** Makes sure that the newest text of a source has been read. */
  read(loaders: Loaders, source: StoryKey): Promise<void> {
    const load = async (keys: readonly StoryKey[]) => {
      await this.readings.bringUpToDate(keys);
      return keys.map(() => undefined);
    };
    return loaders.get<StoryKey, undefined>('source.read', load, nameOfKey).load(source);
  }

  /** How far the model is with a source's newest text, after it has been read. */
  modelReading(loaders: Loaders, source: StoryKey): Promise<ModelReadingType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.readings.states(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toModelReading(this.model.model, row));
    };
    return loaders.get<StoryKey, ModelReadingType | null>('source.modelReading', load, nameOfKey).load(source);
  }

  /** How the suggestions of a story have fared, by property. */
  outcomes(loaders: Loaders, storyId: string): Promise<SuggestionOutcomesType[]> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.countOutcomes(ids);
      return groupedBy(ids, rows, (row) => row.storyId, String).map((group) => group.map(toOutcomes));
    };
    return loaders.get<string, SuggestionOutcomesType[]>('story.suggestionOutcomes', load).load(storyId);
  }

  /** The vocabulary as it is now, the same for a whole request. */
  shownBy(loaders: Loaders): Promise<ShownBy> {
    const load = async (names: readonly string[]) => {
      const vocabulary = await this.vocabulary.current();
      const shown: ShownBy = { vocabulary, find: conceptFinder(vocabulary) };
      return names.map(() => shown);
    };
    return loaders.get<string, ShownBy>('suggestion.shownBy', load).load('');
  }
}
