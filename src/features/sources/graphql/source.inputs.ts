import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { DateTimeScalar, IsHttpUrl, IsRfc3339, UrlScalar } from '../../../graphql/scalars/index.js';
import {
  IsDocumentText,
  IsGlobalId,
  IsLanguageTag,
  IsWords,
  MAX_LIST,
  MAX_NAME,
  MAX_TEXT,
} from '../../../graphql/validation/words.js';
import { DocumentFactsType } from './document-facts.type.js';
import { Reliability, SourceKind, SourceStatus } from './source.enums.js';
import { SourceType } from './source.type.js';
import { TextChangeType } from './text-change.type.js';

/** What can be said of a source beside its text, whichever way it comes. */
@InputType({ isAbstract: true })
export abstract class SourceDetailsInput {
  @Field(() => SourceKind, { nullable: true, description: 'What kind of document it is; OTHER where absent.' })
  @IsOptional()
  readonly kind?: SourceKind | null;

  @Field(() => ID, { nullable: true, description: 'The agent that published it.' })
  @IsOptional()
  @IsGlobalId()
  readonly publisher?: string | null;

  @Field(() => [String], { nullable: true, description: `Who signed it, at most ${MAX_LIST}.` })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly authors?: string[] | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of its language.' })
  @IsOptional()
  @IsLanguageTag()
  readonly language?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  @IsOptional()
  @IsRfc3339()
  readonly publishedAt?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The source of the same story of which it is a reprint or wire copy.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly derivedFrom?: string | null;

  @Field(() => Reliability, { nullable: true, description: 'How reliable you hold it, on the Admiralty scale.' })
  @IsOptional()
  readonly reliability?: Reliability | null;
}

@InputType({ description: 'A new source with its text.' })
export class SourceCreateInput extends SourceDetailsInput {
  @Field(() => ID, { description: 'The story it belongs to.' })
  @IsGlobalId()
  readonly story!: string;

  @Field(() => String, { description: `Its headline or title, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly title!: string;

  @Field(() => String, {
    description: `Its text, kept to the letter as an immutable snapshot; at most ${MAX_TEXT} UTF-16 code units.`,
  })
  @IsDocumentText()
  @MaxLength(MAX_TEXT)
  readonly text!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it was published.' })
  @IsOptional()
  @IsHttpUrl()
  readonly url?: string | null;
}

@InputType({ description: 'Which sources to list. All that is given must hold.' })
export class SourceFilter {
  @Field(() => SourceStatus, { nullable: true, description: 'Only sources in this status.' })
  @IsOptional()
  readonly status?: SourceStatus | null;

  @Field(() => SourceKind, { nullable: true, description: 'Only sources of this kind.' })
  @IsOptional()
  readonly kind?: SourceKind | null;

  @Field(() => ID, { nullable: true, description: 'Only sources of this publisher.' })
  @IsOptional()
  @IsGlobalId()
  readonly publisher?: string | null;
}

@ObjectType({ description: 'Outcome of a change to a source.' })
export class SourcePayload {
  @Field(() => SourceType, { nullable: true, description: 'The source; null where the change was refused.' })
  readonly source?: SourceType;

  @Field(() => SourceType, {
    nullable: true,
    description: 'Where an import is refused as ALREADY_EXISTS: the source that the story has of this address or text.',
  })
  readonly existing?: SourceType;

  @Field(() => DocumentFactsType, {
    nullable: true,
    description: 'What the imported document says of itself, used where the input did not say otherwise.',
  })
  readonly document?: DocumentFactsType;

  @Field(() => [TextChangeType], {
    nullable: true,
    description: 'Where its text was looked at anew: how it differs from what it was. Empty where it is the same.',
  })
  readonly changes?: readonly TextChangeType[];

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];

  /** What the change has put up for review. */
  readonly raised?: readonly { readonly storyId: string; readonly id: string }[];
}

@ArgsType()
export class SourceListArgs extends ForwardArgs {
  @Field(() => SourceFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SourceFilter)
  readonly filter?: SourceFilter | null;
}
