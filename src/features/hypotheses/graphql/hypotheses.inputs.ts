import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsOptional, MaxLength } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsGlobalId, IsProse, MAX_PROSE } from '../../../graphql/validation/words.js';
import type { StoryKey } from '../../../platform/database/index.js';
import { ConsistencyEnum } from './hypotheses.enums.js';

@ArgsType()
export class CompetingHypothesesArgs {
  @Field(() => ID, { nullable: true, description: 'Only the grades of this editor; those of all where absent.' })
  @IsOptional()
  @IsGlobalId()
  readonly grader?: string | null;
}

@InputType({ description: 'A claim to weigh the answers to a question against.' })
export class EvidenceAddInput {
  @Field(() => ID, { description: 'The question, of a property whose datatype is CONCEPT.' })
  @IsGlobalId()
  readonly question!: string;

  @Field(() => ID, { description: 'A claim of the same story that is no affirmed answer to the question.' })
  @IsGlobalId()
  readonly claim!: string;

  @Field(() => String, {
    nullable: true,
    description: `Why it bears on the question: at most ${MAX_PROSE} characters.`,
  })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note?: string | null;
}

@ArgsType()
export class EvidenceRemoveArgs {
  @Field(() => ID, { description: 'The question.' })
  @IsGlobalId()
  readonly question!: string;

  @Field(() => ID, { description: 'The claim that is not to be weighed any more.' })
  @IsGlobalId()
  readonly claim!: string;

  @Field(() => String, { description: `Why, for the record: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly reason!: string;
}

@InputType({ description: 'How one finds that evidence fits a hypothesis.' })
export class EvidenceGradeInput {
  @Field(() => ID, { description: 'An affirmed answer to a question, to which the grade belongs.' })
  @IsGlobalId()
  readonly hypothesis!: string;

  @Field(() => ID, { description: "A claim that is evidence on that question's matrix." })
  @IsGlobalId()
  readonly evidence!: string;

  @Field(() => ConsistencyEnum, { nullable: true, description: 'The grade; null takes back the one that was given.' })
  @IsOptional()
  @IsEnum(ConsistencyEnum)
  readonly grade?: ConsistencyEnum | null;

  @Field(() => String, { nullable: true, description: `Why: at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly note?: string | null;
}

@ObjectType({ description: 'Outcome of a change to the evidence on a question.' })
export class EvidencePayload {
  /** What was changed; absent where the change was refused. */
  readonly changed?: { readonly question: StoryKey; readonly evidence: string | null };

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
