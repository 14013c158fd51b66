import { Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import { cache } from './cache';

/** Told when the service does not know the session any more. */
export type SessionEnded = () => void;

let endSession: SessionEnded = () => undefined;

/** Says who is told when the session is over; the last one counts. */
export function onSessionEnded(listener: SessionEnded): void {
  endSession = listener;
}

/** The one client of the GraphQL API. It is made anew for each person who signs in, so that nobody sees another's data. */
export function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    requestPolicy: 'cache-and-network',
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) endSession();
        },
      }),
      cache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => {
            let isOver = false;
            let end = (): void => undefined;
            void socket().then((client) => {
              if (isOver) return;
              end = client.subscribe(
                { query, ...(variables !== undefined && { variables: variables as Record<string, unknown> }) },
                sink as Parameters<SocketClient['subscribe']>[1],
              );
            });
            return {
              unsubscribe: () => {
                isOver = true;
                end();
              },
            };
          },
        }),
      }),
    ],
  });
}

let opened: Promise<SocketClient> | null = null;

/** The WebSocket that subscriptions share, loaded and opened when the first of them begins. */
function socket(): Promise<SocketClient> {
  opened ??= import('graphql-ws').then((library) =>
    library.createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      // Begins again at once after sleep or a restart of the service, then ever more slowly.
      retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** retries, 30_000))),
    }),
  );
  return opened;
}

/** Whether the service did not know who asked. */
export function isUnauthenticated(error: CombinedError): boolean {
  const response = error.response as Partial<Response> | undefined;
  return (
    response?.status === 401 || error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')
  );
}
