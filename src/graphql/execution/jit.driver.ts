import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { LIMITS } from '../limits/limits.js';
import type { ExecutorOptions } from './execute-operation.js';
import { prepareSchema } from './prepare-schema.js';
import { createRequestHandler, type MakeContext } from './request-handler.js';
import { toFailure } from './response.js';
import { socketOperations } from '../subscriptions/socket-operations.js';
import { SocketServer } from '../subscriptions/socket-server.js';
import { trustIn } from '../subscriptions/upgrade-request.js';
import { SOCKET_SETTINGS, type SocketSettings } from '../subscriptions/socket-settings.js';

/** Options of the driver beside those of every Nest GraphQL driver. */
export interface JitDriverConfig extends GqlModuleOptions<JitGraphqlDriver> {
  readonly context?: MakeContext;
  readonly execution?: ExecutorOptions;
  readonly sockets?: Partial<SocketSettings>;
  /** Proxies whose word counts on where a WebSocket comes from. */
  readonly trustedProxies?: readonly string[];
}

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Serves a Nest GraphQL schema on Fastify: GraphQL over HTTP by graphql-http, queries compiled by
 * graphql-jit, subscriptions over WebSocket by graphql-ws.
 */
@Injectable()
export class JitGraphqlDriver extends AbstractGraphQLDriver<JitDriverConfig> {
  override async generateSchema(options: JitDriverConfig): Promise<GraphQLSchema> {
    const resolvers: Resolvers[] = [];
    const schema = await super.generateSchema({
      ...options,
      transformResolvers: (all) => {
        resolvers.push(...([all].flat() as Resolvers[]));
        return all;
      },
    });
    if (!schema) throw new Error('The GraphQL schema could not be generated.');
    prepareSchema(schema, (type, field) => resolvers.some((map) => map[type]?.[field] !== undefined));
    return schema;
  }

  async start(options: JitDriverConfig & { readonly schema: GraphQLSchema }): Promise<void> {
    const path = options.path ?? '/graphql';
    const makeContext = options.context ?? (() => ({}));
    const answer = createRequestHandler(options.schema, makeContext, options.execution ?? {});
    const fastify = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    const settings = { ...SOCKET_SETTINGS, ...options.sockets };
    const operations = socketOperations(options.schema, makeContext, settings.batchesAtOnce);
    const sockets = new SocketServer(fastify.server, path, operations, settings, trustIn(options.trustedProxies ?? []));
    // A scope of its own: Nest's JSON parser and error pages do not speak GraphQL over HTTP.
    await fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LIMITS.bodyBytes }, (_request, body, parsed) => {
        parsed(null, body);
      });
      scope.setErrorHandler<FastifyError>(async (error, request, reply) => {
        const [body, { status, headers }] = toFailure(request, readable(error, request), error.statusCode);
        await reply
          .status(status)
          .headers(headers ?? {})
          .send(body);
      });
      scope.addHook('preClose', () => sockets.stop());
      // The other methods too, for graphql-http to answer 405 rather than Nest 404.
      scope.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: path, handler: answer });
      done();
    });
  }

  async stop(): Promise<void> {
    // Fastify closes the route with the rest of the application.
  }
}

/** Fastify's refusals of a body, such as one that is too large, in the words of this API; faults as they are. */
function readable(error: FastifyError, request: FastifyRequest): Error {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const announced = Number(request.headers['content-length']);
    return limitExceeded('bodyBytes', announced > LIMITS.bodyBytes ? announced : LIMITS.bodyBytes + 1);
  }
  if ((error.statusCode ?? 500) >= 500) return error;
  return new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST' } });
}
