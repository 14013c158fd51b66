import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { DateTimeScalar, EdtfScalar, IsEdtf, IsRfc3339 } from '../../../graphql/scalars/index.js';
import {
  IsDocumentText,
  IsGlobalId,
  IsKey,
  IsProse,
  IsWords,
  MAX_KEY,
  MAX_LIST,
  MAX_PROSE,
} from '../../../graphql/validation/words.js';
import { AgentKind } from '../../agents/index.js';
import { AssertionChangeInput, CertaintyEnum, QuoteInput } from '../../claims/index.js';
import { SuggestionStatus } from './suggestion.enums.js';
import { ClaimSuggestionType } from './suggestion.type.js';

/** Longest text that is read without being stored, in UTF-16 code units. */
const MAX_BARE_TEXT = 200_000;

@ArgsType()
export class SuggestClaimsArgs {
  @Field(() => String, { description: `The text, at most ${MAX_BARE_TEXT} UTF-16 code units. It is not stored.` })
  @IsDocumentText()
  @MaxLength(MAX_BARE_TEXT)
  readonly text!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was published: relative dates count from it, and stay unread without it.',
  })
  @IsOptional()
  @IsRfc3339()
  readonly publishedAt?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Keys of the vocabulary packs to read it by; all where absent.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsKey({ each: true })
  readonly vocabulary?: string[] | null;
}

@ArgsType()
export class SuggestionListArgs extends ForwardArgs {
  @Field(() => SuggestionStatus, { nullable: true, description: 'Only those in this status.' })
  @IsOptional()
  @IsEnum(SuggestionStatus)
  readonly status?: SuggestionStatus | null;
}

@InputType({
  description:
    'How a suggestion is accepted: what is absent stays as suggested. What is given instead is kept beside it as a correction.',
})
export class SuggestionAcceptInput extends AssertionChangeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'What the claim speaks of. Absent: the subject that is called as the text calls it, else the only one of the story, or its only event; a story without any gets an event with its title.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the property.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly property?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Add the concepts that the suggestion names and the vocabulary does not have, as their scheme is open to new ones (places). Where that is false, such a suggestion needs value or scope.',
  })
  @IsOptional()
  readonly addConcepts?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The claim as a sentence; made from the parts where absent.' })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly statement?: string | null;

  @Field(() => QuoteInput, { nullable: true, description: 'The words that make the claim.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuoteInput)
  readonly quote?: QuoteInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who is quoted; null: the source speaks in its own voice. Absent: the agent that is called as the text calls it, made where there is none.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly claimant?: string | null;

  @Field(() => AgentKind, { nullable: true, description: 'Which kind of agent to make; OTHER where absent.' })
  @IsOptional()
  @IsEnum(AgentKind)
  readonly claimantKind?: AgentKind | null;

  @Field(() => CertaintyEnum, { nullable: true, description: "By the source's own hedges." })
  @IsOptional()
  readonly certainty?: CertaintyEnum | null;

  @Field(() => EdtfScalar, { nullable: true, description: 'When the claimant said it.' })
  @IsOptional()
  @IsEdtf()
  readonly saidOn?: string | null;
}

/** Which suggestion is decided on. */
@ArgsType()
abstract class SuggestionDecisionArgs {
  @Field(() => ID, { description: 'The suggestion.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was decided on: refused as STALE_VERSION where there is a newer one.',
  })
  @IsOptional()
  @IsInt()
  readonly expectedVersion?: number | null;
}

@ArgsType()
export class SuggestionAcceptArgs extends SuggestionDecisionArgs {
  @Field(() => SuggestionAcceptInput, { nullable: true, description: 'What to correct, choose or add.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SuggestionAcceptInput)
  readonly input?: SuggestionAcceptInput | null;
}

@ArgsType()
export class SuggestionRejectArgs extends SuggestionDecisionArgs {
  @Field(() => String, { nullable: true, description: `Why, for the record: at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason?: string | null;
}

@ObjectType({ description: 'Outcome of a decision on a suggestion.' })
export class SuggestionPayload {
  @Field(() => ClaimSuggestionType, {
    nullable: true,
    description: 'The suggestion; null where the decision was refused.',
  })
  readonly suggestion?: ClaimSuggestionType;

  @Field(() => [UserErrorType], { description: 'Why the decision was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
