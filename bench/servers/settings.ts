/** What a peer is started with: the variables that Gainsay reads too. */
export interface PeerSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly port: number;
}

export function settings(): PeerSettings {
  const { DATABASE_URL, DATABASE_POOL_SIZE, PORT } = process.env;
  if (!DATABASE_URL || !DATABASE_POOL_SIZE || !PORT) throw new Error('Set DATABASE_URL, DATABASE_POOL_SIZE and PORT.');
  return { databaseUrl: DATABASE_URL, poolSize: Number(DATABASE_POOL_SIZE), port: Number(PORT) };
}
