import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimType, QuestionType } from '../claims/index.js';
import { IncompatibleService, type Incompatible } from '../detection/index.js';
import type { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import { CondensationType, IncompatibilityConnection, IncompatibilityType } from './graphql/incompatibility.type.js';

/** By the other claim's id: the order in which they were first written. */
const ORDER = { key: 'claim', columns: [{ type: 'uuid' }] } as const;
/** The engine compares the claim with every other answer. */
const COST = 50;

/** What a claim does not fit with, worked out on demand. */
@Resolver(() => ClaimType)
export class ClaimIncompatibleResolver {
  constructor(private readonly incompatible: IncompatibleService) {}

  @ResolveField(() => IncompatibilityConnection, {
    name: 'incompatible',
    description:
      'The other answers to its question that it does not fit with, oldest first: those too whose contradiction with it is not kept. Worked out on demand.',
    complexity: COST,
  })
  @FieldArgs(ForwardArgs)
  async list(
    claim: ClaimType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<IncompatibilityType>> {
    const page = pageRequest(args, ORDER);
    const { storyId, localId, questionId, propertyId } = claim;
    const all = await this.incompatible.of(loaders, localId, { storyId, id: questionId, propertyId });
    const start = page.after === undefined ? 0 : all.filter(({ claimId }) => claimId <= String(page.after?.[0])).length;
    const rows = all.slice(start, start + page.limit + 1).map((each) => toIncompatibility(storyId, each));
    return toConnection(
      rows,
      page,
      ({ claimId }) => [claimId],
      () => all.length,
    );
  }
}

function toIncompatibility(storyId: string, { claimId, finding }: Incompatible): IncompatibilityType {
  const { kind, strength, rule, explanation } = finding;
  return {
    storyId,
    claimId,
    kind: kind as ContradictionKindEnum,
    strength: strength as StrengthEnum,
    rule,
    explanation,
  };
}

@Resolver(() => IncompatibilityType)
export class IncompatibilityResolver {
  constructor(private readonly claims: ClaimLoader) {}

  @ResolveField(() => ClaimType, { description: 'The other answer.' })
  claim(
    { storyId, claimId }: IncompatibilityType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId, id: claimId });
  }
}

@Resolver(() => QuestionType)
export class QuestionCondensationResolver {
  constructor(private readonly incompatible: IncompatibleService) {}

  @ResolveField(() => CondensationType, {
    nullable: true,
    description: 'Which contradictions are kept, where the answers are too many to keep all; null where all are.',
  })
  condensation(question: QuestionType, _args: unknown, { loaders }: GraphqlContext): Promise<CondensationType | null> {
    return this.incompatible.condensed(loaders, keyOf(question));
  }
}
