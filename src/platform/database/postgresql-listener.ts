import pg from 'pg';
import type { Listener, StopListening } from './driver.js';

const CONNECT_TIMEOUT = 5_000;
/** How often a connection on which nothing is heard is asked whether it still stands, and how long it may take to say so. */
const HEARTBEAT = { every: 15_000, within: 10_000 };

/** Listens on a connection of its own: those of the pool are lent for one statement or transaction at a time. */
export async function listenOnServer(url: string, channel: string, listener: Listener): Promise<StopListening> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'gainsay events',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: HEARTBEAT.within,
  });
  let state: 'starting' | 'listening' | 'over' = 'starting';
  const lose = (error: Error): void => {
    const wasListening = state === 'listening';
    state = 'over';
    clearInterval(heartbeat);
    client.end().catch(() => undefined);
    if (wasListening) listener.lost(error);
  };
  // A server that vanished with the network ends no connection: only asking tells.
  const heartbeat = setInterval(() => void client.query('SELECT 1').catch(lose), HEARTBEAT.every).unref();
  client.on('error', lose);
  client.on('end', () => lose(new Error('The server has ended the connection.')));
  client.on('notification', ({ payload }) => listener.heard(payload ?? ''));
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    lose(error as Error);
    throw error;
  }
  state = 'listening';
  return async () => {
    state = 'over';
    clearInterval(heartbeat);
    await client.end();
  };
}
