import { expect, test } from '@jest/globals';
import { responseMediaType } from './media-type.js';

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['Application/GraphQL-Response+JSON; charset=UTF-8', 'application/graphql-response+json'],
  ['text/html, application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json, application/graphql-response+json', 'application/json'],
  ['application/graphql-response+json; charset=latin1, application/json', 'application/json'],
])('Accept: %s is answered with %s', (accept, expected) => {
  expect(responseMediaType(accept)).toBe(expected);
});
