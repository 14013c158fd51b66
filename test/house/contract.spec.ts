import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { contractProblems } from './contract.js';

const contract = readFileSync('test/house/contract.graphql', 'utf8');

test('the committed schema keeps the contract, but for what not-yet.json postpones', () => {
  const notYet = JSON.parse(readFileSync('test/house/not-yet.json', 'utf8')) as string[];
  expect(contractProblems(contract, readFileSync('schema.graphql', 'utf8'), notYet)).toEqual([]);
  expect(notYet).toEqual([...new Set(notYet)].sort());
});

describe('a breach of the contract is seen', () => {
  const small = `
    type Query { claim(id: ID!): Claim first(n: Int = 20): Int! }
    type Claim implements Node { id: ID! rank: Rank! }
    union Value = Text | Flag
    input By @oneOf { id: ID }
    #| enum Rank { NORMAL DEPRECATED }`;
  const schema = small.replace('#|', '');

  test.each([
    { what: 'nothing', from: '', to: '', problems: [] },
    { what: 'an added field', from: 'rank: Rank!', to: 'rank: Rank! note: String', problems: [] },
    { what: 'an added optional argument', from: '(id: ID!)', to: '(id: ID!, at: Int)', problems: [] },
    { what: 'a dropped field', from: 'rank: Rank!', to: '', problems: ['Claim.rank is missing'] },
    { what: 'a loosened field', from: 'Rank!', to: 'Rank', problems: ['Claim.rank is Rank and should be Rank!'] },
    { what: 'a dropped argument', from: '(id: ID!)', to: '', problems: ['Query.claim(id) is missing'] },
    {
      what: 'another default',
      from: '= 20',
      to: '= 50',
      problems: ['Query.first(n) is Int = 50 and should be Int = 20'],
    },
    {
      what: 'an added required argument',
      from: '(id: ID!)',
      to: '(id: ID!, at: Int!)',
      problems: ['Query.claim(at) is new and required, so clients of the contract break'],
    },
    { what: 'a dropped enum value', from: 'NORMAL', to: '', problems: ['Rank.NORMAL is missing'] },
    { what: 'a dropped member', from: ' | Flag', to: '', problems: ['Value.Flag is missing'] },
    { what: 'a dropped interface', from: ' implements Node', to: '', problems: ['Claim implements Node is missing'] },
    { what: 'a dropped @oneOf', from: ' @oneOf', to: '', problems: ['By is input and should be input @oneOf'] },
    { what: 'a dropped type', from: 'input By', to: 'input Other', problems: ['By is missing'] },
  ])('$what', ({ from, to, problems }) => {
    expect(contractProblems(small, schema.replace(from, to), [])).toEqual(problems);
  });

  test.each([
    { notYet: ['Claim.rank'], problems: ['Claim.rank is postponed and there: take it off the list'] },
    { notYet: ['Claim.colour'], problems: ['Claim.colour is postponed and not in the contract'] },
  ])('$problems.0', ({ notYet, problems }) => {
    expect(contractProblems(small, schema, notYet)).toEqual(problems);
  });
});
