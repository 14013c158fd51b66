import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimType, QuestionType } from '../claims/index.js';
import { StoryType, SubjectType } from '../stories/index.js';
import { ContradictionLoader } from './contradiction.loader.js';
import { ContradictionType } from './graphql/contradiction.type.js';
import {
  PastContradictionArgs,
  PastContradictionConnection,
  PastContradictionListArgs,
  PastContradictionType,
} from './graphql/past-contradiction.type.js';
import { PastContradictionListsService } from './past-contradiction-lists.service.js';

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StoryPastContradictionsResolver {
  constructor(private readonly lists: PastContradictionListsService) {}

  @ResolveField(() => PastContradictionConnection, {
    description:
      'Where its claims did not fit by what sources had published by some day, question by question in the order in which they came up. For one page at most 1,000 questions are looked at: a page may be shorter than asked for, even empty, while hasNextPage says that more may follow endCursor. Counting looks at all of them.',
    complexity: 5,
  })
  @FieldArgs(PastContradictionListArgs)
  contradictionsAsOf(
    story: StoryType,
    args: PastContradictionListArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<PastContradictionType>> {
    return this.lists.listOfStory(loaders, story.localId, args);
  }
}

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ClaimPastContradictionsResolver {
  constructor(private readonly lists: PastContradictionListsService) {}

  @ResolveField(() => PastContradictionConnection, {
    description:
      'Where it did not fit with other claims by what sources had published by some day. None where no source had made it by then.',
    complexity: 5,
  })
  @FieldArgs(PastContradictionListArgs)
  contradictionsAsOf(
    claim: ClaimType,
    args: PastContradictionListArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<PastContradictionType>> {
    return this.lists.listOfClaim(loaders, claim, args);
  }
}

/** What this feature adds to a subject. */
@Resolver(() => SubjectType)
export class SubjectPastContradictionsResolver {
  constructor(private readonly lists: PastContradictionListsService) {}

  @ResolveField(() => [PastContradictionType], {
    description: 'Where what sources had said of it by some day did not fit, by its members.',
    complexity: 50,
  })
  @FieldArgs(PastContradictionArgs)
  contradictionsAsOf(
    subject: SubjectType,
    args: PastContradictionArgs,
    { loaders }: GraphqlContext,
  ): Promise<PastContradictionType[]> {
    return this.lists.ofSubject(loaders, keyOf(subject), new Date(args.asOf));
  }
}

/** What this feature adds to a question. */
@Resolver(() => QuestionType)
export class QuestionPastContradictionsResolver {
  constructor(private readonly lists: PastContradictionListsService) {}

  @ResolveField(() => [PastContradictionType], {
    description:
      'Where its answers did not fit, with each other or across questions, by what sources had published by some day. Not empty exactly where the question is disputed as of then.',
    complexity: 50,
  })
  @FieldArgs(PastContradictionArgs)
  contradictionsAsOf(
    question: QuestionType,
    args: PastContradictionArgs,
    { loaders }: GraphqlContext,
  ): Promise<PastContradictionType[]> {
    return this.lists.ofQuestion(loaders, question, new Date(args.asOf));
  }
}

@Resolver(() => PastContradictionType)
export class PastContradictionsResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly loader: ContradictionLoader,
  ) {}

  @ResolveField(() => [ClaimType], { description: 'The smallest set that did not fit.', complexity: 2 })
  async members(
    { storyId, memberIds }: PastContradictionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ClaimType[]> {
    const claims = await Promise.all(memberIds.map((id) => this.claims.claim(loaders, { storyId, id })));
    return claims.filter((claim) => claim !== null);
  }

  @ResolveField(() => ContradictionType, {
    nullable: true,
    description:
      'The contradiction of these claims that is kept, as it stands today, with what was decided of it; null where none was ever kept.',
  })
  contradiction(
    { storyId, memberIds }: PastContradictionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ContradictionType | null> {
    return this.loader.ofMembers(loaders, storyId, memberIds);
  }
}
