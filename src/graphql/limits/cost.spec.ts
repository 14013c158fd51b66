import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { costOf } from './cost.js';

const schema = buildSchema(`
  interface Named { name: String }
  union Any = Book | Author
  type Query {
    book: Book
    books(first: Int, last: Int): BookConnection!
    nodes(ids: [ID!]!): [Named]!
    all: [Any!]!
  }
  type Book implements Named { name: String author: Author! authors: [Author!] sequels(first: Int): BookConnection! dear: Int }
  type Author implements Named { name: String books(first: Int): BookConnection! }
  type BookConnection { edges: [BookEdge!]! nodes: [Book!]! pageInfo: PageInfo! totalCount: Int! }
  type BookEdge { cursor: String! node: Book! }
  type PageInfo { hasNextPage: Boolean! }
`);
const dear = schema.getType('Book');
if (!dear || !('getFields' in dear)) throw new Error('no type Book');
Object.assign(dear.getFields().dear ?? {}, { extensions: { complexity: 70 } });

function cost(query: string, variables: Record<string, unknown> = {}): { cost: number; visited: number } {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return costOf(schema, document, operation, variables);
}

describe('costOf', () => {
  test.each([
    ['scalars are free', '{ __typename }', {}, 0],
    ['an object', '{ book { name } }', {}, 1],
    ['objects in objects', '{ book { author { name } } }', {}, 2],
    ['a field that declares its cost', '{ book { dear } }', {}, 71],
    ['a page of the default size', '{ books { nodes { name } } }', {}, 1 + 20],
    ['a page of a given size', '{ books(first: 7) { nodes { name } } }', {}, 1 + 7],
    ['a page read from its end', '{ books(last: 7) { nodes { name } } }', {}, 1 + 7],
    ['edges cost what nodes do', '{ books(first: 7) { edges { cursor node { name } } } }', {}, 1 + 7],
    ['both of them twice that', '{ books(first: 7) { edges { node { name } } nodes { name } } }', {}, 1 + 14],
    ['what stands beside the items counts once', '{ books(first: 7) { totalCount pageInfo { hasNextPage } } }', {}, 2],
    [
      'pages in pages',
      '{ books(first: 3) { nodes { sequels(first: 5) { nodes { author { name } } } } } }',
      {},
      1 + 3 * (1 + 1 + 5 * 2),
    ],
    ['a size from a variable', 'query ($n: Int) { books(first: $n) { nodes { name } } }', { n: 4 }, 1 + 4],
    ['a size from its default', 'query ($n: Int = 6) { books(first: $n) { nodes { name } } }', {}, 1 + 6],
    ['a variable left out', 'query ($n: Int) { books(first: $n) { nodes { name } } }', {}, 1 + 20],
    ['a variable of a wrong type', 'query ($n: Int) { books(first: $n) { nodes { name } } }', { n: 'x' }, 1 + 20],
    ['a size that will be refused', '{ books(first: 1000000) { nodes { name } } }', {}, 1 + 1_000_000],
    ['a size below one', '{ books(first: -5) { nodes { name } } }', {}, 1 + 20],
    ['a list without pages', '{ book { authors { name } } }', {}, 1 + 3],
    ['a lookup of many', '{ nodes(ids: ["a", "b"]) { name } }', {}, 2],
    [
      'a lookup of as many as a variable has',
      'query ($i: [ID!]!) { nodes(ids: $i) { name } }',
      { i: Array(9).fill('a') },
      9,
    ],
    [
      'fragments count where they are used',
      '{ a: book { ...F } b: book { ...F } } fragment F on Book { author { name } }',
      {},
      4,
    ],
    [
      'members of a union are added up',
      '{ all { ... on Book { author { name } } ... on Author { name } } }',
      {},
      3 * 2,
    ],
    ['introspection', '{ __schema { queryType { name } } }', {}, 2],
  ])('%s', (_name, query, variables, expected) => {
    expect(cost(query, variables).cost).toBe(expected);
  });

  test('a document that expands exponentially is read once', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, i) =>
        `fragment F${i} on Book { a: author { books { nodes { ...F${i + 1} } } } b: sequels { nodes { ...F${i + 1} } } }`,
    );
    const bomb = cost(`{ book { ...F0 } } ${fragments.join(' ')} fragment F30 on Book { name }`);
    expect(bomb.cost).toBeGreaterThan(2 ** 100);
    expect(bomb.visited).toBe(2 + 30 * 7 + 1);
  });
});
