import { expect, test } from '@jest/globals';
import { aboard, crew, fates, harm, roles } from '../arithmetic/arithmetic.spec-kit.js';
import { tiedProperties, tiesAmong } from './ties.js';

const flight = { id: 'flight', earlier: 'departure', later: 'crash' };
const aid = { id: 'aid', earlier: 'crash', later: 'rescue' };
const ties = { identities: [fates, roles, harm], orders: [flight, aid], properties: [aboard, crew] };

test.each([
  ['nothing', 'altitude', ['altitude']],
  ['an identity', 'crew', ['aboard', 'casualties', 'crew', 'fatalities', 'injured', 'passengers', 'survivors']],
  ['orders in a row', 'departure', ['crash', 'departure', 'rescue']],
  ['orders in a row, from the end', 'rescue', ['crash', 'departure', 'rescue']],
])('tied by %s', (_name, key, expected) => {
  expect(tiedProperties(key, ties)).toEqual(expected);
});

test('the ties among properties are those that tie them', () => {
  expect(tiesAmong(tiedProperties('crash', ties), ties)).toEqual({
    identities: [],
    orders: [flight, aid],
    properties: [],
  });
  expect(tiesAmong(tiedProperties('injured', ties), ties)).toEqual({
    identities: [fates, roles, harm],
    orders: [],
    properties: [aboard, crew],
  });
  expect(tiesAmong(tiedProperties('altitude', ties), ties)).toEqual({
    identities: [],
    orders: [],
    properties: [],
  });
});
