import { ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimType, QuestionType } from '../claims/index.js';
import { PastExaminationService, type PastFinding } from '../detection/index.js';
import { SubjectType } from '../stories/index.js';
import { ContradictionLoader } from './contradiction.loader.js';
import { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import { ContradictionType } from './graphql/contradiction.type.js';
import { PastContradictionArgs, PastContradictionType } from './graphql/past-contradiction.type.js';

/** What this feature adds to a subject. */
@Resolver(() => SubjectType)
export class SubjectPastContradictionsResolver {
  constructor(private readonly past: PastExaminationService) {}

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
    return pastOf(this.past, loaders, keyOf(subject), args, () => true);
  }
}

/** What this feature adds to a question. */
@Resolver(() => QuestionType)
export class QuestionPastContradictionsResolver {
  constructor(private readonly past: PastExaminationService) {}

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
    const { storyId, subjectId, localId } = question;
    return pastOf(this.past, loaders, { storyId, id: subjectId }, args, ({ questionIds }) => questionIds.has(localId));
  }
}

async function pastOf(
  past: PastExaminationService,
  loaders: Loaders,
  subject: ReturnType<typeof keyOf>,
  args: PastContradictionArgs,
  isWanted: (found: PastFinding) => boolean,
): Promise<PastContradictionType[]> {
  const asOf = new Date(args.asOf);
  const found = await past.ofSubject(loaders, subject, asOf);
  return found.filter(isWanted).map(({ finding: { members, kind, strength, rule, explanation } }) => ({
    storyId: subject.storyId,
    memberIds: members,
    asOf,
    kind: ContradictionKindEnum[kind],
    strength: StrengthEnum[strength],
    rule,
    explanation,
  }));
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
