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
  const subscription = schema.getSubscriptionType();
  if (subscription) {
    subscription.description =
      'What is told as it happens, over WebSocket (protocol graphql-transport-ws) at /graphql. Each event is an object as it ' +
      'is when it is sent, as far as the subscriber may see it; one that changes faster than it is received comes less often. ' +
      'A subscription that ends with an error, or whose connection was lost, may have missed events: read anew and subscribe again.';
  }
  return schema;
}
