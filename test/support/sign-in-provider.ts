import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, Grant } from 'oidc-provider';

/** What the provider says to whoever runs it for others is not for reports of tests. */
/* eslint-disable no-console -- it knows no other logger */
for (const level of ['info', 'warn'] as const) {
  const say = console[level].bind(console);
  console[level] = (...words: unknown[]): void => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}
/* eslint-enable no-console */
const { default: OidcProvider } = await import('oidc-provider');

/** What a provider says of somebody. */
export interface Person {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** A real provider of OpenID Connect on this machine, at which nobody has to type anything. */
export interface SignInProvider {
  readonly issuer: string;
  /** Who has an account there, by subject. */
  readonly people: Map<string, Person>;
  /** Who sits before it: a subject, or null for somebody who goes back. */
  who: string | null;
  /** Lets a service use it, which browsers return to at this address. */
  register(returnTo: string, secret?: string): void;
  /** Answers nothing any more, until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export const CLIENT = { GAINSAY_OIDC_CLIENT_ID: 'gainsay', GAINSAY_OIDC_CLIENT_SECRET: 'a secret: of % the & client' };

/** Opens a provider at a port of its own, which knows no service yet. */
export async function startProvider(): Promise<SignInProvider> {
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider: SignInProvider = {
    issuer,
    people: new Map(),
    who: null,
    register(returnTo, secret = CLIENT.GAINSAY_OIDC_CLIENT_SECRET) {
      answer = answering(provider, returnTo, secret);
    },
    async shut() {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    open: () => listen(port),
  };
  return provider;
}

function answering(provider: SignInProvider, returnTo: string, secret: string): RequestListener {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const oidc = new OidcProvider(provider.issuer, {
    clients: [
      {
        client_id: CLIENT.GAINSAY_OIDC_CLIENT_ID,
        client_secret: secret,
        redirect_uris: [returnTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'of this test' }] },
    cookies: { keys: ['a key of this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: () => '/door' },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...provider.people.get(sub) }),
    }),
    // Nobody is asked whether the service may know what it asks for.
    loadExistingGrant: async ({ oidc: { session, client } }: Context): Promise<Grant> => {
      const grant = new oidc.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const callback = oidc.callback();
  return (request, response) => {
    if (request.url !== '/door') {
      callback(request, response);
      return;
    }
    const { who } = provider;
    const result = who === null ? { error: 'access_denied' } : { login: { accountId: who } };
    void oidc.interactionFinished(request, response, result);
  };
}
