import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { post, startSampleApp } from './support/sample-app.js';

let app: NestFastifyApplication;
let url: string;
const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  ({ app, url } = await startSampleApp());
});
afterAll(() => app.close());

const rename = (labels: string, note = ''): string =>
  `mutation { treeRename(input: { labels: ${labels}${note} }) { tree { label } raised { id } userErrors { code message field } } }`;

describe('faults are masked and logged once', () => {
  test.each([
    ['a thrown error', '{ fault }', ['fault'], { fault: null }],
    ['a rejected required field', '{ requiredFault }', ['requiredFault'], null],
    [
      'null in a required field',
      '{ fragile { inner { broken } } }',
      ['fragile', 'inner', 'broken'],
      { fragile: { inner: null } },
    ],
    [
      'a value that is not of its type',
      '{ fragile { inner { notANumber } } }',
      ['fragile', 'inner', 'notANumber'],
      { fragile: { inner: { notANumber: null } } },
    ],
    ['a type that cannot be told', '{ ghosts { __typename } }', ['ghosts', 1], { ghosts: null }],
    ['a fault in a mutation', rename('[{ text: "fault" }]'), ['treeRename'], null],
  ])('%s, the first time and once the query is compiled', async (_name, query, path, data) => {
    for (let turn = 0; turn < 3; turn++) {
      logged.mockClear();
      const { status, body } = await post(url, query);
      expect(status).toBe(200);
      expect(body.data).toEqual(data);
      expect(body.errors).toHaveLength(1);
      const [error] = body.errors ?? [];
      expect(error).toMatchObject({
        message: 'Internal server error',
        path,
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
      const requestId = error?.extensions?.requestId;
      expect(requestId).toEqual(expect.stringMatching(/./));
      expect(JSON.stringify(body)).not.toContain('secret');
      expect(logged.mock.calls).toEqual([
        [expect.objectContaining({ requestId, error: expect.stringContaining('Error') })],
      ]);
    }
  });
});

describe('expected errors say what is wrong', () => {
  test.each([
    [
      'an HttpException',
      '{ forbidden }',
      200,
      { message: 'Only keepers see this.', extensions: { code: 'FORBIDDEN' } },
    ],
    [
      'an HttpException in a mutation',
      rename('[{ text: "denied" }]'),
      200,
      { message: 'Only gardeners rename trees.', extensions: { code: 'FORBIDDEN' } },
    ],
    [
      'UserErrors in a query',
      '{ refused }',
      200,
      {
        message: 'No such animal.',
        path: ['refused'],
        extensions: { code: 'BAD_USER_INPUT', problems: [{ code: 'NOT_FOUND', field: ['id'] }] },
      },
    ],
    [
      'a bad page size',
      '{ trees(first: 101) { nodes { id } } }',
      200,
      { extensions: { code: 'BAD_USER_INPUT', field: ['first'] } },
    ],
    [
      'a bad page size of a nested list',
      '{ tree(id: 1) { branches(last: 0) { nodes { id } } } }',
      200,
      { path: ['tree', 'branches'], extensions: { code: 'BAD_USER_INPUT', field: ['last'] } },
    ],
    [
      'text that is no GraphQL',
      '{',
      400,
      { extensions: { code: 'GRAPHQL_PARSE_FAILED' }, locations: [{ line: 1, column: 2 }] },
    ],
    [
      'an unknown field',
      '{ nothing }',
      400,
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, locations: [{ line: 1, column: 3 }] },
    ],
    [
      'a missing variable',
      'query ($id: ID!) { tree(id: $id) { id } }',
      400,
      { extensions: { code: 'BAD_USER_INPUT' } },
    ],
  ])('%s', async (_name, query, status, expected) => {
    logged.mockClear();
    const answer = await post(url, query);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors?.[0]).toMatchObject(expected);
    expect(logged).not.toHaveBeenCalled();
  });

  test.each([
    [
      'a key that is not known',
      'Bearer wrong',
      401,
      { message: 'The key is not known.', extensions: { code: 'UNAUTHENTICATED' } },
    ],
    [
      'a fault while the context is made',
      'Bearer fault',
      500,
      { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ],
  ])('%s', async (_name, authorization, status, expected) => {
    const answer = await post(url, '{ __typename }', {}, { authorization });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errors: [expected] });
    expect(answer.body).not.toHaveProperty('data');
  });

  test.each([
    ['malformed JSON', '{ "query', 400, 'Unparsable JSON body'],
    ['JSON without a query', '{}', 400, 'Missing query'],
    ['JSON that is no object', '"text"', 400, 'JSON body must be an object'],
  ])('%s', async (_name, body, status, message) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  });

  test.each([
    ['another type of content', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    ['a form', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) }, 415],
    ['a type of answer that there is not', { headers: { accept: 'text/html' } }, 406],
    ['another method', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }, 405],
  ])('%s', async (_name, init, status) => {
    expect((await fetch(`${url}/graphql?query=%7B__typename%7D`, init)).status).toBe(status);
  });
});

describe('user errors of mutations', () => {
  const payload = async (query: string): Promise<unknown> => {
    const { status, body } = await post(url, query);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    return body.data?.treeRename;
  };

  test('success has none', async () => {
    expect(await payload(rename('[{ text: "oak" }]'))).toEqual({ tree: { label: 'oak' }, raised: [], userErrors: [] });
  });

  test('what the service refuses, with nulls and empty lists beside', async () => {
    expect(await payload(rename('[{ text: "taken" }]'))).toEqual({
      tree: null,
      raised: [],
      userErrors: [{ code: 'ALREADY_EXISTS', message: 'The label is taken.', field: ['input', 'labels', '0', 'text'] }],
    });
  });

  test.each([
    [
      'a text that is too long',
      '[{ text: "ok" }, { text: "far too long a text" }]',
      '',
      [['TOO_LONG', ['input', 'labels', '1', 'text']]],
    ],
    ['an empty list', '[]', '', [['REQUIRED', ['input', 'labels']]]],
    [
      'a list that is too long',
      '[{ text: "1" }, { text: "2" }, { text: "3" }, { text: "4" }]',
      '',
      [['TOO_LONG', ['input', 'labels']]],
    ],
    ['a code of the rule itself', '[{ text: "1" }]', ', note: "too long"', [['WRONG_DATATYPE', ['input', 'note']]]],
    [
      'all that is wrong at once',
      '[{ text: "far too long a text" }, { text: "another one that is" }]',
      ', note: "too long"',
      [
        ['TOO_LONG', ['input', 'labels', '0', 'text']],
        ['TOO_LONG', ['input', 'labels', '1', 'text']],
        ['WRONG_DATATYPE', ['input', 'note']],
      ],
    ],
  ])('%s', async (_name, labels, note, expected) => {
    const { tree, userErrors } = (await payload(rename(labels, note))) as {
      tree: unknown;
      userErrors: { code: string; field: string[]; message: string }[];
    };
    expect(tree).toBeNull();
    expect(userErrors.map(({ code, field }) => [code, field])).toEqual(expected);
    expect(userErrors.every(({ message }) => message.length > 0)).toBe(true);
  });
});
