import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { VersionArgs } from '../../../graphql/validation/reason.args.js';
import { IsProse, MAX_PROSE } from '../../../graphql/validation/words.js';

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
}
