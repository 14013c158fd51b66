import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.js';
import { currentRequest } from '../request-context/request-context.js';

/**
 * The service's one logger: JSON lines on standard output, each with the id of the request that it was written for.
 *
 * Of a request only method and path are ever written. The query string, headers and body hold keys and GraphQL
 * variables, which do not belong in logs; so do an error's own fields, where drivers put the values of a row.
 */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.requestId } : {};
    },
    serializers: { req: describeRequest, res: describeReply, err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A path without its query string, where a GET request carries its GraphQL variables. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function describeRequest(request: { method: string; url: string }): object {
  return { method: request.method, path: pathOf(request.url) };
}

function describeReply(reply: { statusCode: number }): object {
  return { status: reply.statusCode };
}

/** Type, message, code and stack of an error and of its causes; none of its other fields. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: name, message, ...code, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
