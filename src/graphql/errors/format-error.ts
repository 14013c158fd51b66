import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { LIMITS } from '../limits/limits.js';
import { UserErrors } from './user-errors.js';

/** Codes of errors that stand beside `data`, in `extensions.code`. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL_SERVER_ERROR'
  | 'LIMIT_EXCEEDED'
  | 'NOT_FOUND'
  | 'OVERLOADED'
  | 'UNAUTHENTICATED';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'LIMIT_EXCEEDED',
  422: 'BAD_USER_INPUT',
  503: 'OVERLOADED',
};

const logger = new Logger('GraphQL');

/**
 * Turns whatever a request ended in into what a client may see. Expected errors pass with a code; everything else is
 * logged with the request id and answered with that id alone.
 *
 * Expected are: refusals of the document or its variables (errors without a path), GraphQLErrors that carry a code or
 * point at an argument, Nest's HttpExceptions below 500 and 503, and UserErrors. A null in a non-null field or a value that
 * does not fit its type is a fault of the service, although the executor reports it as a GraphQLError.
 */
export function formatError(error: unknown, requestId: string): GraphQLFormattedError {
  const cause = causeOf(error);
  const place = error instanceof GraphQLError ? placeOf(error) : {};
  if (cause instanceof UserErrors) {
    const { problems } = cause;
    return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT', problems } };
  }
  if (cause instanceof HttpException && (cause.getStatus() < 500 || cause.getStatus() in CODE_BY_STATUS)) {
    return {
      message: cause.message,
      ...place,
      extensions: { code: CODE_BY_STATUS[cause.getStatus()] ?? 'BAD_REQUEST' },
    };
  }
  if (cause instanceof GraphQLError && isExpected(cause, error)) {
    return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT', ...cause.extensions } };
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  logger.error({ message: 'A request failed', requestId, path: place.path?.join('.'), error: stack });
  return { message: 'Internal server error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}

/** What a client may see of the errors of one result: of the first so many, and how many there were. */
export function clientErrors(errors: readonly unknown[], requestId: string): GraphQLFormattedError[] {
  const shown = errors.slice(0, LIMITS.errors).map((error) => formatError(error, requestId));
  return errors.length > shown.length ? [...shown, limitExceeded('errors', errors.length).toJSON()] : shown;
}

/** The error as it was thrown, below the executor's wrappings. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError != null) cause = cause.originalError;
  return cause;
}

function placeOf(error: GraphQLError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
}

function isExpected(cause: GraphQLError, error: unknown): boolean {
  if (cause.extensions.code !== undefined) return true;
  if (error instanceof GraphQLError && error.path === undefined) return true;
  const node = cause.nodes?.[0];
  return node !== undefined && node.kind !== Kind.FIELD;
}
