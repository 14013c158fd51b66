import { Module, UnauthorizedException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { CONTEXT_FACTORY, GraphqlModule, type ContextFactory } from '../../../src/graphql/graphql.module.js';
import type { SocketSettings } from '../../../src/graphql/subscriptions/socket-settings.js';
import { TickerResolver } from './sample-ticker.js';
import { TreeResolver } from './sample-tree.js';
import { ZooResolver } from './sample-zoo.js';

const contextOf: ContextFactory = (request) => {
  const key = request.headers.authorization;
  if (key === 'Bearer wrong') throw new UnauthorizedException('The key is not known.');
  if (key === 'Bearer fault') throw new Error('secret detail of a fault');
  return { viewer: key ?? 'anonymous' };
};

@Module({ providers: [{ provide: CONTEXT_FACTORY, useValue: contextOf }], exports: [CONTEXT_FACTORY] })
class ContextModule {}

/**
 * Starts the sample schema on a free port of this machine, with everything that the product's API has around it.
 * @param sockets how WebSockets are kept; the schema has a subscription where it is given
 */
export async function startSampleApp(
  sockets?: Partial<SocketSettings>,
): Promise<{ readonly app: NestFastifyApplication; readonly url: string }> {
  const testing = await Test.createTestingModule({
    imports: [GraphqlModule.forRoot({ imports: [ContextModule], ...(sockets && { sockets }) })],
    providers: [TreeResolver, ZooResolver, ...(sockets ? [TickerResolver] : [])],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}

/** A response of GraphQL over HTTP as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions?: Record<string, unknown>;
    }[];
  };
}

/** Posts one operation and reads the answer. */
export async function post(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
