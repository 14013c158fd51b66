import { GraphQLError, getOperationAST, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import { newRequest, runInRequest, type RequestContext } from '../../platform/request-context/index.js';
import { clientErrors } from '../errors/format-error.js';
import type { Credentials, MakeContext } from '../execution/request-handler.js';
import { createOperationSource } from '../execution/operation-source.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { LIMITS } from '../limits/limits.js';
import { subscribeInBatches } from './subscribe.js';
import { Turns } from './turns.js';

/** Longest id that a client may give an operation, in characters. */
const MAX_OPERATION_ID = 128;

/** What is known of a connection from its beginning. */
export interface Connection {
  readonly id: string;
  /** Of the request that became the connection: who sent it, and from where. */
  readonly request: Omit<Credentials, 'id'>;
  /** Closes the connection for what authenticating ended in. */
  refuse(error: unknown): void;
}

type InitPayload = Record<string, unknown> | undefined;

/** What of a subscription is the same for all clients: who may, which limits hold, how events are answered. */
export function socketOperations(
  schema: GraphQLSchema,
  makeContext: MakeContext,
  batchesAtOnce: number,
): ServerOptions<InitPayload, Connection> {
  const operations = createOperationSource(schema);
  const turns = new Turns(batchesAtOnce);
  const credentials = new WeakMap<Connection, Credentials>();
  /** What each subscription reads in, by the context that it was made with. */
  const requests = new WeakMap<object, RequestContext>();

  return {
    async onConnect({ extra, connectionParams }) {
      const { id, request } = extra;
      const authorization = authorizationIn(connectionParams) ?? request.headers.authorization;
      const given = { ...request, id, headers: { ...request.headers, authorization } };
      credentials.set(extra, given);
      try {
        await makeContext(given);
        return true;
      } catch (error) {
        extra.refuse(error);
        return false;
      }
    },
    async onSubscribe({ extra, subscriptions }, operationId, payload) {
      const open = Object.keys(subscriptions).length;
      if (open > LIMITS.subscriptions) return [limitExceeded('subscriptions', open)];
      if (operationId.length > MAX_OPERATION_ID) return [badRequest('The id of the operation is too long.')];
      const { args, errors } = operations(payload);
      if (errors) return errors;
      const operation = getOperationAST(args.document, args.operationName);
      if (operation && operation.operation !== OperationTypeNode.SUBSCRIPTION) {
        return [badRequest('Only subscriptions are served over WebSocket; send queries and mutations over HTTP.')];
      }
      try {
        // Anew for each subscription: the key may have been revoked, the session ended since the connection was made.
        const request = newRequest(extra.id);
        const contextValue = await runInRequest(request, () =>
          makeContext(credentials.get(extra) ?? { id: extra.id, headers: {} }),
        );
        requests.set(contextValue, request);
        return { ...args, contextValue };
      } catch (error) {
        return [wrapped(error)];
      }
    },
    subscribe: (args) =>
      subscribeInBatches(args, turns, requests.get(args.contextValue as object) ?? newRequest('none')),
    onNext: ({ extra }, _id, _payload, _args, { data, errors }) => ({
      ...(data !== undefined && { data }),
      ...(errors && { errors: clientErrors(errors, extra.id) }),
    }),
    onError: ({ extra }, _id, _payload, errors) => clientErrors(errors, extra.id),
  };
}

/** The key that a client sends when it connects: browsers cannot give a WebSocket a header. */
function authorizationIn(params: Context['connectionParams']): string | undefined {
  const given = params?.Authorization ?? params?.authorization;
  if (given === undefined || given === null) return undefined;
  // Whatever is no text is no key, and refused as such.
  return typeof given === 'string' ? given : '';
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

function wrapped(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
