import { textScalar } from './text-scalar.js';

/** An instant. Services give a `Date`; clients see RFC 3339 in UTC with milliseconds. */
export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 date and time: "2024-12-25T06:28:00.000Z". Always in UTC when given out; read with any offset.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new TypeError('DateTime needs a valid Date.');
    return value.toISOString();
  },
});
