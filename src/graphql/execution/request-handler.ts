import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createHandler, parseRequestParams, type RequestParams, type Response } from 'graphql-http';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { createExecutor, type ExecutorOptions } from './execute-operation.js';
import { createOperationSource } from './operation-source.js';
import { toFailure, toResponse } from './response.js';

/** What the context of an operation is made from: a request's id, and what tells who sent it and from where. */
export interface Credentials {
  readonly id: string;
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly origin?: string | undefined;
    readonly 'sec-fetch-site'?: string | undefined;
  };
  readonly method?: string;
  /** The host, with its port, that the client asked for. */
  readonly host?: string;
  readonly protocol?: string;
}

/** Makes the value that resolvers get as context. What it throws becomes the response. */
export type MakeContext = (request: Credentials) => Promise<object> | object;

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
  const operations = createOperationSource(schema);

  const prepare = async (request: FastifyRequest, params: RequestParams): Promise<ExecutionArgs | Response> => {
    const { args, errors } = operations(params);
    return errors ? toResponse(request, { errors }) : { ...args, contextValue: await makeContext(request) };
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
