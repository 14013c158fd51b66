/**
 * As much of a request as tells who sent it and from where: Fastify's requests are this, and so is what is kept of a
 * request that became a WebSocket.
 */
export interface HttpRequest {
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly origin?: string | undefined;
    readonly 'sec-fetch-site'?: string | undefined;
  };
  readonly method?: string;
  /** The host, with its port, that the client asked for. */
  readonly host?: string;
  readonly protocol?: string;
}

/** Where a request came from: a page of this service, another site's, or what does not say, which is no browser. */
export type RequestSource = 'OWN_PAGE' | 'ELSEWHERE' | 'UNKNOWN';

/**
 * Tells by the headers that browsers set and pages cannot (Fetch Metadata, and Origin for browsers without it) whether a
 * page of this service made a request. What a person typed or bookmarked counts as own where it only reads.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function sourceOf({ headers, method, host }: HttpRequest): RequestSource {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin' || (site === 'none' && method === 'GET') ? 'OWN_PAGE' : 'ELSEWHERE';
  }
  const { origin } = headers;
  if (origin === undefined) return 'UNKNOWN';
  return URL.canParse(origin) && new URL(origin).host === host ? 'OWN_PAGE' : 'ELSEWHERE';
}
