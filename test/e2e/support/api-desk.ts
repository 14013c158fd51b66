import type { TestApp } from '../../support/start-app.js';
import { change, read } from './api-client.js';
import { insertKey } from './api-database.js';

/** Somebody who asks with a key of their own. */
export interface Colleague {
  readonly name: string;
  /** The id of their User. */
  readonly id: string;
  readonly key: string;
}

/** Somebody with an account of this role. */
export async function colleague(app: TestApp, name: string, role: string): Promise<Colleague> {
  const key = await insertKey(app.database, { role, name });
  const { viewer } = await read(app, '{ viewer { actor { id } } }', {}, { key });
  return { name, id: viewer.actor.id, key };
}

/** The id of the account behind a User's. */
export async function disable(app: TestApp, { name }: Colleague): Promise<void> {
  const accounts = await read(app, 'query ($name: String!) { accounts(query: $name) { nodes { id } } }', { name });
  const id: string = accounts.accounts.nodes[0].id;
  await change(app, 'accountUpdate', { id, input: { disabled: true } });
}
