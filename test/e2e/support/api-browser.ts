import type { TestApp } from '../../support/start-app.js';
import { PASSWORD } from './api-accounts.js';
import type { Json } from './api-client.js';

/** What came back, with the cookies that a browser would keep. */
export interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly setCookies: readonly string[];
  readonly headers: Headers;
}

/** A browser: keeps cookies and says where its requests come from, as browsers do. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: Pick<TestApp, 'url'>,
    /** Headers of all its requests, where they are others than those of a page of the service. */
    private readonly headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {}

  async send(
    method: string,
    path: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.app.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...(cookie !== '' && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    const setCookies = response.headers.getSetCookie();
    for (const text of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text)!;
      if (/; Max-Age=0(;|$)/.test(text)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      setCookies,
      headers: response.headers,
    };
  }

  signIn(email: string, password = PASSWORD, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const json = { 'content-type': 'application/json', ...headers };
    return this.send('POST', '/session', JSON.stringify({ email, password }), json);
  }

  signOut(headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send('DELETE', '/session', undefined, headers);
  }

  async graphql(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const json = { 'content-type': 'application/json', ...headers };
    return this.send('POST', '/graphql', JSON.stringify({ query, variables }), json);
  }

  /** The role that it acts with, or the code of what it is refused for. */
  async role(headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const { body } = await this.graphql('{ viewer { role } }', {}, headers);
    return body.errors?.[0].extensions.code ?? body.data.viewer.role;
  }
}
