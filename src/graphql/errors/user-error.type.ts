import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserErrorCode } from './user-error-code.js';
import type { UserProblem } from './user-errors.js';

/** The GraphQL face of a `UserProblem`. */
@ObjectType('UserError', { description: 'An expected failure of a change. What failed changed nothing.' })
export class UserErrorType implements UserProblem {
  @Field(() => UserErrorCode, { description: 'Why the change was refused.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'The reason in words, for a reader.' })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path of the input that is wrong, from the argument's name; list positions count from 0.",
  })
  readonly field?: readonly string[];

  @Field(() => [Int], {
    nullable: true,
    description: "Where an ambiguous quote occurs: offsets into the source's newest text, in UTF-16 code units.",
  })
  readonly occurrences?: readonly number[];
}
