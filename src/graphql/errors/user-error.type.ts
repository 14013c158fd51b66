import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserErrorCode } from './user-error-code.js';
import type { UserProblem } from './user-errors.js';

@ObjectType('FilePosition', { description: 'A place in a file that an input holds.' })
export class FilePositionType {
  @Field(() => Int, { description: 'The line, from 1.' })
  readonly line!: number;

  @Field(() => Int, { description: 'The column, from 1, in UTF-16 code units.' })
  readonly column!: number;

  @Field(() => String, { description: 'The path to it, for example properties[3].unit; empty for the file itself.' })
  readonly path!: string;
}

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

  @Field(() => FilePositionType, {
    nullable: true,
    description: 'Where it stands in the file that the input holds, if it holds one.',
  })
  readonly position?: FilePositionType;
}
