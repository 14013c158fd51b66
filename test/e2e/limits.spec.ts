import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getIntrospectionQuery } from 'graphql';
import { LIMITS } from '../../src/graphql/limits/limits.js';
import { post, startSampleApp } from './support/sample-app.js';

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  ({ app, url } = await startSampleApp());
});
afterAll(() => app.close());

const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const nested = (levels: number): string => `{ tree(id: 1) { ${'child { '.repeat(levels)}id${' }'.repeat(levels)} } }`;

/** Under 1 KB, and 2^16 fields once its fragments are laid out. */
const BOMB = `{ tree(id: 1) { ...A } } ${repeat(16, (i) => {
  const [name, next] = [String.fromCharCode(65 + i), String.fromCharCode(66 + i)];
  return `fragment ${name} on Tree { child { ...${next} } c: child { ...${next} } }`;
})} fragment Q on Tree { id }`;

/** Each fragment holds all of them: one known rule of validation runs out of stack on it. */
const CIRCLES = `{ tree(id: 1) { ...F0 ...F1 ...F2 ...F3 } } ${repeat(
  4,
  (i) => `fragment F${i} on Tree { child { ...F0 ...F1 ...F2 ...F3 } id }`,
)}`;

describe('limits', () => {
  test.each([
    ['deep nesting', nested(40), 'depth', 42],
    ['deep input values', `{ echo(texts: ${'['.repeat(30)}${']'.repeat(30)}) }`, 'depth', 30],
    ['one hundred aliases', `{ ${repeat(100, (i) => `a${i}: __typename`)} }`, 'aliases', 100],
    ['ten thousand aliases', `{ ${repeat(10_000, (i) => `a${i}: __typename`)} }`, 'tokens', LIMITS.tokens + 1],
    ['one field a thousand times', `{ ${repeat(1_000, () => '__typename')} }`, 'repeats', 1_000],
    ['one field in many fragments', `{ ${repeat(100, () => '... { echo }')} }`, 'repeats', 100],
    ['one directive a thousand times', `{ echo ${repeat(1_000, () => '@skip')} }`, 'directives', 1_000],
    ['a flood of tokens', `{ ${repeat(2_500, () => 'echo { a }')} }`, 'tokens', LIMITS.tokens + 1],
    [
      'lists in lists in lists',
      `{ trees(first: 100) { nodes { branches(first: 100) { nodes { branches(first: 100) { nodes { id } } } } } } }`,
      'cost',
      1_020_201,
    ],
    ['a field that is dear, twice', '{ a: tree(id: 1) { dear } b: tree(id: 1) { dear } }', 'cost', 80_002],
  ])('%s is refused', async (_name, query, limit, actual) => {
    const { status, body } = await post(url, query);
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    const refusal = body.errors?.find(({ extensions }) => extensions?.limit === limit);
    expect(refusal?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit,
      max: LIMITS[limit as keyof typeof LIMITS],
      actual,
    });
  });

  test('nesting that would run the parser out of stack is refused', async () => {
    const { status, body } = await post(url, nested(100_000));
    expect(status).toBe(400);
    expect(['depth', 'tokens']).toContain(body.errors?.[0]?.extensions?.limit);
  });

  test('a fragment bomb of under 1 KB is refused before it is validated', async () => {
    expect(BOMB.length).toBeLessThan(1_024);
    const { body } = await post(url, BOMB);
    expect(body.errors?.map(({ extensions }) => extensions?.limit)).toEqual(['depth', 'fields', 'aliases']);
  });

  test('fragments in circles are refused by the one rule that can take them', async () => {
    const { status, body } = await post(url, CIRCLES);
    expect(status).toBe(400);
    expect(body.errors?.length).toBeGreaterThan(0);
    expect(body.errors?.every(({ message }) => message.startsWith('Cannot spread fragment'))).toBe(true);
  });

  test('the sizes of pages count when they are in variables', async () => {
    const query =
      'query ($n: Int) { trees(first: $n) { nodes { branches(first: $n) { nodes { branches(first: $n) { nodes { id } } } } } } }';
    expect((await post(url, query, { n: 3 })).body.errors).toBeUndefined();
    expect((await post(url, query, { n: 100 })).body.errors?.[0]?.extensions).toMatchObject({ limit: 'cost' });
    expect((await post(url, query, { n: 3 })).body.errors).toBeUndefined();
  });

  test('clients that accept application/json get 200, as GraphQL over HTTP has it', async () => {
    const { status, body } = await post(url, nested(40), {}, { accept: 'application/json' });
    expect(status).toBe(200);
    expect(body.errors?.[0]?.extensions?.limit).toBe('depth');
  });

  test('a body that announces too much is refused unread', async () => {
    const { status, body } = await post(url, `{ echo(text: "${'x'.repeat(LIMITS.bodyBytes)}") }`);
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'bodyBytes',
      max: LIMITS.bodyBytes,
    });
    expect(body.errors?.[0]?.extensions?.actual).toBeGreaterThan(LIMITS.bodyBytes);
  });

  test('a body just below the limit is read', async () => {
    const text = 'x'.repeat(LIMITS.bodyBytes - 1_000);
    const { status, body } = await post(url, 'query ($text: String) { echo(text: $text) }', { text });
    expect(status).toBe(200);
    expect(String(body.data?.echo).length).toBeGreaterThan(text.length);
  });

  test('a batch is refused', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'batch', max: 1, actual: 2 } }],
    });
  });

  test('errors of validation are cut off', async () => {
    const { body } = await post(url, `{ ${repeat(300, (i) => `nothing${i}`)} }`);
    expect(body.errors?.length).toBeLessThanOrEqual(LIMITS.errors + 1);
  });

  test('errors of execution are cut off, and the rest counted', async () => {
    const { status, body } = await post(url, `{ ${repeat(60, (i) => `a${i}: forbidden`)} }`);
    expect(status).toBe(200);
    expect(body.errors).toHaveLength(LIMITS.errors + 1);
    expect(body.errors?.at(-1)?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'errors', actual: 60 });
  });
});

describe('what people ask for is within the limits', () => {
  test.each([
    [
      "GraphiQL's introspection",
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
    [
      'one hundred items with five and five below',
      '{ trees(first: 100) { nodes { a: branches(first: 5) { nodes { child { id } } } b: branches(first: 5) { nodes { siblings { id label } } } } } }',
    ],
    ['sixteen levels', nested(14)],
    ['fifty lookups under aliases', `{ ${repeat(50, (i) => `t${i}: tree(id: ${i}) { id label }`)} }`],
    ['one name in every member of a union', `{ pets { ${repeat(20, () => '... on Cat { name }')} } }`],
  ])('%s', async (_name, query) => {
    const { status, body } = await post(url, query);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
  });
});
