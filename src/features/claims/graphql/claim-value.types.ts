import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, EdtfScalar } from '../../../graphql/scalars/index.js';

@ObjectType('QuantityValue', {
  description:
    'A number or a range of numbers. The bounds denote the set; the amount is what the source wrote, if one figure.',
})
export class QuantityValueType {
  readonly __typename!: 'QuantityValue';

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure, where the source gives one.' })
  readonly amount!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value; null where there is none.' })
  readonly lowerBound!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Greatest value; null where there is none.' })
  readonly upperBound!: string | null;

  @Field(() => Boolean, { description: 'Whether the least value itself is left out: more than 30.' })
  readonly lowerExclusive!: boolean;

  @Field(() => Boolean, { description: 'Whether the greatest value itself is left out: fewer than 40.' })
  readonly upperExclusive!: boolean;

  @Field(() => Boolean, { description: 'Whether the source says about, some, roughly.' })
  readonly approximate!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The source's unit; null where it is the property's own or there is none.",
  })
  readonly unit!: string | null;

  @Field(() => String, { description: 'For readers: at least 35.' })
  readonly text!: string;
}

@ObjectType('TimeValue', { description: 'A date or time and the interval that it denotes.' })
export class TimeValueType {
  readonly __typename!: 'TimeValue';

  @Field(() => EdtfScalar, { description: 'In Extended Date/Time Format, level 1.' })
  readonly edtf!: string;

  @Field(() => DateTimeScalar, { description: 'First moment of the interval.' })
  readonly earliest!: Date;

  @Field(() => DateTimeScalar, { description: 'Last moment of the interval.' })
  readonly latest!: Date;

  @Field(() => String, { description: 'For readers: 25 December 2024.' })
  readonly text!: string;
}

@ObjectType('ConceptValue', { description: "A concept of the property's scheme." })
export class ConceptValueType {
  readonly __typename!: 'ConceptValue';
  readonly conceptId!: string;

  @Field(() => String, { description: "For readers: the concept's preferred label." })
  readonly text!: string;
}

@ObjectType('UnlistedConceptValue', {
  description:
    'A concept that a text names and the vocabulary does not have. Only suggestions have it: to accept one, choose a concept or add this one.',
})
export class UnlistedConceptValueType {
  readonly __typename!: 'UnlistedConceptValue';
  readonly broaderId!: string | null;

  @Field(() => String, { description: 'What the text calls it.' })
  readonly text!: string;

  @Field(() => String, { description: 'Key of the scheme that it would be added to.' })
  readonly scheme!: string;
}

@ObjectType('BooleanValue', { description: 'Yes or no.' })
export class BooleanValueType {
  readonly __typename!: 'BooleanValue';

  @Field(() => Boolean, { description: 'Whether it is so.' })
  readonly boolean!: boolean;

  @Field(() => String, { description: 'For readers: yes or no.' })
  readonly text!: string;
}

@ObjectType('TextValue', { description: 'Words, which are not compared.' })
export class TextValueType {
  readonly __typename!: 'TextValue';

  @Field(() => String, { description: 'The words.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of their language.' })
  readonly language!: string | null;
}

@ObjectType('UnknownValue', { description: 'The source says that the value is not known.' })
export class UnknownValueType {
  readonly __typename!: 'UnknownValue';

  @Field(() => String, { description: 'For readers: not known.' })
  readonly text!: string;
}

export type ClaimValue =
  | QuantityValueType
  | TimeValueType
  | ConceptValueType
  | UnlistedConceptValueType
  | BooleanValueType
  | TextValueType
  | UnknownValueType;

export const ClaimValueUnion = createUnionType({
  name: 'ClaimValue',
  description: 'What a claim says of its property: one kind of value for each datatype, or that it is not known.',
  types: () =>
    [
      QuantityValueType,
      TimeValueType,
      ConceptValueType,
      UnlistedConceptValueType,
      BooleanValueType,
      TextValueType,
      UnknownValueType,
    ] as const,
  resolveType: (value: ClaimValue) => value.__typename,
});
