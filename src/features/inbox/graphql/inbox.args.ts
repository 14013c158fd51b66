import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { MAX_PAGE_SIZE } from '../../../graphql/limits/limits.js';
import { IsGlobalId } from '../../../graphql/validation/words.js';

@ArgsType()
export class InboxListArgs extends ForwardArgs {
  @Field(() => Boolean, { nullable: true, description: 'Whether to list only what has not been marked as read.' })
  @IsOptional()
  @IsBoolean()
  readonly unread?: boolean | null;
}

@ArgsType()
export class InboxMarkReadArgs {
  @Field(() => [ID], {
    nullable: true,
    description: `What has been read, at most ${MAX_PAGE_SIZE} items. Give this or upTo.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_PAGE_SIZE)
  @IsGlobalId({ each: true })
  readonly ids?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An item: it has been read, and all that are older. Give this or ids.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly upTo?: string | null;
}
