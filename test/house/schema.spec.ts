import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { misshapen, undescribed } from './schema-rules.js';

describe('the committed schema', () => {
  const sdl = readFileSync('schema.graphql', 'utf8');
  test('describes every type, field, argument and enum value', () => expect(undescribed(sdl)).toEqual([]));
  test('gives every connection and every payload its shape', () => expect(misshapen(sdl)).toEqual([]));
});

test('what has no description is named by its place', () => {
  const sdl = `
    type Query { "A claim." claim(id: ID!): Claim }
    "A claim." type Claim { id: ID! }
    "How it stands." enum Rank { NORMAL "Out of use." DEPRECATED }
    "By what." input By { id: ID }`;
  expect(undescribed(sdl)).toEqual(['Query', 'Query.claim.id', 'Claim.id', 'Rank.NORMAL', 'By.id']);
});

test('a connection or payload of another shape is named', () => {
  const sdl = `
    type ClaimConnection { edges: [ClaimEdge!]! nodes: [Claim]! pageInfo: PageInfo! totalCount: Int }
    type ClaimPayload { claim: Claim! }`;
  expect(misshapen(sdl)).toEqual([
    'ClaimConnection.totalCount is not Int!',
    'ClaimConnection.nodes is no list',
    'ClaimPayload has no userErrors',
    'ClaimPayload.claim is not there or not nullable',
  ]);
});
