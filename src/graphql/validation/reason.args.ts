import { ArgsType, Field } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { IsProse, MAX_PROSE } from './words.js';

/** The reason that every decision carries. */
@ArgsType()
export class ReasonArgs {
  @Field(() => String, { description: `Why, for the record: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason!: string;
}
