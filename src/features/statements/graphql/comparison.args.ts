import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { DateTimeScalar, IsRfc3339 } from '../../../graphql/scalars/index.js';
import { IsProse, MAX_PROSE } from '../../../graphql/validation/words.js';

@InputType({ description: 'What is known of two statements besides their words.' })
export class CompareContext {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When both were published: "on Wednesday" counts from it. Absent: such words are not read as dates.',
  })
  @IsOptional()
  @IsRfc3339()
  readonly publishedAt?: string | null;
}

@ArgsType()
export class CompareStatementsArgs {
  @Field(() => String, { description: `A statement: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly a!: string;

  @Field(() => String, { description: `What it is compared with: at most ${MAX_PROSE} characters.` })
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly b!: string;

  @Field(() => CompareContext, { nullable: true, description: 'What is known of both besides their words.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CompareContext)
  readonly context?: CompareContext | null;
}
