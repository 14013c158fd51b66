import type { Client } from '@urql/core';
import { createClient, isUnauthenticated, onSessionEnded } from '../graphql/client';
import { graphql, type ResultOf } from '../graphql/graphql';

const WHO_ASKS = graphql(`
  query WhoAsks {
    viewer {
      role
      account {
        id
        name
        email
        role
        hasPassword
      }
    }
    setUpRequired
    signInOptions {
      singleSignOn {
        name
        path
      }
    }
  }
`);

type WhoAsks = ResultOf<typeof WHO_ASKS>;

/** Who uses the panel, and how one could sign in. */
export interface Session {
  readonly client: Client;
  readonly role: WhoAsks['viewer']['role'];
  /** null where nobody is signed in. */
  readonly account: WhoAsks['viewer']['account'];
  readonly setUpRequired: boolean;
  readonly singleSignOn: WhoAsks['signInOptions']['singleSignOn'];
}

/** Why signing in did not succeed, in the service's words. */
export class SignInRefused extends Error {}

type Listener = () => void;

let current: Promise<Session> | null = null;
const whenEnded = new Set<Listener>();

/** Who uses the panel now; asked of the service once, and again after each sign-in or sign-out. */
export function currentSession(): Promise<Session> {
  current ??= begin().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** Calls back when the service ended the session; not when the person did. */
export function onEnd(listener: Listener): () => void {
  whenEnded.add(listener);
  return () => whenEnded.delete(listener);
}

async function begin(): Promise<Session> {
  const client = createClient();
  let result = await client.query(WHO_ASKS, {}, { requestPolicy: 'network-only' }).toPromise();
  if (result.error !== undefined && isUnauthenticated(result.error)) {
    // The cookie of a session that is over: without it one is nobody, and may sign in.
    await dropCookie();
    result = await client.query(WHO_ASKS, {}, { requestPolicy: 'network-only' }).toPromise();
  }
  if (result.data === undefined) throw result.error ?? new Error('The service gave no answer.');
  const { viewer, setUpRequired, signInOptions } = result.data;
  onSessionEnded(() => {
    if (viewer.account === null) return;
    current = null;
    for (const listener of whenEnded) listener();
  });
  return {
    client,
    role: viewer.role,
    account: viewer.account,
    setUpRequired,
    singleSignOn: signInOptions.singleSignOn,
  };
}

/** @throws SignInRefused with the reason in words */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new SignInRefused(await messageOf(response));
  current = null;
}

/** Ends the session and forgets all that was read in it. */
export async function signOut(): Promise<void> {
  await dropCookie();
  current = null;
}

async function dropCookie(): Promise<void> {
  await fetch('/session', { method: 'DELETE' });
}

async function messageOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { errors?: { message?: string }[] } | null;
  return body?.errors?.[0]?.message ?? response.statusText;
}
