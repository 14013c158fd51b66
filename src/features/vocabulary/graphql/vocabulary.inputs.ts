import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsKey, IsWords, MAX_KEY, MAX_LIST, MAX_NAME } from '../../../graphql/validation/words.js';
import { ReexaminationType } from '../../reexaminations/index.js';
import { AccrualEnum, DatatypeEnum } from './vocabulary.enums.js';
import { ConceptSchemeType, ConceptType, PropertyType } from './vocabulary.types.js';

@InputType({ description: 'A new concept scheme.' })
export class ConceptSchemeCreateInput {
  @Field(() => String, {
    description: 'Stable name for programs: a lower-case letter, then letters, digits, underscores.',
  })
  @IsKey()
  readonly key!: string;

  @Field(() => String, { description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether concepts that share a broader concept, or are all at the top, exclude each other.',
  })
  @IsOptional()
  readonly siblingsExclusive?: boolean | null;
}

@InputType({ description: 'A new concept of a scheme.' })
export class ConceptCreateInput {
  @Field(() => String, { description: 'Key of the scheme it belongs to.' })
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly scheme!: string;

  @Field(() => String, { description: `Name to show, unique in its scheme, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly prefLabel!: string;

  @Field(() => [String], { nullable: true, description: `Other names, at most ${MAX_LIST}.` })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly altLabels?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Concepts of the same scheme that it lies within, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly broader?: string[] | null;

  @Field(() => [ID], { nullable: true, description: `Concepts it has nothing in common with, at most ${MAX_LIST}.` })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsGlobalId({ each: true })
  readonly disjointWith?: string[] | null;

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `Addresses of the same concept elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly exactMatch?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Concepts of the scheme that name the same group exclude each other, wherever they stand, at most ${MAX_KEY} characters.`,
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly exclusiveGroup?: string | null;
}

@InputType({ description: 'One way to narrow claims of a property.' })
export class ScopeDimensionInput {
  @Field(() => String, { description: 'Its name: nationality, role, place.' })
  @IsKey()
  readonly dimension!: string;

  @Field(() => String, { description: 'Key of the scheme that its concepts come from.' })
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly scheme!: string;
}

@InputType({ description: 'A new property.' })
export class PropertyCreateInput {
  @Field(() => String, {
    description: 'Stable name for programs: a lower-case letter, then letters, digits, underscores.',
  })
  @IsKey()
  readonly key!: string;

  @Field(() => String, { description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label!: string;

  @Field(() => DatatypeEnum, { description: 'What kind of value it takes.' })
  @IsEnum(DatatypeEnum)
  readonly datatype!: DatatypeEnum;

  @Field(() => String, {
    nullable: true,
    description: `For a QUANTITY: the unit of its figures, a unit of measurement or a counted noun, at most ${MAX_KEY} characters.`,
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly unit?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether a subject can have only one value of it.',
  })
  @IsOptional()
  readonly singleValued?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "For a QUANTITY: whether a part's figure can be set against the whole's.",
  })
  @IsOptional()
  readonly additive?: boolean | null;

  @Field(() => AccrualEnum, {
    nullable: true,
    defaultValue: AccrualEnum.FIXED,
    description: 'How its true value may change.',
  })
  @IsOptional()
  readonly accrual?: AccrualEnum | null;

  @Field(() => String, { nullable: true, description: 'For a CONCEPT: key of the scheme that its values come from.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly scheme?: string | null;

  @Field(() => [ScopeDimensionInput], {
    nullable: true,
    description: `What can narrow a claim of it, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @ValidateNested({ each: true })
  @Type(() => ScopeDimensionInput)
  readonly scopeDimensions?: ScopeDimensionInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'How its value reads in a sentence, with {value} in it, for example "{value} killed".',
  })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  @Matches(/\{value\}/, { message: 'phrase must have {value} in it.' })
  readonly phrase?: string | null;
}

@ArgsType()
export class ConceptListArgs extends ForwardArgs {
  @Field(() => String, { nullable: true, description: 'Only concepts of the scheme with this key.' })
  @IsOptional()
  @IsKey()
  readonly scheme?: string | null;

  @Field(() => String, { nullable: true, description: 'Only concepts with this in one of their names.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query?: string | null;
}

@ObjectType({ description: 'Outcome of making or changing a concept scheme.' })
export class ConceptSchemePayload {
  @Field(() => ConceptSchemeType, { nullable: true, description: 'The scheme; null where the change was refused.' })
  readonly conceptScheme?: ConceptSchemeType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the change; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of making or changing a concept.' })
export class ConceptPayload {
  @Field(() => ConceptType, { nullable: true, description: 'The concept; null where the change was refused.' })
  readonly concept?: ConceptType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the change; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of making or changing a property.' })
export class PropertyPayload {
  @Field(() => PropertyType, { nullable: true, description: 'The property; null where the change was refused.' })
  readonly property?: PropertyType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the change; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
