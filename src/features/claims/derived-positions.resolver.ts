import { ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import type { GraphqlContext } from '../auth/index.js';
import { IdentityType, VocabularyLoader } from '../vocabulary/index.js';
import { ClaimLoader } from './claim.loader.js';
import { DerivedPositionsService } from './derived-positions.service.js';
import { AsOfArgs } from './graphql/claim.args.js';
import { ClaimType, ScopeTermType } from './graphql/claim.type.js';
import { DerivedPositionType } from './graphql/derived-position.type.js';
import { QuestionType } from './graphql/question.type.js';

@Resolver(() => QuestionType)
export class QuestionDerivedPositionsResolver {
  constructor(private readonly positions: DerivedPositionsService) {}

  @ResolveField(() => [DerivedPositionType], {
    description:
      'What the answers to other questions about the subject imply for this one, one for each scope for which anything follows; and, where parts are declared complete, what its answers for the other parts and the whole imply for each scope. Where answers exclude each other only the better one is built on: the one that is preferred, or else said without a hedge, or else of more independent origins; of equals none. A figure that was updated gives way to the newer one, and nothing is built on figures that do not add up.',
    complexity: 5,
  })
  @FieldArgs(AsOfArgs)
  derivedPositions(
    question: QuestionType,
    { asOf }: AsOfArgs,
    { loaders }: GraphqlContext,
  ): Promise<DerivedPositionType[]> {
    const { storyId, localId: id, subjectId, propertyId } = question;
    return this.positions.of(loaders, { storyId, id, subjectId, propertyId }, asOf ? new Date(asOf) : null);
  }
}

@Resolver(() => DerivedPositionType)
export class DerivedPositionsResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly vocabulary: VocabularyLoader,
  ) {}

  @ResolveField(() => [ScopeTermType], { description: 'What it is narrowed to; empty for the whole.' })
  scope(position: DerivedPositionType): DerivedPositionType['scopeTerms'] {
    return position.scopeTerms;
  }

  @ResolveField(() => [ClaimType], { description: 'The claims that it follows from.' })
  async restsOn(position: DerivedPositionType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType[]> {
    const claims = await Promise.all(position.claimKeys.map((key) => this.claims.claim(loaders, key)));
    return claims.filter((claim) => claim !== null);
  }

  @ResolveField(() => [IdentityType], { description: 'The identities that it follows by.' })
  async identities(
    position: DerivedPositionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<IdentityType[]> {
    const identities = await Promise.all(position.identityIds.map((id) => this.vocabulary.identity(loaders, id)));
    return identities.filter((identity) => identity !== null);
  }
}
