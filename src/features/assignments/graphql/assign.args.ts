import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { DateScalar, IsCalendarDate } from '../../../graphql/scalars/index.js';
import { IsGlobalId } from '../../../graphql/validation/words.js';

@ArgsType()
export class AssignArgs {
  @Field(() => ID, { description: 'Global id of what is assigned.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who is to work on it: the id of a User, as people lists them. Absent or null: nobody any more.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly assignee?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'By the end of which day. Null: by none. Absent: by the day that was set before, whoever it was set for. It ' +
      'goes with assignee, and with the assignment.',
  })
  @IsOptional()
  @IsCalendarDate()
  readonly dueOn?: string | null;
}
