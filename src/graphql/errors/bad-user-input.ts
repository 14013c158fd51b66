import { GraphQLError } from 'graphql';

/**
 * A top-level error for input that no field of a payload can report: arguments of queries, mostly.
 *
 * @param field path of the argument that is wrong, outermost name first.
 */
export function badUserInput(message: string, field: readonly string[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
