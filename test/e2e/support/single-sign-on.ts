import type { TestApp } from '../../support/start-app.js';
import type { SignInProvider } from '../../support/sign-in-provider.js';
import type { Browser, Reply } from './api-browser.js';

const START = '/session/oidc';
const RETURN = `${START}/callback`;

/** Where the service asks the provider to send browsers back to. */
export const returnAddress = ({ url }: Pick<TestApp, 'url'>): string => `${url}${RETURN}`;

/** Where a browser is sent when it begins to sign in. */
export async function begin(browser: Browser): Promise<string> {
  return (await browser.send('GET', START)).headers.get('location')!;
}

/**
 * What happens at the provider, from the page that a browser is sent to.
 * @returns the path with which the browser comes back to the service
 */
export async function pass(provider: SignInProvider, app: Pick<TestApp, 'url'>, from: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = from;
  for (let hops = 0; hops < 10; hops += 1) {
    if (address.startsWith(app.url)) return address.slice(app.url.length);
    const cookie = [...cookies].map((each) => each.join('=')).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const text of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider answers ${response.status}: ${await response.text()}`);
    address = new URL(location, provider.issuer).href;
  }
  throw new Error('The provider sends the browser round in circles.');
}

/** The browser comes back, sent by a page of the provider. */
export function comeBack(browser: Browser, path: string): Promise<Reply> {
  return browser.send('GET', path, undefined, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' });
}

/** Signs somebody in, from the first page to the last. */
export async function signInAs(
  who: string | null,
  browser: Browser,
  provider: SignInProvider,
  app: Pick<TestApp, 'url'>,
): Promise<Reply> {
  provider.who = who;
  return comeBack(browser, await pass(provider, app, await begin(browser)));
}

/** Where a browser ends up, and what it is given to keep. */
export function outcome({ status, headers, setCookies }: Reply): object {
  return { status, location: headers.get('location'), setCookies };
}

/** The outcome of signing in that did not succeed. */
export function failed(code: string): object {
  return { status: 303, location: `/?signInError=${code}`, setCookies: [] };
}
