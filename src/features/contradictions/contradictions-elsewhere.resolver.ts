import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimPayload, ClaimType, QuestionType } from '../claims/index.js';
import { StoryType } from '../stories/index.js';
import { ContradictionListsService } from './contradiction-lists.service.js';
import { ContradictionLoader } from './contradiction.loader.js';
import {
  ClaimContradictionArgs,
  ContradictionListArgs,
  QuestionContradictionArgs,
} from './graphql/contradiction.inputs.js';
import { ContradictionConnection, ContradictionType } from './graphql/contradiction.type.js';

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StoryContradictionsResolver {
  constructor(private readonly lists: ContradictionListsService) {}

  @ResolveField(() => ContradictionConnection, {
    description: 'Where its claims do not fit, newest first unless asked otherwise.',
  })
  @FieldArgs(ContradictionListArgs)
  contradictions(
    story: StoryType,
    args: ContradictionListArgs,
    { loaders }: GraphqlContext,
    info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<ContradictionType>> {
    return this.lists.listOfStory(loaders, story.localId, args, askedOf(info));
  }
}

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ClaimContradictionsResolver {
  constructor(private readonly lists: ContradictionListsService) {}

  @ResolveField(() => ContradictionConnection, {
    description: 'Where it does not fit with other claims, oldest first.',
  })
  @FieldArgs(ClaimContradictionArgs)
  contradictions(
    claim: ClaimType,
    args: ClaimContradictionArgs,
    { loaders }: GraphqlContext,
  ): ConnectionOf<ContradictionType> | Promise<ConnectionOf<ContradictionType>> {
    return this.lists.listOfClaim(loaders, claim, args);
  }
}

/** What this feature adds to a question. */
@Resolver(() => QuestionType)
export class QuestionContradictionsResolver {
  constructor(private readonly lists: ContradictionListsService) {}

  @ResolveField(() => [ContradictionType], {
    description:
      'Where its answers do not fit, oldest first, decided and lapsed ones too unless filtered; condensation says where not all are kept.',
    complexity: 50,
  })
  @FieldArgs(QuestionContradictionArgs)
  contradictions(
    question: QuestionType,
    args: QuestionContradictionArgs,
    { loaders }: GraphqlContext,
  ): Promise<ContradictionType[]> {
    return this.lists.listOfQuestion(loaders, keyOf(question), args);
  }
}

/** What this feature adds to the outcome of a claim's change. */
@Resolver(() => ClaimPayload)
export class ClaimPayloadResolver {
  constructor(private readonly loader: ContradictionLoader) {}

  @ResolveField(() => [ContradictionType], { description: 'The contradictions that the change raised.' })
  async contradictions(
    payload: ClaimPayload,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ContradictionType[]> {
    const { claim, raised } = payload;
    if (!claim || !raised) return [];
    const found = await Promise.all(
      raised.map((id) => this.loader.contradiction(loaders, { storyId: claim.storyId, id })),
    );
    return found.filter((contradiction) => contradiction !== null);
  }
}
