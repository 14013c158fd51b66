import { parse, serialize } from 'cookie';
import type { HttpRequest } from './same-origin.js';

/**
 * Which cookie: what a session is known by, a browser in which somebody has signed in before, or one in which somebody
 * is away at the provider of single sign-on.
 */
export type CookieKind = 'session' | 'device' | 'attempt';

/** How long a browser keeps the knowledge that somebody signed in there, in seconds: as long as browsers allow. */
const DEVICE_AGE = 400 * 24 * 60 * 60;

/** How long somebody may take at the provider of single sign-on, in seconds. */
export const ATTEMPT_AGE = 10 * 60;

const AGES: Readonly<Partial<Record<CookieKind, number>>> = { device: DEVICE_AGE, attempt: ATTEMPT_AGE };

/**
 * Cookies of a service that is reached by https bind themselves to its host by their name (`__Host-`, RFC 6265bis,
 * section 4.1.3.2); by http, as on one's own machine, browsers would refuse that name.
 */
function nameOf(kind: CookieKind, { protocol }: Pick<HttpRequest, 'protocol'>): string {
  return `${protocol === 'https' ? '__Host-' : ''}gainsay-${kind}`;
}

/** The value of a cookie; undefined where the request has none. */
export function cookieOf(kind: CookieKind, request: Pick<HttpRequest, 'headers' | 'protocol'>): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parse(cookie)[nameOf(kind, request)];
}

/**
 * The Set-Cookie header that gives a cookie, or takes it away. Scripts do not see it, and it is sent to pages of this
 * service only from pages of this service; that of an attempt also when the provider sends the browser back.
 * @param value null takes the cookie away
 */
export function setCookie(kind: CookieKind, value: string | null, request: Pick<HttpRequest, 'protocol'>): string {
  const age = value === null ? 0 : AGES[kind];
  return serialize(nameOf(kind, request), value ?? '', {
    httpOnly: true,
    sameSite: kind === 'attempt' ? 'lax' : 'strict',
    secure: request.protocol === 'https',
    path: '/',
    ...(age !== undefined && { maxAge: age }),
  });
}
