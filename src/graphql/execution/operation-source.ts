import { getOperationAST, type ExecutionArgs, type GraphQLError, type GraphQLSchema } from 'graphql';
import { costRefusals } from '../limits/check-limits.js';
import { createDocumentSource } from './document-source.js';

/** What a client asks for, by whichever transport. */
export interface OperationParams {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What may be executed, once it has a context, or why it may not. */
export type ReadOperation =
  | { readonly args: ExecutionArgs; readonly errors?: undefined }
  | { readonly args?: undefined; readonly errors: readonly GraphQLError[] };

/** Reads operations, holds them to the limits and validates them; the documents that pass are remembered. */
export function createOperationSource(schema: GraphQLSchema): (params: OperationParams) => ReadOperation {
  const documents = createDocumentSource(schema);
  return ({ query, operationName = null, variables }) => {
    const { document, errors } = documents(query);
    if (errors) return { errors };
    const variableValues = variables ?? {};
    const operation = getOperationAST(document, operationName);
    const refusals = operation ? costRefusals(schema, document, operation, variableValues) : [];
    return refusals.length > 0 ? { errors: refusals } : { args: { schema, document, operationName, variableValues } };
  };
}
