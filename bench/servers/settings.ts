import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a peer is started with: the variables that Gainsay reads too. */
export interface PeerSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
}

export function settings(): PeerSettings {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = process.env;
  if (!DATABASE_URL || !DATABASE_POOL_SIZE) throw new Error('Set DATABASE_URL and DATABASE_POOL_SIZE.');
  return { databaseUrl: DATABASE_URL, poolSize: Number(DATABASE_POOL_SIZE) };
}

/** Listens on a free port of the loopback and writes its address to standard output. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`http://127.0.0.1:${port}`);
  });
}
