import type { GraphQLSchema } from 'graphql';

/** Describes the root types in place: code first there is no class that could carry their description. */
export function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query) query.description = 'Everything that can be read. What is not found, or not to be seen, is null.';
  const mutation = schema.getMutationType();
  if (mutation) {
    mutation.description =
      'Everything that can be changed, one act a field, the object named first. What was expected to fail stands in ' +
      'userErrors and changed nothing.';
  }
  return schema;
}
