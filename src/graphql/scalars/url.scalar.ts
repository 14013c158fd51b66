import { textScalar } from './text-scalar.js';

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** A web address. */
export const UrlScalar = textScalar({
  name: 'URL',
  description: 'An absolute http or https address.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (value) => {
    if (typeof value !== 'string' || !WEB_ADDRESS.test(value)) throw new TypeError('URL needs a web address.');
    return value;
  },
});
