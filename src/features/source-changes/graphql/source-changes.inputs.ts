import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { ReasonArgs } from '../../../graphql/validation/reason.args.js';
import { IsDocumentText, IsGlobalId, MAX_TEXT } from '../../../graphql/validation/words.js';
import { ReviewReason, ReviewRequestType, ReviewState } from './review-request.type.js';

@ArgsType()
export class SourceRefreshArgs {
  @Field(() => ID, { description: 'The source to look at again.' })
  @IsGlobalId()
  readonly id!: string;
}

@ArgsType()
export class SourceCorrectArgs extends ReasonArgs {
  @Field(() => String, {
    nullable: true,
    description: `Its text as corrected, at most ${MAX_TEXT} UTF-16 code units; without it the text stays as it is.`,
  })
  @IsOptional()
  @IsDocumentText()
  @MaxLength(MAX_TEXT)
  readonly text?: string | null;
}

@InputType({ description: 'Which requests to list. All that is given must hold.' })
export class ReviewRequestFilter {
  @Field(() => ID, { nullable: true, description: 'Only requests of this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only requests on this claim.' })
  @IsOptional()
  @IsGlobalId()
  readonly claim?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only requests on citations of this source.' })
  @IsOptional()
  @IsGlobalId()
  readonly source?: string | null;

  @Field(() => ReviewReason, { nullable: true, description: 'Only requests for this reason.' })
  @IsOptional()
  @IsEnum(ReviewReason)
  readonly reason?: ReviewReason | null;

  @Field(() => ReviewState, { nullable: true, description: 'Only requests in this state.' })
  @IsOptional()
  @IsEnum(ReviewState)
  readonly state?: ReviewState | null;
}

@ArgsType()
export class ReviewRequestListArgs extends ForwardArgs {
  @Field(() => ReviewRequestFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewRequestFilter)
  readonly filter?: ReviewRequestFilter | null;
}

@ObjectType({ description: 'Outcome of a change to a request to look at a claim again.' })
export class ReviewRequestPayload {
  @Field(() => ReviewRequestType, { nullable: true, description: 'The request; null where the change was refused.' })
  readonly reviewRequest?: ReviewRequestType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
