import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { hasDistinctResponseKeys } from './response-keys.js';

const schema = buildSchema('type Query { a: Query b: Query c_d: Int }');

describe('hasDistinctResponseKeys', () => {
  test.each([
    ['plain names', '{ a { b { a } } }', true],
    ['an underscore of its own', '{ c_d a { c_d } }', true],
    ['a name that could be a path', '{ b_a: a a { b } }', false],
    ['a name that ends like another', '{ x_b: a b }', false],
    ['a name that starts like another', '{ a_x: b a }', false],
    ['a name that could be a list index', '{ idx0_x: a }', false],
    ['a name that has a type in it', '{ x_Query: a }', false],
    ['introspection', '{ __schema { types { name } } __typename }', true],
    ['the prototype', '{ __proto__: a { b } }', false],
    ['such names in fragments', '{ ...F } fragment F on Query { b_a: a b }', false],
  ])('%s', (_name, document, expected) => {
    expect(hasDistinctResponseKeys(schema, parse(document))).toBe(expected);
  });
});
