import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsDefined, IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { OrderDirection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { DecimalScalar, EdtfScalar, IsDecimal, IsEdtf } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsProse, IsWords, MAX_KEY, MAX_LIST, MAX_PROSE } from '../../../graphql/validation/words.js';
import { CitationInput } from './citation.inputs.js';
import { ClaimStatus, PolarityEnum } from './claim.enums.js';
import { ClaimType } from './claim.type.js';
import { ClaimProposalType } from './proposal.types.js';

/** Most scope terms of a claim: more dimensions than any property has. */
const MAX_SCOPE = 10;

@InputType({ description: 'A number or a range of numbers. An amount, a bound, or both bounds.' })
export class QuantityInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'The figure, where the source gives one.' })
  @IsOptional()
  @IsDecimal()
  readonly amount?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value: at least 35.' })
  @IsOptional()
  @IsDecimal()
  readonly lowerBound?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Greatest value: up to 40.' })
  @IsOptional()
  @IsDecimal()
  readonly upperBound?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Leave the least value itself out: more than 30.',
  })
  @IsOptional()
  readonly lowerExclusive?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Leave the greatest value itself out: fewer than 40.',
  })
  @IsOptional()
  readonly upperExclusive?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'The source says about, some, roughly.' })
  @IsOptional()
  readonly approximate?: boolean | null;

  @Field(() => String, { nullable: true, description: "The source's unit; the property's own where absent." })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly unit?: string | null;
}

@InputType({ isOneOf: true, description: 'Exactly one field.' })
export class ClaimValueInput {
  @Field(() => QuantityInput, { nullable: true, description: 'For a QUANTITY property.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  readonly quantity?: QuantityInput | null;

  @Field(() => EdtfScalar, { nullable: true, description: 'For a TIME property.' })
  @IsOptional()
  @IsEdtf()
  readonly time?: string | null;

  @Field(() => ID, { nullable: true, description: "For a CONCEPT property: a concept of the property's scheme." })
  @IsOptional()
  @IsGlobalId()
  readonly concept?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'For a BOOLEAN property.' })
  @IsOptional()
  readonly boolean?: boolean | null;

  @Field(() => String, { nullable: true, description: `For a TEXT property, at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For any property: true where the source says that the value is not known.',
  })
  @IsOptional()
  readonly unknown?: boolean | null;
}

@InputType({ description: 'One narrowing of who or what is counted.' })
export class ScopeTermInput {
  @Field(() => String, { description: 'A scope dimension of the property.' })
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly dimension!: string;

  @Field(() => ID, { description: "A concept of the dimension's scheme." })
  @IsGlobalId()
  readonly concept!: string;
}

@InputType({ description: 'A claim and where it is made.' })
export class ClaimCreateInput {
  @Field(() => ID, { description: 'What the claim speaks of; the story follows from it.' })
  @IsGlobalId()
  readonly subject!: string;

  @Field(() => String, { description: 'Key of the property.' })
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly property!: string;

  @Field(() => PolarityEnum, {
    nullable: true,
    defaultValue: PolarityEnum.AFFIRMED,
    description: 'Whether it is so or is not so.',
  })
  @IsOptional()
  readonly polarity?: PolarityEnum | null;

  @Field(() => ClaimValueInput, { description: 'What it says.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => ClaimValueInput)
  readonly value!: ClaimValueInput;

  @Field(() => [ScopeTermInput], {
    nullable: true,
    defaultValue: [],
    description: 'What it is narrowed to; empty for the whole.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_SCOPE)
  @ValidateNested({ each: true })
  @Type(() => ScopeTermInput)
  readonly scope?: ScopeTermInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: `The claim as a sentence, at most ${MAX_PROSE} characters; made from the parts where absent.`,
  })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly statement?: string | null;

  @Field(() => [CitationInput], { description: `Where it is made: at least one, at most ${MAX_LIST}.` })
  @ArrayMinSize(1, { message: 'citations must have at least one citation: a claim stands on the words that make it.' })
  @ArrayMaxSize(MAX_LIST)
  @ValidateNested({ each: true })
  @Type(() => CitationInput)
  readonly citations!: CitationInput[];
}

/** What a claim asserts instead; what is absent stays. */
@InputType({ isAbstract: true })
export abstract class AssertionChangeInput {
  @Field(() => PolarityEnum, { nullable: true, description: 'Whether it is so or is not so.' })
  @IsOptional()
  readonly polarity?: PolarityEnum | null;

  @Field(() => ClaimValueInput, { nullable: true, description: 'What it says.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClaimValueInput)
  readonly value?: ClaimValueInput | null;

  @Field(() => [ScopeTermInput], { nullable: true, description: 'What it is narrowed to, whole; empty for the whole.' })
  @IsOptional()
  @ArrayMaxSize(MAX_SCOPE)
  @ValidateNested({ each: true })
  @Type(() => ScopeTermInput)
  readonly scope?: ScopeTermInput[] | null;
}

@InputType({ description: 'What to change of a claim; what is absent stays.' })
export class ClaimUpdateInput extends AssertionChangeInput {
  @Field(() => String, { nullable: true, description: 'The claim as a sentence.' })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly statement?: string | null;
}

@InputType({ description: 'Which claims to list. All that is given must hold.' })
export class ClaimFilter {
  @Field(() => ID, { nullable: true, description: 'Only claims of this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only claims that speak of this subject.' })
  @IsOptional()
  @IsGlobalId()
  readonly subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Only claims of the property with this key.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_KEY)
  readonly property?: string | null;

  @Field(() => ClaimStatus, { nullable: true, description: 'Only claims in this status.' })
  @IsOptional()
  readonly status?: ClaimStatus | null;
}

export enum ClaimOrderField {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
}

registerEnumType(ClaimOrderField, {
  name: 'ClaimOrderField',
  description: 'What to order claims by.',
  valuesMap: {
    CREATED_AT: { description: 'When the claim was first written here.' },
    UPDATED_AT: { description: 'When it or its citations last changed.' },
  },
});

@InputType({ description: 'How to order claims.' })
export class ClaimOrder {
  @Field(() => ClaimOrderField, { description: 'What to order by.' })
  @IsEnum(ClaimOrderField)
  readonly field!: ClaimOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  @IsEnum(OrderDirection)
  readonly direction!: OrderDirection;
}

@ObjectType({ description: 'Outcome of a change to a claim.' })
export class ClaimPayload {
  /** Ids of the contradictions that the change raised, which another feature turns into objects. */
  readonly raised?: readonly string[];

  @Field(() => ClaimType, { nullable: true, description: 'The claim; null where the change was refused.' })
  readonly claim?: ClaimType;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'For claimCreate and suggestionAccept: true where the claim was there already, and the citations were added to it.',
  })
  readonly alreadyExisted?: boolean;

  @Field(() => ClaimProposalType, {
    nullable: true,
    description:
      'What waits for a second person instead, as the claim is published; or the proposal that was accepted.',
  })
  readonly proposal?: ClaimProposalType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
