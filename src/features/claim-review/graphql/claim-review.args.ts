import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { VersionArgs } from '../../../graphql/validation/reason.args.js';
import { IsGlobalId, IsProse, MAX_PROSE } from '../../../graphql/validation/words.js';

/** Most conflicts to acknowledge at once: more than a claim is ever in. */
const MAX_CONFLICTS = 500;

@ArgsType()
export class ClaimApproveArgs extends VersionArgs {
  @Field(() => String, {
    nullable: true,
    description: `What to keep on record beside it: at most ${MAX_PROSE} characters.`,
  })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The conflicts that the claim is in and that are not settled, all of them: ids of contradictions, or of the claims that it conflicts with.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_CONFLICTS)
  @IsGlobalId({ each: true })
  readonly acknowledgedContradictions?: string[] | null;
}
