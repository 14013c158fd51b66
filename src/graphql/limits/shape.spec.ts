import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { shapeOf } from './shape.js';

const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Each fragment spreads the next one twice, under two aliases: 2^levels fields from some forty characters a level. */
const doubling = (levels: number): string =>
  `{ ...F0 } ${repeat(levels, (i) => `fragment F${i} on T { a: t { ...F${i + 1} } b: t { ...F${i + 1} } }`)} fragment F${levels} on T { t }`;

describe('shapeOf', () => {
  test.each([
    ['one field', '{ a }', { depth: 1, fields: 1, aliases: 0, repeats: 1, directives: 0 }],
    ['nested fields', '{ a { b { c } d } }', { depth: 3, fields: 4 }],
    ['aliases', '{ x: a y: a { z: b } }', { aliases: 3, fields: 3 }],
    ['one name again and again', '{ a a a b }', { repeats: 3 }],
    ['aliases to one name', '{ x: a x: a }', { repeats: 2 }],
    ['repeats within inline fragments', '{ a ... { a ... on T { a } } }', { repeats: 3, fields: 3, depth: 1 }],
    ['repeats through spreads', '{ a ...F ...G } fragment F on T { a } fragment G on T { a b }', { repeats: 3 }],
    ['repeats further down', '{ a { b { c c } } }', { repeats: 2 }],
    [
      'fragments, each time they are used',
      '{ a { ...F } b { ...F } } fragment F on T { c { d } }',
      { depth: 3, fields: 6 },
    ],
    ['a fragment that nobody uses', '{ a } fragment F on T { b { c { d } } }', { depth: 3, fields: 3 }],
    ['several operations', 'query A { a { b } } query B { a }', { depth: 2, fields: 3 }],
    [
      'directives everywhere',
      'query ($v: I @d) @d { a @d @d ... @d { b } ...F @d } fragment F on T @d { c }',
      { directives: 7 },
    ],
    ['nested input values', '{ a(x: [[{ y: [1] }]]) }', { depth: 5 }],
    ['nested defaults', 'query ($v: I = { a: { b: [1] } }) { a }', { depth: 4 }],
  ])('%s', (_name, document, expected) => {
    expect(shapeOf(parse(document))).toMatchObject({ ...expected, cyclic: false });
  });

  test.each([
    ['itself', '{ ...A } fragment A on T { a { ...A } }'],
    [
      'itself through others',
      '{ ...A } fragment A on T { ...B } fragment B on T { a { ...C } } fragment C on T { ...A }',
    ],
    ['itself, unused', '{ a } fragment A on T { ...A }'],
  ])('a fragment that contains %s is found', (_name, document) => {
    expect(shapeOf(parse(document)).cyclic).toBe(true);
  });

  test('an unknown fragment adds nothing', () => {
    expect(shapeOf(parse('{ a ...Nowhere }'))).toMatchObject({ fields: 1, cyclic: false });
  });

  test('a document that expands exponentially is read once', () => {
    const { fields, depth, visited } = shapeOf(parse(doubling(60)));
    expect(fields).toBeGreaterThan(2 ** 60);
    expect(depth).toBe(61);
    expect(visited).toBe(2 + 60 * 5 + 2);
  });

  test.each([200, 400, 800])('the work grows with the length of the document: %i fragments', (count) => {
    const spreads = repeat(10, (i) => `...F${i}`);
    const document = parse(`{ ${spreads} } ${repeat(count, (i) => `fragment F${i} on T { a { ${spreads} } b }`)}`);
    expect(shapeOf(document).visited).toBe(1 + 10 + count * 13);
  });

  test.each([
    ['fields', `{ ${'a { '.repeat(900)} a ${'}'.repeat(900)} }`],
    ['inline fragments', `{ ${'... { '.repeat(900)} a ${'}'.repeat(900)} }`],
    ['input values', `{ a(x: ${'['.repeat(900)}${']'.repeat(900)}) }`],
    [
      'fragments in a chain',
      `{ ...F0 } ${repeat(900, (i) => `fragment F${i} on T { ...F${i + 1} }`)} fragment F900 on T { a }`,
    ],
  ])('reading stops where %s go too deep', (_name, document) => {
    const { depth, visited } = shapeOf(parse(document));
    expect(depth).toBe(200);
    expect(visited).toBeLessThanOrEqual(2 * 901);
  });
});
