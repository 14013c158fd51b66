import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { costOf, type OperationCost } from './cost.js';
import { limitExceeded } from './limit-exceeded.js';
import { LIMITS } from './limits.js';
import type { DocumentShape } from './shape.js';

/** Costs in which no variable has a part. Documents that come again are the same objects. */
const constantCosts = new WeakMap<OperationDefinitionNode, Pick<OperationCost, 'cost' | 'constant'>>();

const SHAPE_LIMITS = ['depth', 'fields', 'aliases', 'repeats', 'directives'] as const;

/** Refusals of a document for its shape, before it is validated; none where it keeps all limits. */
export function shapeRefusals(shape: DocumentShape): GraphQLError[] {
  return SHAPE_LIMITS.filter((limit) => shape[limit] > LIMITS[limit]).map((limit) =>
    limitExceeded(limit, shape[limit]),
  );
}

/** Refusal of a valid operation for what its answer may cost with these variables. */
export function costRefusals(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const known = constantCosts.get(operation);
  const { cost, constant } = known ?? costOf(schema, document, operation, variables);
  if (constant) constantCosts.set(operation, { cost, constant });
  return cost > LIMITS.cost ? [limitExceeded('cost', cost)] : [];
}
