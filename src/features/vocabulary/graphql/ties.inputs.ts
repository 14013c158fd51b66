import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsKey, IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { ReexaminationType } from '../../reexaminations/index.js';
import { IdentityType, PropertyOrderType } from './ties.types.js';

/** Most parts of an identity: beyond that the search for figures that do not fit would be long. */
const MAX_PARTS = 12;
const PARTS = `Keys of the properties that are added up, each once, 2 to ${MAX_PARTS}, in the order in which they are told.`;
const LABEL = `Why it holds, as the end of a sentence ("whoever was aboard died or survived"), at most ${MAX_NAME} characters.`;

@InputType({ description: 'A new identity.' })
export class IdentityCreateInput {
  @Field(() => String, {
    description: 'Stable name for programs: a lower-case letter, then letters, digits, underscores.',
  })
  @IsKey()
  readonly key!: string;

  @Field(() => String, { description: LABEL })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label!: string;

  @Field(() => String, { description: 'Key of the property that is the sum: a single-valued QUANTITY.' })
  @IsKey()
  readonly whole!: string;

  @Field(() => [String], { description: PARTS })
  @ArrayMinSize(2)
  @ArrayMaxSize(MAX_PARTS)
  @IsKey({ each: true })
  readonly parts!: string[];
}

@InputType({ description: 'What to change of an identity; what is left out stays.' })
export class IdentityUpdateInput {
  @Field(() => String, { nullable: true, description: LABEL })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly label?: string | null;

  @Field(() => [String], { nullable: true, description: PARTS })
  @IsOptional()
  @ArrayMinSize(2)
  @ArrayMaxSize(MAX_PARTS)
  @IsKey({ each: true })
  readonly parts?: string[] | null;
}

@InputType({ description: 'A new order of times.' })
export class PropertyOrderCreateInput {
  @Field(() => String, {
    description: 'Stable name for programs: a lower-case letter, then letters, digits, underscores.',
  })
  @IsKey()
  readonly key!: string;

  @Field(() => String, { description: 'Key of the TIME property that comes first.' })
  @IsKey()
  readonly earlier!: string;

  @Field(() => String, { description: 'Key of the TIME property that comes after it.' })
  @IsKey()
  readonly later!: string;
}

@ObjectType({ description: 'Outcome of a change of an identity.' })
export class IdentityPayload {
  @Field(() => IdentityType, {
    nullable: true,
    description: 'The identity, as it was where it was deleted; null where the change was refused.',
  })
  readonly identity?: IdentityType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the change; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of a change of an order.' })
export class PropertyOrderPayload {
  @Field(() => PropertyOrderType, {
    nullable: true,
    description: 'The order, as it was where it was deleted; null where the change was refused.',
  })
  readonly propertyOrder?: PropertyOrderType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the change; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
