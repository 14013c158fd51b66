import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  Kind,
  type ArgumentNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { fieldOf } from './field-of.js';

/** Values of variables after coercion. */
export type Variables = Readonly<Record<string, unknown>>;

/** Name of the scalar that compiled documents give to every variable: its values are coerced already. */
export const COERCED = 'CoercedBefore';

/** A field's arguments, which the compiled document reads from variables of its own. */
interface LiftedArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Variable by argument name. */
  readonly variables: ReadonlyMap<string, string>;
}

/** A document rewritten for the compiler, and the way back. */
export interface CompiledDocument {
  readonly document: DocumentNode;
  readonly lifted: readonly LiftedArguments[];
  /** The client's node for each rewritten field, for resolvers that look ahead. */
  readonly originals: ReadonlyMap<FieldNode, FieldNode>;
}

/** Thrown where a document has something that the compiler is known to get wrong. */
class NotCompilable extends Error {}

/**
 * Rewrites an operation so that nothing is left in it that graphql-jit treats otherwise than graphql-js:
 *
 * - @skip and @include are decided beforehand. The compiler attaches conditions to nodes that fragments share, and
 *   mixes them up. One operation is therefore compiled once for each outcome of its conditions.
 * - Every argument becomes a variable, whose value graphql-js computes for each request. So literals with variables
 *   inside, defaults, @oneOf and custom scalars mean the same; and no text of a client gets into generated code, in
 *   which graphql-jit would evaluate a string that starts with its marker for dates.
 * - Variables lose their types: they are coerced already, and a second coercion would fail for enums and some scalars.
 *   The variables made here are called $0, $1 …, which no client can call theirs.
 *
 * @param document valid for the schema.
 * @param variables coerced; used for the conditions only.
 * @throws NotCompilable
 */
export function toCompiledDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): CompiledDocument {
  const lifted: LiftedArguments[] = [];
  const originals = new Map<FieldNode, FieldNode>();
  let count = 0;

  const rewriteField = (node: FieldNode, parent: GraphQLCompositeType): FieldNode => {
    const field = fieldOf(schema, parent, node.name.value);
    if (!field) throw new NotCompilable(`no field ${parent.name}.${node.name.value}`);
    const type = getNamedType(field.type);
    const rewritten: FieldNode = {
      ...node,
      directives: [],
      arguments: liftArguments(node, field, parent),
      ...(node.selectionSet && isCompositeType(type) && { selectionSet: rewriteSelections(node.selectionSet, type) }),
    };
    originals.set(rewritten, node);
    return rewritten;
  };

  const liftArguments = (
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
  ): ArgumentNode[] => {
    const given = node.arguments ?? [];
    if (given.length === 0) return [];
    // The defaults that count are those of the object type, which is not known here.
    if (isAbstractType(parent)) throw new NotCompilable('arguments on an abstract type');
    const names = new Map<string, string>();
    const lift = (argument: ArgumentNode): ArgumentNode => {
      const name = `$${count++}`;
      names.set(argument.name.value, name);
      return { ...argument, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
    };
    const rewritten = given.map(lift);
    lifted.push({ field, node, variables: names });
    return rewritten;
  };

  const rewriteSelections = (set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode => ({
    ...set,
    selections: set.selections
      .filter((selection) => isIncluded(selection, variables))
      .map((selection): SelectionNode => {
        switch (selection.kind) {
          case Kind.FIELD:
            return rewriteField(selection, parent);
          case Kind.FRAGMENT_SPREAD:
            return { ...selection, directives: [] };
          case Kind.INLINE_FRAGMENT: {
            const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
            const selectionSet = rewriteSelections(selection.selectionSet, type as GraphQLCompositeType);
            return { ...selection, directives: [], selectionSet };
          }
        }
      }),
  });

  const rewriteFragment = (fragment: FragmentDefinitionNode): FragmentDefinitionNode => {
    const type = schema.getType(fragment.typeCondition.name.value) as GraphQLCompositeType;
    return { ...fragment, directives: [], selectionSet: rewriteSelections(fragment.selectionSet, type) };
  };

  const root = schema.getRootType(operation.operation);
  if (!root) throw new NotCompilable('no root type');
  const selectionSet = rewriteSelections(operation.selectionSet, root);
  const fragments = document.definitions.filter(isFragment).map(rewriteFragment);
  const names = [
    ...(operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    ...Array.from({ length: count }, (_, index) => `$${index}`),
  ];
  const { name: _name, ...unnamed } = operation;
  const definitions: DefinitionNode[] = [
    { ...unnamed, directives: [], variableDefinitions: names.map(untypedVariable), selectionSet },
    ...fragments,
  ];
  return { document: { kind: Kind.DOCUMENT, definitions }, lifted, originals };
}

/**
 * The variables that a compiled document runs with: the client's and those of the lifted arguments.
 *
 * @throws GraphQLError where an argument cannot be had from the variables, as plain execution would report it.
 */
export function variablesOf(compiled: CompiledDocument, variables: Variables): Variables {
  const all: Record<string, unknown> = { ...variables };
  for (const { field, node, variables: names } of compiled.lifted) {
    const values = getArgumentValues(field, node, variables);
    for (const [argument, name] of names) {
      if (argument in values) all[name] = values[argument];
    }
  }
  return all;
}

function isIncluded({ directives }: SelectionNode, variables: Variables): boolean {
  if (!directives?.length) return true;
  const node = { directives };
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function untypedVariable(name: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED } },
  };
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
