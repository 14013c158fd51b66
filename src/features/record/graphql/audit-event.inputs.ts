import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { DateTimeScalar, IsRfc3339 } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsKey } from '../../../graphql/validation/words.js';

@InputType({ description: 'Which events to list. All that is given must hold.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Only what was done in this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this actor did.' })
  @IsOptional()
  @IsGlobalId()
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Only what this mutation did: claimCreate.' })
  @IsOptional()
  @IsKey()
  readonly action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this object.' })
  @IsOptional()
  @IsGlobalId()
  readonly object?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was done then or later.' })
  @IsOptional()
  @IsRfc3339()
  readonly from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was done before then.' })
  @IsOptional()
  @IsRfc3339()
  readonly to?: string | null;
}

@ArgsType()
export class AuditEventListArgs extends ForwardArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditFilter)
  readonly filter?: AuditFilter | null;
}
