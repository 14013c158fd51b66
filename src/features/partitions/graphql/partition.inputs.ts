import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsGlobalId, IsProse, IsWords, MAX_KEY, MAX_LIST, MAX_PROSE } from '../../../graphql/validation/words.js';
import { PartitionType } from './partition.type.js';

@InputType({ description: 'What is declared to be all parts there are of what a question counts.' })
export class PartitionDeclareInput {
  @Field(() => ID, { description: 'The question, of an additive QUANTITY property.' })
  @IsGlobalId()
  readonly question!: string;

  @Field(() => String, { description: 'A scope dimension of the property: nationality, role, place.' })
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly dimension!: string;

  @Field(() => [ID], {
    description: `All parts there are: concepts of the dimension's scheme that exclude each other, from 2 to ${MAX_LIST}.`,
  })
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly concepts!: string[];

  @Field(() => String, { description: `Why these are all: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note!: string;
}

@InputType({ description: 'What to change of a partition; what is absent stays.' })
export class PartitionUpdateInput {
  @Field(() => [ID], {
    nullable: true,
    description: `All parts there are, in place of those before: concepts that exclude each other, from 2 to ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly concepts?: string[] | null;

  @Field(() => String, { nullable: true, description: `Why these are all: at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note?: string | null;
}

@ArgsType()
export class PartitionUpdateArgs {
  @Field(() => ID, { description: 'The partition.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => Int, { description: 'The version that the change was made on.' })
  @IsInt()
  readonly expectedVersion!: number;

  @Field(() => PartitionUpdateInput, { description: 'What to change.' })
  @ValidateNested()
  @Type(() => PartitionUpdateInput)
  readonly input!: PartitionUpdateInput;
}

@ObjectType({ description: 'Outcome of declaring, changing or withdrawing a partition.' })
export class PartitionPayload {
  @Field(() => PartitionType, { nullable: true, description: 'The partition; null where the change was refused.' })
  readonly partition?: PartitionType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
