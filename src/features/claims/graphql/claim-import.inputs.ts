import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { ClaimCreateInput } from './claim.inputs.js';

/** Most claims of one import: about as many as the longest request holds. */
const MAX_IMPORT = 1_000;

@InputType({ description: 'Claims of one story to write together.' })
export class ClaimImportInput {
  @Field(() => [ClaimCreateInput], { description: `At least one, at most ${MAX_IMPORT.toLocaleString('en')}.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_IMPORT)
  @ValidateNested({ each: true })
  @Type(() => ClaimCreateInput)
  readonly claims!: ClaimCreateInput[];
}

@ObjectType('ImportedClaim', {
  description: 'A claim as an import left it. Two of an input that say the same are one claim.',
})
export class ImportedClaimType {
  @Field(() => ID, { description: "The claim's global id." })
  readonly id!: string;

  @Field(() => Boolean, {
    description: 'True where the claim was there before, or earlier in the input, and the citations were added to it.',
  })
  readonly alreadyExisted!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the proposal that its new citations wait in, where the claim was there and is published.',
  })
  readonly proposal!: string | null;
}

@ObjectType('ClaimImport', { description: 'What an import made of its input.' })
export class ClaimImportType {
  @Field(() => [ImportedClaimType], { description: 'One for each claim of the input, in its order.' })
  readonly claims!: readonly ImportedClaimType[];

  @Field(() => Int, { description: 'How many contradictions the import raised.' })
  readonly raised!: number;
}

@ObjectType({ description: 'Outcome of an import.' })
export class ClaimImportPayload {
  @Field(() => ClaimImportType, { nullable: true, description: 'What was made; null where the import was refused.' })
  readonly claimImport?: ClaimImportType;

  @Field(() => [UserErrorType], {
    description: 'Why nothing was written; their paths name the claims by their place in the input.',
  })
  readonly userErrors!: UserErrorType[];
}
