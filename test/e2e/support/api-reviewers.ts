import type { TestApp } from '../../support/start-app.js';
import { attempt, change, type Endpoint, type Json, type MutationName } from './api-client.js';
import { insertKey } from './api-database.js';
import type { World } from './api-world.js';

/** What is read of a claim in review. */
export const REVIEWED = 'claim { id version status }';

/** Somebody with an account, who asks with a key of theirs. */
export interface Person extends Endpoint {
  readonly name: string;
  readonly key: string;
}

/** Makes an account and gives it a key. */
export async function person(app: TestApp, role: string, name: string): Promise<Person> {
  const key = await insertKey(app.database, { role, name });
  return personWith(app, name, key);
}

/** The same as somebody who has this key. */
export function personWith(app: TestApp, name: string, key: string): Person {
  return { name, key, graphql: (query, variables = {}) => app.graphql(query, variables, { key }) };
}

/** Another key of somebody's account. */
export async function otherKeyOf(app: TestApp, owner: Person): Promise<Person> {
  const input = { name: 'Second', role: 'EDITOR' };
  const { newApiKey } = await change(owner, 'apiKeyCreate', { input }, 'newApiKey { secret apiKey { id } }');
  return personWith(app, owner.name, newApiKey.secret);
}

/** Acts on a claim from the version that it is at. @returns the payload, refused or not */
export async function tryOn(
  world: World,
  by: Endpoint,
  name: MutationName,
  claim: string,
  rest: object = {},
): Promise<Json> {
  return attempt(by, name, { ...(await world.at(claim)), ...rest }, REVIEWED);
}

/** As {@link tryOn}, for what has to succeed. @returns the claim */
export async function actOn(
  world: World,
  by: Endpoint,
  name: MutationName,
  claim: string,
  rest: object = {},
): Promise<Json> {
  return (await change(by, name, { ...(await world.at(claim)), ...rest }, REVIEWED)).claim;
}
