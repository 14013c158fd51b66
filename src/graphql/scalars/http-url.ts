/** Longest address that is stored, in characters; browsers and servers agree on about as many. */
export const MAX_URL_LENGTH = 2_048;

/**
 * Whether a text is an absolute http or https address without user name or password, as WHATWG URL reads it. Characters
 * that it would mend (white space, controls, halves of surrogate pairs) are refused, since the text is kept as it is.
 */
export function isHttpUrlText(text: string): boolean {
  if (text.length > MAX_URL_LENGTH || /[\s\p{Cc}\p{Cs}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && /^https?:\/\//i.test(text);
}
