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

/** The object of an act that needs no reason, and the version that it was made from. */
@ArgsType()
export class VersionArgs {
  @Field(() => ID, { description: 'Global id of what is acted on.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  @IsInt()
  readonly expectedVersion!: number;
}

/** A decision on an object that has versions. */
@ArgsType()
export class DecisionArgs extends ReasonArgs {
  @Field(() => Int, { description: 'The version that was decided on.' })
  @IsInt()
  readonly expectedVersion!: number;
}
