import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { decodeCursor, encodeCursor, type CursorValue } from './cursor.js';
import { pageRequest, type PageArgs, type PageRequest } from './page-request.js';
import { toConnection } from './to-connection.js';

const values = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

describe('cursors', () => {
  test('what was encoded is decoded', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(values, { minLength: 1, maxLength: 4 }), (ordering, row) => {
        expect(decodeCursor(encodeCursor(ordering, row), ordering)).toEqual(row);
      }),
    );
  });

  test('a cursor of another ordering is told from one that is none', () => {
    expect(decodeCursor(encodeCursor('title:asc', ['a']), 'title:desc')).toBe('OTHER_ORDERING');
  });

  test.each([
    ['nothing', ''],
    ['words', 'not a cursor'],
    ['base64 with padding', `${encodeCursor('id', ['ab'])}==`],
    ['no JSON', Buffer.from('["id"').toString('base64url')],
    ['no list', Buffer.from('{"id":1}').toString('base64url')],
    ['no ordering', Buffer.from('[1,2]').toString('base64url')],
    ['no values', Buffer.from('["id"]').toString('base64url')],
    ['an object as value', Buffer.from('["id",{"$gt":""}]').toString('base64url')],
    ['a text that is far too long', encodeCursor('id', ['x'.repeat(5_000)])],
  ])('%s is malformed', (_name, cursor) => {
    expect(decodeCursor(cursor, 'id')).toBe('MALFORMED');
  });

  test('nothing makes decoding throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeCursor(text, 'id');
        decodeCursor(Buffer.from(text).toString('base64url'), 'id');
      }),
    );
  });
});

/** Ordered by numbers. */
const ID_ORDER = { key: 'id', columns: [{ type: 'float8' }] } as const;

describe('pageRequest', () => {
  const cursor = encodeCursor('id', [5]);

  test.each<[string, PageArgs, Omit<PageRequest, 'ordering'>]>([
    ['nothing', {}, { limit: 20, direction: 'forward' }],
    ['nulls', { first: null, after: null, last: null, before: null }, { limit: 20, direction: 'forward' }],
    ['first', { first: 1 }, { limit: 1, direction: 'forward' }],
    ['the most', { first: 100 }, { limit: 100, direction: 'forward' }],
    ['first after', { first: 2, after: cursor }, { limit: 2, direction: 'forward', after: [5] }],
    ['last', { last: 3 }, { limit: 3, direction: 'backward' }],
    ['last before', { last: 3, before: cursor }, { limit: 3, direction: 'backward', before: [5] }],
    ['before alone', { before: cursor }, { limit: 20, direction: 'backward', before: [5] }],
    ['first before', { first: 3, before: cursor }, { limit: 3, direction: 'forward', before: [5] }],
    ['last after', { last: 3, after: cursor }, { limit: 3, direction: 'backward', after: [5] }],
    ['between', { after: cursor, before: cursor }, { limit: 20, direction: 'forward', after: [5], before: [5] }],
  ])('%s', (_name, args, expected) => {
    expect(pageRequest(args, ID_ORDER)).toEqual({ ordering: 'id', ...expected });
  });

  test.each<[string, PageArgs, string]>([
    ['first and last', { first: 1, last: 1 }, 'last'],
    ['first below 1', { first: 0 }, 'first'],
    ['first above 100', { first: 101 }, 'first'],
    ['last below 1', { last: -1 }, 'last'],
    ['last above 100', { last: 1_000 }, 'last'],
    ['a fraction', { first: 1.5 }, 'first'],
    ['a malformed cursor', { after: 'x' }, 'after'],
    ['a cursor with a value of another type', { after: encodeCursor('id', ['5']) }, 'after'],
    ['a cursor with no value of the order', { after: encodeCursor('id', [null]) }, 'after'],
    ['a cursor with a value too many', { after: encodeCursor('id', [5, 6]) }, 'after'],
    ['a cursor of another ordering', { before: encodeCursor('title', ['x']) }, 'before'],
  ])('refuses %s', (_name, args, field) => {
    const refuse = (): PageRequest => pageRequest(args, ID_ORDER);
    expect(refuse).toThrow(GraphQLError);
    expect(refuse).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: [field] } }));
  });
});

/** What a repository does for a request: rows in the order of reading, one more than asked for. */
function fetchPage(rows: readonly number[], request: PageRequest): number[] {
  const after = request.after?.[0] ?? -Infinity;
  const before = request.before?.[0] ?? Infinity;
  const between = rows.filter((row) => row > Number(after) && row < Number(before));
  const read = request.direction === 'forward' ? between : between.reverse();
  return read.slice(0, request.limit + 1);
}

const cursorOf = (row: number): CursorValue[] => [row];

function read(rows: readonly number[], args: PageArgs) {
  const request = pageRequest(args, ID_ORDER);
  return toConnection(fetchPage(rows, request), request, cursorOf, () => rows.length);
}

const lists = fc.uniqueArray(fc.integer(), { maxLength: 60 }).map((rows) => rows.sort((a, b) => a - b));
const sizes = fc.integer({ min: 1, max: 100 });

describe('toConnection', () => {
  test('reading forward in pages of any size meets every row once', () => {
    fc.assert(
      fc.property(lists, sizes, (rows, first) => {
        const seen: number[] = [];
        let page = read(rows, { first });
        seen.push(...page.nodes);
        while (page.pageInfo.hasNextPage) {
          page = read(rows, { first, after: page.pageInfo.endCursor });
          expect(page.pageInfo.hasPreviousPage).toBe(true);
          seen.push(...page.nodes);
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  test('reading backward mirrors it', () => {
    fc.assert(
      fc.property(lists, sizes, (rows, last) => {
        let page = read(rows, { last });
        let seen = [...page.nodes];
        while (page.pageInfo.hasPreviousPage) {
          page = read(rows, { last, before: page.pageInfo.startCursor });
          expect(page.pageInfo.hasNextPage).toBe(true);
          seen = [...page.nodes, ...seen];
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  test('a page that was read forward is found again from what follows it', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 10 }), (rows, first) => {
        const one = read(rows, { first });
        fc.pre(one.pageInfo.hasNextPage);
        const two = read(rows, { first: 1, after: one.pageInfo.endCursor });
        expect(read(rows, { last: first, before: two.pageInfo.startCursor }).nodes).toEqual(one.nodes);
      }),
    );
  });

  test('an empty list has no cursors and no neighbours', () => {
    const { edges, nodes, pageInfo, totalCount } = read([], { first: 5 });
    expect({ edges, nodes, pageInfo, totalCount }).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: expect.any(Function),
    });
  });

  test('a page that ends where reading stopped goes on from there, though it may be empty', () => {
    const request = pageRequest({ first: 2 }, ID_ORDER);
    const stopped = (rows: number[]) => toConnection(rows, request, cursorOf, () => 0, [9]).pageInfo;
    expect(stopped([])).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: encodeCursor(request.ordering, [9]),
    });
    expect(stopped([1]).endCursor).toBe(encodeCursor(request.ordering, [9]));
    expect(stopped([1, 2, 3]).endCursor).toBe(encodeCursor(request.ordering, [2]));
  });

  test('each edge has the cursor of its own row', () => {
    const { edges } = read([1, 2, 3, 4], { last: 3 });
    expect(edges.map(({ node, cursor }) => [node, decodeCursor(cursor, 'id')])).toEqual([
      [2, [2]],
      [3, [3]],
      [4, [4]],
    ]);
  });

  test('the rows that it was given stay as they are', () => {
    const rows = [3, 2, 1];
    toConnection(rows, pageRequest({ last: 2 }, ID_ORDER), cursorOf, () => 3);
    expect(rows).toEqual([3, 2, 1]);
  });
});
