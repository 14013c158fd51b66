/**
 * Asks the process that jest's global setup started (database-keeper.ts) for something that the whole run shares.
 * @returns as JSON: of `server` a `PreparedServer`, of `snapshot`, `empty` and `service` the path of a file, of `directory` that of a folder
 */
export async function askKeeper(what: 'server' | 'snapshot' | 'empty' | 'directory' | 'service'): Promise<unknown> {
  const keeper = process.env.GAINSAY_TEST_KEEPER;
  if (!keeper) throw new Error('No test databases: run this through jest, in the project "integration" or "e2e".');
  const response = await fetch(`${keeper}/${what}`);
  if (!response.ok) throw new Error(`The ${what} for the tests could not be made: ${await response.text()}`);
  return response.json();
}
