/** How WebSockets are kept; times in milliseconds. */
export interface SocketSettings {
  /** Most connections of this process; more are refused before they become WebSockets. */
  readonly connections: number;
  /** Most bytes that may wait for a client to take them; one that is further behind is closed. */
  readonly waitingBytes: number;
  /** How often a client is asked whether it is there. One that has not answered by the next time is cut off. */
  readonly pingEvery: number;
  /** How long a client may take to say who it is. */
  readonly initWithin: number;
  /** How long a client may take to close when it is told to. */
  readonly closeWithin: number;
  /** Batches of events that are read and answered at a time, for all clients together. */
  readonly batchesAtOnce: number;
}

export const SOCKET_SETTINGS: SocketSettings = {
  connections: 1_000,
  waitingBytes: 1024 * 1024,
  pingEvery: 15_000,
  initWithin: 5_000,
  closeWithin: 1_000,
  // Less than half of the database's connections, so that requests find one.
  batchesAtOnce: 4,
};

/** Why the service closes a connection, beside the codes of the protocol. @see https://github.com/enisdenjo/graphql-ws */
export const CLOSE = {
  /** The service stops: connect again, it or another process will be there. */
  goingAway: 1001,
  /** The service cannot find out at present who the client is. */
  tryAgain: 1013,
  fault: 4500,
  unauthorized: 4401,
  forbidden: 4403,
  /** More waited for the client than may. */
  tooSlow: 4008,
} as const;
