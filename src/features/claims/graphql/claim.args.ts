import { ArgsType, Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ConnectionArgs, ForwardArgs } from '../../../graphql/connections/index.js';
import { DateTimeScalar, IsRfc3339 } from '../../../graphql/scalars/index.js';
import { DecisionArgs, VersionArgs } from '../../../graphql/validation/reason.args.js';
import { IsProse, MAX_PROSE } from '../../../graphql/validation/words.js';
import { Rank } from './claim.enums.js';
import { ClaimFilter, ClaimOrder, ClaimUpdateInput } from './claim.inputs.js';

@ArgsType()
export class ClaimListArgs extends ConnectionArgs {
  @Field(() => ClaimFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClaimFilter)
  readonly filter?: ClaimFilter | null;

  @Field(() => ClaimOrder, { nullable: true, description: 'In which order; newest first where absent.' })
  @IsOptional()
  readonly orderBy?: ClaimOrder | null;
}

@ArgsType()
export class AsOfArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what sources had published by then. A source without a date is left out.',
  })
  @IsOptional()
  @IsRfc3339()
  readonly asOf?: string | null;
}

@ArgsType()
export class SubjectQuestionArgs extends AsOfArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those that are disputed, or only those that are not. With asOf: for which contradictionsAsOf is not empty, or is.',
  })
  @IsOptional()
  readonly disputed?: boolean | null;
}

@ArgsType()
export class StoryQuestionArgs extends ForwardArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those that are disputed, or only those that are not. With asOf: for which contradictionsAsOf is not empty, or is.',
  })
  @IsOptional()
  readonly disputed?: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what sources had published by then. A source without a date is left out.',
  })
  @IsOptional()
  @IsRfc3339()
  readonly asOf?: string | null;
}

@ArgsType()
export class ClaimUpdateArgs extends VersionArgs {
  @Field(() => ClaimUpdateInput, { description: 'What to change.' })
  @ValidateNested()
  @Type(() => ClaimUpdateInput)
  readonly input!: ClaimUpdateInput;

  @Field(() => String, {
    nullable: true,
    description: `Why, for the record and for whoever reviews it: at most ${MAX_PROSE} characters.`,
  })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason?: string | null;
}

@ArgsType()
export class ClaimRankArgs extends DecisionArgs {
  @Field(() => Rank, { description: 'Its new rank.' })
  @IsEnum(Rank)
  readonly rank!: Rank;
}
