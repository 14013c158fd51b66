import { setNonce } from 'get-nonce';

/** The nonce that the service gave this page: style elements that carry it are let in, and no others. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// What holds the page still behind a dialogue makes a style element of its own and asks there.
setNonce(nonce);

export function styleNonce(): string {
  return nonce;
}
