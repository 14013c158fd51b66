import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createHandler, parseRequestParams, type RequestParams, type Response } from 'graphql-http';
import { costRefusals } from '../limits/check-limits.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { createDocumentSource } from './document-source.js';
import { createExecutor, type ExecutorOptions } from './execute-operation.js';
import { toFailure, toResponse } from './response.js';

/** Makes the value that resolvers get as context. What it throws becomes the response. */
export type MakeContext = (request: FastifyRequest) => Promise<object> | object;

/**
 * Makes the Fastify handler of GraphQL over HTTP requests for a schema. Bodies come to it as text.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function createRequestHandler(
  schema: GraphQLSchema,
  makeContext: MakeContext,
  options: ExecutorOptions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const documents = createDocumentSource(schema);

  const prepare = async (request: FastifyRequest, params: RequestParams): Promise<ExecutionArgs | Response> => {
    const { document, errors } = documents(params.query);
    if (errors) return toResponse(request, { errors });
    const variableValues = params.variables ?? {};
    const operation = getOperationAST(document, params.operationName);
    const refusals = operation ? costRefusals(schema, document, operation, variableValues) : [];
    if (refusals.length > 0) return toResponse(request, { errors: refusals });
    const contextValue = await makeContext(request);
    return { schema, document, operationName: params.operationName ?? null, variableValues, contextValue };
  };

  const handle = createHandler<FastifyRequest>({
    parseRequestParams: (request) => {
      const batch = batchSize(request.raw.body);
      return batch === undefined ? parseRequestParams(request) : toFailure(request.raw, limitExceeded('batch', batch));
    },
    onSubscribe: (request, params) => prepare(request.raw, params) as Promise<Response>,
    execute: createExecutor(schema, options),
    onOperation: ({ raw }, _args, result: ExecutionResult) => toResponse(raw, result),
    formatError: toBadRequest,
  });

  return async function answer(request, reply) {
    const [body, { status, headers }] = await handle({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body as string,
      raw: request,
      context: undefined,
    }).catch((error: unknown) => toFailure(request, error));
    await reply
      .status(status)
      .headers(headers ?? {})
      .send(body ?? undefined);
  };
}

/** How many requests a body holds where it is a batch; undefined where it is not one, or no JSON. */
function batchSize(body: unknown): number | undefined {
  if (typeof body !== 'string' || !body.trimStart().startsWith('[')) return undefined;
  try {
    return (JSON.parse(body) as unknown[]).length;
  } catch {
    return undefined;
  }
}

/** graphql-http asks this of malformed requests only: their messages are its own and safe to show. */
function toBadRequest(error: Readonly<GraphQLError | Error>): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST' } });
}
