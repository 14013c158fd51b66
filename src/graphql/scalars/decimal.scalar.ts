import { textScalar } from './text-scalar.js';

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** An exact decimal, kept as text so that no digit is lost. */
export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'An exact decimal number as a string: "38", "27.5". Whole numbers can also be given as numbers.',
  serialize: (value) => {
    if (typeof value !== 'string' || !PLAIN_DECIMAL.test(value)) throw new TypeError('Decimal needs a plain decimal.');
    return value;
  },
  fromOther: (value) => (Number.isSafeInteger(value) ? String(value) : undefined),
});
