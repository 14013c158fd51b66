import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ConnectionArgs, OrderDirection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import {
  IsGlobalId,
  IsProse,
  IsWords,
  MAX_KEY,
  MAX_LIST,
  MAX_NAME,
  MAX_PROSE,
} from '../../../graphql/validation/words.js';
import { SLUG } from '../slug.js';
import { StoryType } from './story.type.js';
import { SubjectKind, SubjectType } from './subject.type.js';

@InputType({ description: 'A new story.' })
export class StoryCreateInput {
  @Field(() => String, {
    nullable: true,
    description: `Short name for addresses: lower-case letters, digits and single hyphens, at most ${MAX_KEY}. Made from the title where absent.`,
  })
  @IsOptional()
  @Matches(SLUG, { message: 'slug must have only lower-case letters, digits and single hyphens.' })
  @MaxLength(MAX_KEY)
  readonly slug?: string | null;

  @Field(() => String, { description: `Title to show, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: `What it is about, at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly summary?: string | null;
}

@InputType({ description: 'A new subject of a story.' })
export class SubjectCreateInput {
  @Field(() => ID, { description: 'The story it belongs to.' })
  @IsGlobalId()
  readonly story!: string;

  @Field(() => SubjectKind, { description: 'What kind of thing it is.' })
  @IsEnum(SubjectKind)
  readonly kind!: SubjectKind;

  @Field(() => String, { description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label!: string;

  @Field(() => [String], { nullable: true, description: `Other names, at most ${MAX_LIST}.` })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly aliases?: string[] | null;

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `Addresses of the same thing elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly sameAs?: string[] | null;
}

@InputType({ description: 'Which stories to list.' })
export class StoryFilter {
  @Field(() => String, { nullable: true, description: 'Only stories whose title contains this.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly title?: string | null;
}

export enum StoryOrderField {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
  TITLE = 'TITLE',
}

registerEnumType(StoryOrderField, {
  name: 'StoryOrderField',
  description: 'What to order stories by.',
  valuesMap: {
    CREATED_AT: { description: 'When the story was made.' },
    UPDATED_AT: { description: 'When the story itself last changed.' },
    TITLE: { description: 'Its title, by character code.' },
  },
});

@InputType({ description: 'How to order stories.' })
export class StoryOrder {
  @Field(() => StoryOrderField, { description: 'What to order by.' })
  @IsEnum(StoryOrderField)
  readonly field!: StoryOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  @IsEnum(OrderDirection)
  readonly direction!: OrderDirection;
}

@ArgsType()
export class StoryListArgs extends ConnectionArgs {
  @Field(() => StoryFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StoryFilter)
  readonly filter?: StoryFilter | null;

  @Field(() => StoryOrder, { nullable: true, description: 'In which order; newest first where absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StoryOrder)
  readonly orderBy?: StoryOrder | null;
}

@ObjectType({ description: 'Outcome of storyCreate.' })
export class StoryPayload {
  @Field(() => StoryType, { nullable: true, description: 'The story; null where the change was refused.' })
  readonly story?: StoryType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of subjectCreate.' })
export class SubjectPayload {
  @Field(() => SubjectType, { nullable: true, description: 'The subject; null where the change was refused.' })
  readonly subject?: SubjectType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
