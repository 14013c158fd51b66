import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits/limits.js';

/** Arguments of a connection that is read forward only. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to return, from the start or after the cursor: 1 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} where absent.`,
  })
  @IsOptional()
  @IsInt()
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Return what comes after this cursor.' })
  @IsOptional()
  @IsString()
  readonly after?: string | null;
}

/** Arguments of a connection that is read in both directions. */
@ArgsType()
export class ConnectionArgs extends ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to return, from the end or before the cursor: 1 to ${MAX_PAGE_SIZE}. Not together with first.`,
  })
  @IsOptional()
  @IsInt()
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Return what comes before this cursor.' })
  @IsOptional()
  @IsString()
  readonly before?: string | null;
}
