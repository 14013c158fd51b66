import type { FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Response } from 'graphql-http';
import { clientErrors, formatError } from '../errors/format-error.js';
import { responseMediaType } from './media-type.js';

/**
 * Writes a result as an HTTP response. A request error, which has no data, is 400 for clients that accept
 * application/graphql-response+json, and 200 for the others, as GraphQL over HTTP wants it.
 */
export function toResponse(request: FastifyRequest, result: ExecutionResult): Response {
  const mediaType = responseMediaType(request.headers.accept);
  const ok = 'data' in result || mediaType === 'application/json';
  const errors = result.errors && { errors: clientErrors(result.errors, request.id) };
  return write({ ...errors, ...('data' in result && { data: result.data }) }, ok ? 200 : 400, mediaType);
}

/** Status of a request that failed before its document was looked at, by the code of the error. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  OVERLOADED: 503,
};

/** Writes what was thrown outside of execution, by authentication for instance, as an HTTP response. */
export function toFailure(request: FastifyRequest, error: unknown, status?: number): Response {
  const formatted = formatError(error, request.id);
  const code = String(formatted.extensions?.code);
  return write(
    { errors: [formatted] },
    status ?? STATUS_BY_CODE[code] ?? 400,
    responseMediaType(request.headers.accept),
  );
}

function write(body: object, status: number, mediaType: string): Response {
  return [JSON.stringify(body), { status, statusText: '', headers: { 'content-type': `${mediaType}; charset=utf-8` } }];
}
