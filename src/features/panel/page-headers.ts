/**
 * What goes with each page of the panel. Scripts, styles, images and data come from this service only; nothing is inline
 * but the style elements that carry the page's nonce.
 * @param nonce of this answer, never used twice
 * @see https://www.w3.org/TR/CSP3/
 */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    // The nonce is good for one answer.
    'cache-control': 'no-store',
    ...FILE_HEADERS,
  };
}

/** What goes with each file of the panel. */
export const FILE_HEADERS = {
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;
