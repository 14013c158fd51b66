import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyBaseLogger } from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import type { Platform } from './platform/platform.module.js';
import { installRequestHooks, requestIdOf } from './platform/request-context/request-hooks.js';

/** The largest request body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Puts the service together on Fastify. It neither listens nor owns the database: the caller does both. */
export async function createApplication(platform: Platform, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: platform.config.trustedProxies.length > 0 && [...platform.config.trustedProxies],
    loggerInstance: logger,
    // The hooks below write the one line for each request, and the logger itself adds the request's id.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (parent: FastifyBaseLogger) => parent,
    genReqId: requestIdOf,
  });
  installRequestHooks(adapter.getInstance(), logger, platform.lifecycle);
  return NestFactory.create<NestFastifyApplication>(AppModule.with(platform), adapter, {
    logger: new NestLogger(logger),
    // A failure belongs to the caller, who reports it and frees the database; Nest would end the process.
    abortOnError: false,
  });
}
