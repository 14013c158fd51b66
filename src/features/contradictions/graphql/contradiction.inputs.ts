import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ConnectionArgs, ForwardArgs, OrderDirection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsGlobalId, IsProse, MAX_LIST, MAX_PROSE } from '../../../graphql/validation/words.js';
import {
  ContradictionKindEnum,
  ContradictionOrderField,
  ContradictionStatus,
  Outcome,
  StrengthEnum,
} from './contradiction.enums.js';
import { ContradictionType } from './contradiction.type.js';

@InputType({ description: 'Which contradictions to list. All that is given must hold.' })
export class ContradictionFilter {
  @Field(() => ID, { nullable: true, description: 'Only contradictions of this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => ContradictionStatus, { nullable: true, description: 'Only contradictions in this status.' })
  @IsOptional()
  readonly status?: ContradictionStatus | null;

  @Field(() => ContradictionKindEnum, { nullable: true, description: 'Only contradictions of this kind.' })
  @IsOptional()
  readonly kind?: ContradictionKindEnum | null;

  @Field(() => StrengthEnum, { nullable: true, description: 'Only contradictions of this strength.' })
  @IsOptional()
  readonly strength?: StrengthEnum | null;
}

@InputType({ description: 'How to order contradictions.' })
export class ContradictionOrder {
  @Field(() => ContradictionOrderField, { description: 'What to order by.' })
  @IsEnum(ContradictionOrderField)
  readonly field!: ContradictionOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  @IsEnum(OrderDirection)
  readonly direction!: OrderDirection;
}

@ArgsType()
export class ContradictionListArgs extends ConnectionArgs {
  @Field(() => ContradictionFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContradictionFilter)
  readonly filter?: ContradictionFilter | null;

  @Field(() => ContradictionOrder, { nullable: true, description: 'In which order; newest first where absent.' })
  @IsOptional()
  readonly orderBy?: ContradictionOrder | null;
}

@ArgsType()
export class QuestionContradictionArgs {
  @Field(() => ContradictionFilter, {
    nullable: true,
    description: 'Which ones; all where absent, LAPSED ones too, which stay in the record.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContradictionFilter)
  readonly filter?: ContradictionFilter | null;
}

@ArgsType()
export class ClaimContradictionArgs extends ForwardArgs {
  @Field(() => ContradictionFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContradictionFilter)
  readonly filter?: ContradictionFilter | null;
}

@InputType({ description: 'A decision on a contradiction.' })
export class ContradictionResolveInput {
  @Field(() => Outcome, { description: 'What is decided.' })
  @IsEnum(Outcome)
  readonly outcome!: Outcome;

  @Field(() => [ID], {
    nullable: true,
    defaultValue: [],
    description:
      'The members that are right. For CLAIM_WRONG and SUPERSEDED at least one and not all; for ALL_WRONG none.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly upheld?: string[] | null;

  @Field(() => String, { description: `Why, for the record: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note!: string;
}

@ObjectType({ description: 'Outcome of a decision on a contradiction.' })
export class ContradictionPayload {
  @Field(() => ContradictionType, {
    nullable: true,
    description: 'The contradiction; null where the change was refused.',
  })
  readonly contradiction?: ContradictionType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
