import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { IsGlobalId, MAX_LIST } from '../../../graphql/validation/words.js';
import { ReviewKind } from './review.types.js';

/** Ten years: whatever waits longer can be asked for by less. */
const MOST_MINUTES = 5_256_000;

@InputType({ description: 'Which part of the review queue. All that is given must hold.' })
export class ReviewFilter {
  @Field(() => [ReviewKind], { nullable: true, description: 'Only these kinds; all where absent or empty.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(ReviewKind).length)
  @IsEnum(ReviewKind, { each: true })
  readonly kinds?: ReviewKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what belongs to this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims and contradictions that this user is to work on.' })
  @IsOptional()
  @IsGlobalId()
  readonly assignee?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only what has waited for at least so many minutes.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_MINUTES)
  readonly minutesWaiting?: number | null;
}

@ArgsType()
export class ReviewQueueArgs extends ForwardArgs {
  @Field(() => ReviewFilter, { nullable: true, description: 'Which part of it; all of it where absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewFilter)
  readonly filter?: ReviewFilter | null;
}

@ArgsType()
export class ReviewQueueChangedArgs {
  @Field(() => ID, { nullable: true, description: 'Only what belongs to this story; of all where absent.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => [ReviewKind], { nullable: true, description: 'Only these kinds; all where absent or empty.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(ReviewKind).length)
  @IsEnum(ReviewKind, { each: true })
  readonly kinds?: ReviewKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only claims and contradictions that this user is to work on.' })
  @IsOptional()
  @IsGlobalId()
  readonly assignee?: string | null;
}

@ArgsType()
export class ReviewNextArgs {
  @Field(() => ReviewFilter, { nullable: true, description: 'Out of which part of the queue; all of it where absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewFilter)
  readonly filter?: ReviewFilter | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of items to pass over, for example those that one has at hand and keeps for later.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly except?: string[] | null;
}

@ArgsType()
export class ReviewItemArgs {
  @Field(() => ID, { description: 'The id of the item, which is that of what is to be decided on.' })
  @IsGlobalId()
  readonly id!: string;
}
