import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { INestApplicationContext } from '@nestjs/common';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { InputValidationPipe } from './errors/input-validation.pipe.js';
import { RethrowFilter } from './errors/rethrow.filter.js';
import { UserErrorInterceptor } from './errors/user-error.interceptor.js';
import type { ExecutorOptions } from './execution/execute-operation.js';
import { JitGraphqlDriver, type JitDriverConfig } from './execution/jit.driver.js';
import type { Credentials } from './execution/request-handler.js';
import { GraphiqlController } from './graphiql/graphiql.controller.js';
import { describeRoots } from './root-descriptions.js';
import type { SocketSettings } from './subscriptions/socket-settings.js';

/** What every resolver's context has. Features add to it: the viewer, the request's loaders. */
export interface GraphqlContext {
  readonly requestId: string;
}

/** Adds to a request's context. What it throws, UnauthorizedException for instance, becomes the response. */
export type ContextFactory = (request: Credentials) => Promise<object> | object;

/** Token of the `ContextFactory`, to be provided by a module given in `imports`. */
export const CONTEXT_FACTORY = Symbol('CONTEXT_FACTORY');

/** Settings of the GraphQL API. */
export interface GraphqlModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly execution?: ExecutorOptions;
  /** How WebSockets are kept, where that is not as `SOCKET_SETTINGS` says. */
  readonly sockets?: Partial<SocketSettings>;
  /** Proxies whose word counts on where a WebSocket comes from. */
  readonly trustedProxies?: readonly string[];
  /** Types that no field names, such as those behind an interface. */
  readonly orphanedTypes?: readonly Type[];
}

/** The GraphQL API: driver, limits, errors, input validation and GraphiQL, for whatever resolvers the app has. */
@Module({})
export class GraphqlModule {
  static forRoot(options: GraphqlModuleOptions = {}): DynamicModule {
    const imports = options.imports ?? [];
    return {
      module: GraphqlModule,
      controllers: [GraphiqlController],
      imports: [
        GraphQLModule.forRootAsync<JitDriverConfig>({
          driver: JitGraphqlDriver,
          imports,
          inject: [{ token: CONTEXT_FACTORY, optional: true }],
          useFactory: (contextOf?: ContextFactory) => ({
            path: '/graphql',
            autoSchemaFile: true,
            // Whether the schema is sound is told by the tests; asking it anew would slow down every start.
            buildSchemaOptions: { orphanedTypes: [...(options.orphanedTypes ?? [])], skipCheck: true },
            transformSchema: describeRoots,
            context: async (request: Credentials): Promise<GraphqlContext> => ({
              requestId: request.id,
              ...(await contextOf?.(request)),
            }),
            ...(options.execution && { execution: options.execution }),
            ...(options.sockets && { sockets: options.sockets }),
            ...(options.trustedProxies && { trustedProxies: options.trustedProxies }),
          }),
        }),
      ],
      providers: [
        { provide: APP_PIPE, useClass: InputValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: UserErrorInterceptor },
        { provide: APP_FILTER, useClass: RethrowFilter },
      ],
    };
  }
}

/** The schema of an initialised application as SDL, sorted, so that it changes only where the API does. */
export function printSchemaOf(app: INestApplicationContext): string {
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
