import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, MaxLength } from 'class-validator';
import { IsGlobalId, IsProse, MAX_LIST, MAX_PROSE } from '../../../graphql/validation/words.js';

/** Most people that one comment mentions. */
export const MAX_MENTIONED = MAX_LIST;

const BODY =
  `Plain text of at most ${MAX_PROSE} characters. \`@[id of a User]\` mentions somebody whom people lists, ` +
  `at most ${MAX_MENTIONED} of them; one that names nobody is refused.`;

@ArgsType()
export class CommentAddArgs {
  @Field(() => ID, { description: 'Global id of the claim, contradiction or source.' })
  @IsGlobalId()
  readonly subject!: string;

  @Field(() => String, { description: BODY })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly body!: string;
}

@ArgsType()
export class CommentEditArgs {
  @Field(() => ID, { description: 'The comment.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  @IsInt()
  readonly expectedVersion!: number;

  @Field(() => String, { description: BODY })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly body!: string;
}

@ArgsType()
export class CommentRemoveArgs {
  @Field(() => ID, { description: 'The comment.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: `Why, for the record: at most ${MAX_PROSE} characters. Required of whoever did not write it.`,
  })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason?: string | null;
}
