import { isCalendarDate } from './rfc3339.js';
import { textScalar } from './text-scalar.js';

/** A day of the calendar, without a time and in no time zone. Services keep it as the text that clients see. */
export const DateScalar = textScalar({
  name: 'Date',
  description: 'A day of the calendar as RFC 3339 full-date: "2024-12-25". It has no time and is in no time zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => {
    if (typeof value !== 'string' || !isCalendarDate(value)) throw new TypeError('Date needs a day as text.');
    return value;
  },
});
