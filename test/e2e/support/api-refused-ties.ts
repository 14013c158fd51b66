import { identity, order, spoilt, type Input } from './api-inputs.js';
import type { Refusal } from './api-refusals.js';
import { unknown } from './api-spoilt-claim.js';

type Row = [what: string, more: Input, code: string, field: string, says: RegExp];

const IDENTITIES: Row[] = [
  ['a key that is taken', () => ({ key: 'fates' }), 'ALREADY_EXISTS', 'key', /Another identity has this key/],
  [
    'a whole that is not there',
    () => ({ whole: 'wounded' }),
    'NOT_FOUND',
    'whole',
    /no property with the key "wounded"/,
  ],
  ['a part that is not there', () => ({ parts: ['score', 'dead'] }), 'NOT_FOUND', 'parts.1', /no property .* "dead"/],
  ['one part', () => ({ parts: ['inHospital'] }), 'REQUIRED', 'parts', /at least 2/],
  ['too many parts', () => ({ parts: Array(13).fill('inHospital') }), 'TOO_LONG', 'parts', /12/],
  ['a part twice', () => ({ parts: ['inHospital', 'inHospital'] }), 'INVALID_INPUT', 'parts.1', /is named twice/],
  [
    'a date as part',
    () => ({ parts: ['inHospital', 'occurredOn'] }),
    'WRONG_DATATYPE',
    'parts.1',
    /cannot be added up/,
  ],
  ['causes as whole', () => ({ whole: 'factors' }), 'WRONG_DATATYPE', 'whole', /"factors" cannot be added up/],
  [
    'metres among persons',
    () => ({ parts: ['altitude', 'inHospital'] }),
    'INCOMPATIBLE_UNIT',
    'parts.0',
    /something else/,
  ],
  [
    'itself as part',
    () => ({ parts: ['survivors', 'inHospital'] }),
    'INCONSISTENT_VOCABULARY',
    'parts.0',
    /part of itself/,
  ],
  [
    'its whole as part',
    () => ({ parts: ['inHospital', 'aboard'] }),
    'INCONSISTENT_VOCABULARY',
    'parts.1',
    /"survivors" is a part of "aboard"/,
  ],
  [
    'a sum that is there',
    () => ({ whole: 'aboard', parts: ['survivors', 'fatalities'] }),
    'ALREADY_EXISTS',
    'parts',
    /says the same/,
  ],
];

const ORDERS: Row[] = [
  ['a key that is taken', () => ({ key: 'flight' }), 'ALREADY_EXISTS', 'key', /Another order has this key/],
  ['an order that is there', () => ({ later: 'occurredOn' }), 'ALREADY_EXISTS', 'later', /Another order says the same/],
  ['a time that is not there', () => ({ earlier: 'boardedAt' }), 'NOT_FOUND', 'earlier', /no property .* "boardedAt"/],
  ['a figure before a time', () => ({ earlier: 'aboard' }), 'WRONG_DATATYPE', 'earlier', /"aboard" is no TIME/],
  ['a cause after a time', () => ({ later: 'cause' }), 'WRONG_DATATYPE', 'later', /"cause" is no TIME/],
  ['a time after itself', () => ({ later: 'departedAt' }), 'INVALID_INPUT', 'later', /cannot come after itself/],
];

const made = (mutation: Refusal['mutation'], base: Input, rows: readonly Row[]): Refusal[] =>
  rows.map(([what, more, code, field, says]) => ({
    what,
    mutation,
    given: spoilt(base, more),
    code,
    field: `input.${field}`,
    says,
  }));

const gone = (mutation: Refusal['mutation'], key: 'fates' | 'flight', type: string): Refusal[] => [
  {
    what: 'what is not there',
    mutation,
    given: ({ ties }) => ({ id: unknown(ties[key]), input: {} }),
    code: 'NOT_FOUND',
    field: 'id',
    says: new RegExp(`no ${type} with this id`),
  },
  {
    what: 'something else',
    mutation,
    given: ({ world }) => ({ id: world.story, input: {} }),
    code: 'WRONG_TYPE',
    field: 'id',
    says: new RegExp(`one of type ${type} is wanted`),
  },
];

/** Identities and orders that cannot be made, changed or removed. */
export const REFUSED_TIES: Refusal[] = [
  ...made('identityCreate', identity, IDENTITIES),
  ...made('propertyOrderCreate', order, ORDERS),
  ...gone('identityUpdate', 'fates', 'Identity'),
  {
    what: 'a version that it is not at',
    mutation: 'identityUpdate',
    given: ({ ties }) => ({ id: ties.fates, expectedVersion: 9, input: {} }),
    code: 'STALE_VERSION',
    field: 'expectedVersion',
    says: /identity has changed since version 9: it is at version 1/,
  },
  ...gone('identityDelete', 'fates', 'Identity'),
  ...gone('propertyOrderDelete', 'flight', 'PropertyOrder'),
  {
    what: 'parts that would make it a part of itself',
    mutation: 'identityUpdate',
    given: ({ ties }) => ({ id: ties.fates, input: { parts: ['aboard', 'survivors'] } }),
    code: 'INCONSISTENT_VOCABULARY',
    field: 'input.parts.0',
    says: /"aboard" cannot be a part of itself/,
  },
];
