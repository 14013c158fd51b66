import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldOf } from '../execution/field-of.js';
import { DEFAULT_PAGE_SIZE } from './limits.js';

/** Items that a list is taken to have where nothing limits it: members of a contradiction, a concept's broader ones. */
const UNPAGED_LIST_SIZE = 3;

/** Fields of a connection that come once for each item of its page. */
const ITEM_FIELDS: ReadonlySet<string> = new Set(['edges', 'nodes']);

/** Values of variables by name. */
type Values = Readonly<Record<string, unknown>>;

/** What an operation may make the service load, and the work that telling took. */
export interface OperationCost {
  readonly cost: number;
  readonly visited: number;
  /** Whether it is the same with any variables. */
  readonly constant: boolean;
}

/**
 * Estimates the number of objects that an operation makes the service load: an object costs 1, a scalar nothing, what
 * stands below a list is multiplied by the list's size. That is `first` or `last` for a connection, the number of ids
 * for a lookup of many, else a guess. A field's `complexity` stands for its own cost where it has one.
 *
 * Each fragment is looked at once. Members of a union are added up, @skip and @include are not looked at: the estimate
 * is an upper bound as far as list sizes are known.
 *
 * @param document valid for the schema.
 * @param variables as the client gave them.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): OperationCost {
  const reader = new CostReader(schema, document, withDefaults(operation, variables));
  const root = schema.getRootType(operation.operation);
  const { items, other } = root ? reader.read(operation.selectionSet, root) : NOTHING;
  return { cost: items + other, visited: reader.visited, constant: reader.constant };
}

/** Cost of one object's selections; `items` is what comes once for each item of a page. */
interface Children {
  readonly items: number;
  readonly other: number;
}

const NOTHING: Children = { items: 0, other: 0 };

class CostReader {
  visited = 0;
  constant = true;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, Children>();

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly values: Values,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  read(set: SelectionSetNode, parent: GraphQLCompositeType): Children {
    let items = 0;
    let other = 0;
    for (const selection of set.selections) {
      this.visited++;
      if (selection.kind === Kind.FIELD) {
        const cost = this.#field(selection, parent);
        if (isConnection(parent) && ITEM_FIELDS.has(selection.name.value)) items += cost;
        else other += cost;
      } else {
        const below =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? this.#spread(selection.name.value)
            : this.#conditioned(selection, parent);
        items += below.items;
        other += below.other;
      }
    }
    return { items, other };
  }

  #spread(name: string): Children {
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const children = fragment ? this.#conditioned(fragment) : NOTHING;
    this.#known.set(name, children);
    return children;
  }

  #conditioned(fragment: FragmentDefinitionNode | InlineFragmentNode, parent?: GraphQLCompositeType): Children {
    const type = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
    return isCompositeType(type) ? this.read(fragment.selectionSet, type) : NOTHING;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = fieldOf(this.schema, parent, node.name.value);
    if (!field) return 0;
    const type = getNamedType(field.type);
    const isWrapper = isConnection(parent) && node.name.value === 'edges';
    const own = declaredCost(field) ?? (isCompositeType(type) && !isWrapper ? 1 : 0);
    if (!node.selectionSet || !isCompositeType(type)) return own;
    const { items, other } = this.read(node.selectionSet, type);
    if (isConnection(type)) return own + other + this.#pageSize(node) * items;
    // The size of a page's edges and nodes stands on the connection itself.
    const isUnpagedList = isListType(getNullableType(field.type)) && !isConnection(parent);
    return (isUnpagedList ? this.#listSize(node) : 1) * (own + other);
  }

  #pageSize(node: FieldNode): number {
    const size = this.#argument(node, 'first') ?? this.#argument(node, 'last');
    return typeof size === 'number' && size > 0 ? size : DEFAULT_PAGE_SIZE;
  }

  #listSize(node: FieldNode): number {
    const ids = this.#argument(node, 'ids');
    return Array.isArray(ids) ? ids.length : UNPAGED_LIST_SIZE;
  }

  #argument(node: FieldNode, name: string): unknown {
    const given = node.arguments?.find((candidate) => candidate.name.value === name);
    if (!given) return undefined;
    if (given.value.kind === Kind.INT) return Number(given.value.value);
    this.constant = false;
    return valueFromASTUntyped(given.value, this.values);
  }
}

function withDefaults(operation: OperationDefinitionNode, variables: Values): Values {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function declaredCost(field: GraphQLField<unknown, unknown>): number | undefined {
  const complexity = field.extensions.complexity;
  return typeof complexity === 'number' ? complexity : undefined;
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}
