import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ScopeTerm } from '../../../domain/claim/claim.js';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import type { Carried } from '../../../platform/reading/index.js';
import { ClaimStatus, PolarityEnum, Rank } from './claim.enums.js';
import { ClaimValueUnion, type ClaimValue } from './claim-value.types.js';

@ObjectType('ScopeTerm', { description: 'One narrowing of who or what is counted: nationality, Azerbaijani.' })
export class ScopeTermType {
  readonly conceptId!: string;

  @Field(() => String, { description: 'Which way it narrows: nationality, role, place.' })
  readonly dimension!: string;
}

@ObjectType('Corroboration', { description: 'How widely a claim is made.' })
export class CorroborationType {
  @Field(() => Int, { description: 'Places where it is made.' })
  readonly citations!: number;

  @Field(() => Int, { description: 'Documents that make it.' })
  readonly sources!: number;

  @Field(() => Int, { description: 'Publishers of those documents, those of one group counted once.' })
  readonly publishers!: number;

  @Field(() => Int, {
    description:
      'Origins that do not go back to one another: derived sources, the same text, one publisher group or one quoted claimant are one origin.',
  })
  readonly independentOrigins!: number;
}

@ObjectType('Claim', {
  implements: () => [Node],
  description:
    'One atomic assertion: this subject, this property, this value, within this scope, affirmed or denied. However many sources make it, it is one claim with many citations.',
})
export class ClaimType extends Node {
  readonly __typename!: 'Claim';
  readonly localId!: string;
  readonly storyId!: string;
  readonly questionId!: string;
  readonly subjectId!: string;
  readonly propertyId!: string;
  readonly createdById!: string;
  readonly scopeTerms!: readonly ScopeTerm[];
  /** What came with its row, where it was read with a list. */
  readonly carried?: Carried | undefined;

  @Field(() => PolarityEnum, { description: 'Whether it says that it is so, or that it is not.' })
  readonly polarity!: PolarityEnum;

  @Field(() => ClaimValueUnion, { description: 'What it says.' })
  readonly value!: ClaimValue;

  @Field(() => String, { description: 'The claim as a sentence that a reader understands.' })
  readonly statement!: string;

  @Field(() => ClaimStatus, { description: 'Where it stands in review.' })
  readonly status!: ClaimStatus;

  @Field(() => Rank, { description: 'How editors rank it.' })
  readonly rank!: Rank;

  @Field(() => String, { nullable: true, description: 'Why it is ranked so.' })
  readonly rankReason!: string | null;

  @Field(() => Int, {
    description: 'Goes up with every change of the claim; a change names the version it was made from.',
  })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was first written here.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it or its citations last changed.' })
  readonly updatedAt!: Date;
}

export const ClaimConnection = Connection<ClaimType>(() => ClaimType, 'Claim');
