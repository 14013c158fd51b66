import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** What one of the scalars that travel as text needs to say of itself. */
interface TextScalarConfig {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  /** Turns the service's value into the text that clients see; throws where the value does not fit, which is a fault. */
  readonly serialize: (value: unknown) => string;
  /** Reads an input that is not a string, where the scalar allows any; undefined refuses it. */
  readonly fromOther?: (value: unknown) => string | undefined;
}

/**
 * Makes a scalar that travels as text. Output is strict. Input is any string, unchanged: what is wrong with it is told
 * by the decorators of `input-rules.ts`, as a user error with the field's path, where the scalar itself could only
 * refuse the request as a whole.
 */
export function textScalar(config: TextScalarConfig): GraphQLScalarType<string, string> {
  const { name, description, specifiedByURL, serialize, fromOther } = config;
  const read = (value: unknown, node?: ValueNode): string => {
    const text = typeof value === 'string' ? value : fromOther?.(value);
    if (text !== undefined) return text;
    const extensions = { code: 'BAD_USER_INPUT' };
    throw new GraphQLError(`${name} must be given as a string.`, { extensions, ...(node && { nodes: node }) });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    ...(specifiedByURL !== undefined && { specifiedByURL }),
    serialize,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(literal(node), node),
  });
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : undefined;
}
