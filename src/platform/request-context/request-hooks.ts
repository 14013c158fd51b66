import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Lifecycle } from '../lifecycle/lifecycle.js';
import { pathOf } from '../logging/logger.js';
import { newRequest, runInRequest, type RequestContext } from './request-context.js';

/** Request ids from outside are kept where they can do no harm in a log or a header. */
const SANE_REQUEST_ID = /^[\w.:/+=@-]{1,128}$/;
const HEALTH_PATHS = '/health/';

/** The id that the caller gave in `x-request-id`, or a new one where it gave none or an odd one. */
export function requestIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * Gives each request its context, answers with its id (`x-request-id`) and the number of SQL statements that it took
 * (`Server-Timing: sql;desc="7"`), and writes one line when it is done. Health probes are written at debug level.
 */
export function installRequestHooks(server: FastifyInstance, logger: Logger, lifecycle: Lifecycle): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();

  server.addHook('onRequest', (request, reply, done) => {
    const context = newRequest(request.id);
    contexts.set(request, context);
    reply.header('x-request-id', request.id);
    runInRequest(context, done);
  });

  // The body arrives on events of the socket, which belong to no request: step into the context again after it.
  server.addHook('preValidation', (request, _reply, done) => {
    const context = contexts.get(request);
    if (context) runInRequest(context, done);
    else done();
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    reply.header('server-timing', `sql;desc="${contexts.get(request)?.sqlStatements ?? 0}"`);
    // A connection kept open for more requests would keep the service from ending.
    if (lifecycle.phase === 'stopping') reply.header('connection', 'close');
    done(null, payload);
  });

  server.addHook('onResponse', (request, reply, done) => {
    const path = pathOf(request.url);
    logger[path.startsWith(HEALTH_PATHS) ? 'debug' : 'info'](
      {
        requestId: request.id,
        method: request.method,
        path,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        sqlStatements: contexts.get(request)?.sqlStatements ?? 0,
      },
      'request completed',
    );
    done();
  });
}
