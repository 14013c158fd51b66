import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsInt, MaxLength } from 'class-validator';
import { IsGlobalId, IsProse, MAX_PROSE } from './words.js';

/** The object of a decision, and the reason that every decision carries. */
@ArgsType()
export class ReasonArgs {
  @Field(() => ID, { description: 'Global id of what is decided on.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => String, { description: `Why, for the record: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason!: string;
}

/** A decision on an object that has versions. */
@ArgsType()
export class DecisionArgs extends ReasonArgs {
  @Field(() => Int, { description: 'The version that was decided on.' })
  @IsInt()
  readonly expectedVersion!: number;
}
