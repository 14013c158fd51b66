import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_KEY, MAX_LIST, MAX_NAME } from '../../../graphql/validation/words.js';
import { AccrualEnum, DatatypeEnum } from './vocabulary.enums.js';
import { ScopeDimensionInput } from './vocabulary.inputs.js';

@InputType({ description: 'What to change of a concept scheme; what is absent stays.' })
export class ConceptSchemeUpdateInput {
  @Field(() => String, { nullable: true, description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether concepts that share a broader concept, or are all at the top, exclude each other.',
  })
  @IsOptional()
  readonly siblingsExclusive?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its top concepts, at least two that exclude each other, are all there are: passengers and crew. Figures for them then have to make the figure for the whole.',
  })
  @IsOptional()
  readonly topConceptsComplete?: boolean | null;
}

@InputType({
  description: 'What to change of a concept; what is absent stays, and a list takes the place of the whole.',
})
export class ConceptUpdateInput {
  @Field(() => String, {
    nullable: true,
    description: `Name to show, unique in its scheme, at most ${MAX_NAME} characters.`,
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly prefLabel?: string | null;

  @Field(() => [String], { nullable: true, description: `All of its other names, at most ${MAX_LIST}.` })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly altLabels?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `All concepts of the same scheme that it lies directly within, at most ${MAX_LIST}; none for the top.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly broader?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `All concepts it is declared to have nothing in common with, on whichever side, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly disjointWith?: string[] | null;

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `All addresses of the same concept elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly exactMatch?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Concepts of the scheme that name the same group exclude each other, wherever they stand; null for none, at most ${MAX_KEY} characters.`,
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly exclusiveGroup?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its narrower concepts, at least two that exclude each other, are all there are within it. Figures for them then have to make the figure for it.',
  })
  @IsOptional()
  readonly narrowerComplete?: boolean | null;
}

@InputType({
  description: 'What to change of a property; what is absent stays, and a list takes the place of the whole.',
})
export class PropertyUpdateInput {
  @Field(() => String, { nullable: true, description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label?: string | null;

  @Field(() => DatatypeEnum, {
    nullable: true,
    description: 'What kind of value it takes. Only while it has no claims.',
  })
  @IsOptional()
  @IsEnum(DatatypeEnum)
  readonly datatype?: DatatypeEnum | null;

  @Field(() => String, {
    nullable: true,
    description: `For a QUANTITY: the unit of its figures, at most ${MAX_KEY} characters; null for none. Only while it has no claims.`,
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly unit?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a subject can have only one value of it.' })
  @IsOptional()
  readonly singleValued?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "For a QUANTITY: whether a part's figure can be set against the whole's.",
  })
  @IsOptional()
  readonly additive?: boolean | null;

  @Field(() => AccrualEnum, { nullable: true, description: 'How its true value may change.' })
  @IsOptional()
  @IsEnum(AccrualEnum)
  readonly accrual?: AccrualEnum | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For a CONCEPT: key of the scheme that its values come from; null for none. Only while it has no claims.',
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly scheme?: string | null;

  @Field(() => [ScopeDimensionInput], {
    nullable: true,
    description: `All that can narrow a claim of it, at most ${MAX_LIST}. A dimension that claims have must stay as it is.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @ValidateNested({ each: true })
  @Type(() => ScopeDimensionInput)
  readonly scopeDimensions?: ScopeDimensionInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'How its value reads in a sentence, with {value} in it; null for none.',
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  @Matches(/\{value\}/, { message: 'phrase must have {value} in it.' })
  readonly phrase?: string | null;
}
