import { textScalar } from './text-scalar.js';

/** A date as exact or as vague as a source has it. */
export const EdtfScalar = textScalar({
  name: 'Edtf',
  description:
    'A date in Extended Date/Time Format, level 1: 2024-12-25, 2024-12, 2024-12-25~ (about), 2024-12-24/2024-12-26 (between).',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: (value) => {
    if (typeof value !== 'string' || value === '') throw new TypeError('Edtf needs a text.');
    return value;
  },
});
