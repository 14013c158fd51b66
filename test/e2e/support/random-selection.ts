import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Aliases: the same field once more, with a page of its own. */
const ALIASES = ['', '', '', '', 'again: '];
const PAGES = ['', '(first: 1)', '(first: 2)', '(first: $first)', '(first: 2, after: $after)'];
/** Fields in whose answers a page of nodes stands beside the page's own data. */
const CONNECTION_FIELDS = [
  'nodes { @ }',
  'edges { node { @ } }',
  'totalCount nodes { @ }',
  'pageInfo { hasNextPage endCursor } nodes { @ }',
  'edges { cursor node { @ } } nodes { @ }',
  'nodes @include(if: $yes) { @ }',
];

/**
 * Selections of a type's fields, made from a tape of numbers whose end makes everything small: pages, aliases,
 * conditions and connections in all their forms, for the variables of {@link SELECTION_VARIABLES}. Fields that need an
 * argument are left out.
 */
export function randomSelection(schema: GraphQLSchema, typeName: string, tape: readonly number[]): string {
  let at = 0;
  const choose = (count: number): number => (at < tape.length ? (tape[at++] as number) % count : 0);
  const pick = <T>(items: readonly T[]): T => items[choose(items.length)] as T;

  const field = (parent: GraphQLCompositeType, depth: number): string => {
    const all = isObjectType(parent) ? Object.values(parent.getFields()) : [];
    const candidates = all.filter(
      (one) => !one.args.some(isRequiredArgument) && (depth > 0 || !isCompositeType(getNamedType(one.type))),
    );
    const chosen = candidates[choose(candidates.length)];
    if (!chosen) return '__typename';
    return `${pick(ALIASES)}${chosen.name}${below(chosen, depth)}`;
  };

  const below = (chosen: GraphQLField<unknown, unknown>, depth: number): string => {
    const type = getNamedType(chosen.type);
    if (!isCompositeType(type)) return '';
    const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
    if (!nodes) return ` { ${selection(type, depth - 1)} }`;
    const items = getNamedType(nodes.type) as GraphQLCompositeType;
    return `${pick(PAGES)} { ${pick(CONNECTION_FIELDS).replaceAll('@', () => selection(items, depth - 1))} }`;
  };

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    if (isUnionType(type)) {
      return `__typename ${type
        .getTypes()
        .map(({ name }, i) => `... on ${name} { ${aliased(schema.getType(name) as GraphQLCompositeType, i)} }`)
        .join(' ')}`;
    }
    return ['id', ...Array.from({ length: 1 + choose(4) }, () => field(type, depth))]
      .filter((text) => text !== 'id' || (isObjectType(type) && 'id' in type.getFields()))
      .join(' ');
  };

  /** The leaves of a member of a union, under names of their own: members differ in what they call alike. */
  const aliased = (type: GraphQLCompositeType, member: number): string =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((one) => !isCompositeType(getNamedType(one.type)))
          .map(({ name }) => `m${member}_${name}: ${name}`)
          .join(' ')
      : '__typename';

  return selection(schema.getType(typeName) as GraphQLCompositeType, 3);
}

/** The variables that a random selection may use. */
export const SELECTION_VARIABLES = '$first: Int = 2, $after: String, $yes: Boolean! = true';
