import { GraphQLError, GraphQLScalarType } from 'graphql';

function refuse(): never {
  throw new GraphQLError('JSON is only given out.', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Whatever JSON there is, as it is. For records of things whose form changes over the years; never for input. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value, as it was recorded. Only given out.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: refuse,
  parseLiteral: refuse,
});
