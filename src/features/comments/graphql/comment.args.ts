import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { VersionArgs } from '../../../graphql/validation/reason.args.js';
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
export class CommentEditArgs extends VersionArgs {
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
