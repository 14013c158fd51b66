import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Connection, ForwardArgs } from '../../../graphql/connections/index.js';
import { IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { UserType } from '../../auth/index.js';

@ArgsType()
export class ColleagueListArgs extends ForwardArgs {
  @Field(() => String, { nullable: true, description: 'Only people whose name contains this.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query?: string | null;
}

export const UserConnection = Connection<UserType>(() => UserType, 'User');
