import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ClaimPayload, toClaimPayload } from '../claims/index.js';
import { BareTextService } from './bare-text.service.js';
import {
  SuggestClaimsArgs,
  SuggestionAcceptArgs,
  SuggestionPayload,
  SuggestionRejectArgs,
} from './graphql/suggestion.inputs.js';
import { ClaimSuggestionType } from './graphql/suggestion.type.js';
import { TextReadingType } from './graphql/text-reading.type.js';
import { ModelReadingService } from './model/model-reading.service.js';
import { SuggestionDecisionsService } from './suggestion-decisions.service.js';
import { toLooseSuggestion, toModelReading, toSuggestion } from './suggestion.mapper.js';

/** The root fields of suggestions. */
@Resolver()
export class SuggestionsResolver {
  constructor(
    private readonly texts: BareTextService,
    private readonly model: ModelReadingService,
    private readonly decisions: SuggestionDecisionsService,
  ) {}

  @Allow(Role.READER)
  @Query(() => [ClaimSuggestionType], {
    description:
      'What a text claims, in its order. Stateless: nothing is stored. The same text gives the same, but for what a language model adds where the operator has set one; readText says how that went.',
  })
  async suggestClaims(
    @Args() args: SuggestClaimsArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<ClaimSuggestionType[]> {
    return (await this.texts.read(args, viewer)).suggestions.map(toLooseSuggestion);
  }

  @Allow(Role.READER)
  @Query(() => TextReadingType, {
    description: 'As suggestClaims, with how far the language model got, where the operator has set one.',
  })
  async readText(@Args() args: SuggestClaimsArgs, @Context('viewer') viewer: Viewer): Promise<TextReadingType> {
    const { suggestions, model } = await this.texts.read(args, viewer);
    return {
      suggestions: suggestions.map(toLooseSuggestion),
      modelReading: toModelReading(this.model.model, {
        modelDueAt: null,
        modelStatus: null,
        modelProblem: null,
        ...model,
      }),
    };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ClaimPayload, {
    description:
      'Makes the claim that a suggestion suggests, as claimCreate does: with its citation, and with what it contradicts. Corrections are kept beside what was suggested.',
  })
  async suggestionAccept(
    @Args() args: SuggestionAcceptArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    const written = await this.decisions.accept(args, acting(viewer));
    return { ...toClaimPayload(written), alreadyExisted: written.alreadyExisted };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => SuggestionPayload, { description: 'Refuses a suggestion. It stays on record, with the reason.' })
  async suggestionReject(
    @Args() args: SuggestionRejectArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SuggestionPayload>> {
    return { suggestion: toSuggestion(await this.decisions.reject(args, acting(viewer))) };
  }
}
