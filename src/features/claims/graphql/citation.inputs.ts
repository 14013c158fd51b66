import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { EdtfScalar, IsEdtf } from '../../../graphql/scalars/index.js';
import { IsGlobalId, MAX_PROSE, MAX_TEXT } from '../../../graphql/validation/words.js';
import { CertaintyEnum } from './claim.enums.js';
import { CitationType } from './citation.type.js';
import { ClaimType } from './claim.type.js';
import { ClaimProposalType } from './proposal.types.js';

@InputType({
  description:
    "exact must occur in the source's newest snapshot; where it occurs more than once, prefix, suffix or start must single one out. White space, typographic quotation marks and dashes may differ, nothing else.",
})
export class QuoteInput {
  @Field(() => String, { description: `The words, at most ${MAX_PROSE} UTF-16 code units.` })
  @MaxLength(MAX_PROSE)
  readonly exact!: string;

  @Field(() => String, { nullable: true, description: 'The text just before.' })
  @IsOptional()
  @MaxLength(MAX_PROSE)
  readonly prefix?: string | null;

  @Field(() => String, { nullable: true, description: 'The text just after.' })
  @IsOptional()
  @MaxLength(MAX_PROSE)
  readonly suffix?: string | null;

  @Field(() => Int, { nullable: true, description: 'Offset of the first code unit.' })
  @IsOptional()
  @Min(0, { message: `start must be from 0 to ${MAX_TEXT}.` })
  readonly start?: number | null;
}

@InputType({ description: 'A place where a claim is made.' })
export class CitationInput {
  @Field(() => ID, { description: 'The source, of the same story as the claim.' })
  @IsGlobalId()
  readonly source!: string;

  @Field(() => QuoteInput, { description: 'The words that make the claim.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => QuoteInput)
  readonly quote!: QuoteInput;

  @Field(() => ID, { nullable: true, description: 'Who is quoted; absent where the source speaks in its own voice.' })
  @IsOptional()
  @IsGlobalId()
  readonly claimant?: string | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    defaultValue: CertaintyEnum.CERTAIN,
    description: "By the source's own hedges.",
  })
  @IsOptional()
  readonly certainty?: CertaintyEnum | null;

  @Field(() => EdtfScalar, { nullable: true, description: 'When the claimant said it.' })
  @IsOptional()
  @IsEdtf()
  readonly saidOn?: string | null;
}

@InputType({ description: 'A further place where a claim is made.' })
export class CitationAddInput {
  @Field(() => ID, { description: 'The claim.' })
  @IsGlobalId()
  readonly claim!: string;

  @Field(() => CitationInput, { description: 'Where it is made.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => CitationInput)
  readonly citation!: CitationInput;
}

@ObjectType({ description: 'Outcome of a change to a citation.' })
export class CitationPayload {
  @Field(() => CitationType, {
    nullable: true,
    description: 'The citation; null where the change was refused, removed it, or only proposes it.',
  })
  readonly citation?: CitationType;

  @Field(() => ClaimProposalType, {
    nullable: true,
    description: 'What waits for a second person instead, as the claim is published.',
  })
  readonly proposal?: ClaimProposalType;

  @Field(() => ClaimType, { nullable: true, description: 'Its claim as it now is; null where the change was refused.' })
  readonly claim?: ClaimType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
