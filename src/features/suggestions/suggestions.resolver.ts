import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ClaimPayload, toClaim } from '../claims/index.js';
import {
  SuggestClaimsArgs,
  SuggestionAcceptArgs,
  SuggestionPayload,
  SuggestionRejectArgs,
} from './graphql/suggestion.inputs.js';
import { ClaimSuggestionType } from './graphql/suggestion.type.js';
import { SuggestionDecisionsService } from './suggestion-decisions.service.js';
import { toLooseSuggestion, toSuggestion } from './suggestion.mapper.js';
import { TextReadingService } from './text-reading.service.js';

/** The root fields of suggestions. */
@Resolver()
export class SuggestionsResolver {
  constructor(
    private readonly texts: TextReadingService,
    private readonly decisions: SuggestionDecisionsService,
  ) {}

  @Allow(Role.READER)
  @Query(() => [ClaimSuggestionType], {
    description: 'What a text claims, in its order. Stateless: nothing is stored, and the same text gives the same.',
  })
  async suggestClaims(@Args() { text, publishedAt, vocabulary }: SuggestClaimsArgs): Promise<ClaimSuggestionType[]> {
    const known = await this.texts.known(vocabulary ?? null);
    const found = await this.texts.read(text, publishedAt ? new Date(publishedAt) : null, known);
    return found.map(toLooseSuggestion);
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
    const { claim, alreadyExisted, raised } = await this.decisions.accept(args, acting(viewer));
    return { claim: toClaim(claim), alreadyExisted, raised };
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
