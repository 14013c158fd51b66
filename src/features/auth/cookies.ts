import { parse, serialize } from 'cookie';
import type { HttpRequest } from './same-origin.js';

/** Which cookie: what a session is known by, or a browser in which somebody has signed in before. */
export type CookieKind = 'session' | 'device';

/** How long a browser keeps the knowledge that somebody signed in there, in seconds: as long as browsers allow. */
const DEVICE_AGE = 400 * 24 * 60 * 60;

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
 * service only from pages of this service.
 * @param value null takes the cookie away
 */
export function setCookie(kind: CookieKind, value: string | null, request: Pick<HttpRequest, 'protocol'>): string {
  const lasting = kind === 'device' ? { maxAge: DEVICE_AGE } : {};
  return serialize(nameOf(kind, request), value ?? '', {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/',
    ...(value === null ? { maxAge: 0 } : lasting),
  });
}
