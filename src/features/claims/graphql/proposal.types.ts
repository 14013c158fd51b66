import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { FieldChangeType } from '../../revisions/index.js';

export enum ProposalKind {
  REWRITE = 'REWRITE',
  CITE = 'CITE',
  UNCITE = 'UNCITE',
}

registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What a proposal would do.',
  valuesMap: {
    REWRITE: { description: 'Change what the claim says.' },
    CITE: { description: 'Add places where it is made.' },
    UNCITE: { description: 'Remove a place where it is made.' },
  },
});

export enum ProposalStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  SUPERSEDED = 'SUPERSEDED',
  WITHDRAWN = 'WITHDRAWN',
  LAPSED = 'LAPSED',
}

registerEnumType(ProposalStatus, {
  name: 'ProposalStatus',
  description: 'What became of a proposal.',
  valuesMap: {
    PENDING: { description: 'It waits for a second person.' },
    ACCEPTED: { description: 'It was accepted, and the claim changed.' },
    REJECTED: { description: 'It was refused with a reason.' },
    SUPERSEDED: { description: 'Another that changes the same was accepted.' },
    WITHDRAWN: { description: 'Its author took it back.' },
    LAPSED: { description: 'The claim was retracted before it was decided on.' },
  },
});

@ObjectType('ClaimProposal', {
  implements: () => [Node],
  description:
    'A change to a published claim that a second person accepts or refuses. The claim stands as it is meanwhile.',
})
export class ClaimProposalType extends Node {
  readonly __typename!: 'ClaimProposal';
  readonly localId!: string;
  readonly storyId!: string;
  readonly claimId!: string;
  readonly authorId!: string;
  readonly decidedById!: string | null;

  @Field(() => ProposalKind, { description: 'What it would do.' })
  readonly kind!: ProposalKind;

  @Field(() => ProposalStatus, { description: 'What became of it.' })
  readonly status!: ProposalStatus;

  @Field(() => Int, { description: 'The version of the claim that it was made from.' })
  readonly baseVersion!: number;

  @Field(() => [FieldChangeType], { description: 'What it would change, field by field.' })
  readonly changes!: FieldChangeType[];

  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided on; null while it is PENDING.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said on deciding.' })
  readonly note!: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that it made; null where it made none.' })
  readonly madeVersion!: number | null;
}

export const ClaimProposalConnection = Connection<ClaimProposalType>(() => ClaimProposalType, 'ClaimProposal');

@ObjectType({ description: 'Outcome of a decision on a proposal.' })
export class ProposalPayload {
  @Field(() => ClaimProposalType, { nullable: true, description: 'The proposal; null where the change was refused.' })
  readonly proposal?: ClaimProposalType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
