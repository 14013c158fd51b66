import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import {
  execute,
  getIntrospectionQuery,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { createExecutor } from '../../src/graphql/execution/execute-operation.js';
import { randomDocument } from './support/random-document.js';
import { startSampleApp } from './support/sample-app.js';

let app: NestFastifyApplication;
let schema: GraphQLSchema;

beforeAll(async () => {
  ({ app } = await startSampleApp());
  ({ schema } = app.get(GraphQLSchemaHost));
});
afterAll(() => app.close());

interface Scenario {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** Runs a document both ways. `way` is what the executor used the last time, when the operation was compiled. */
async function both(
  scenario: Scenario,
  rules = specifiedRules,
): Promise<{ ours: ExecutionResult; plain: ExecutionResult; way: string }> {
  let way = 'refused';
  const executor = createExecutor(schema, { compileAfter: 1, onResult: (used) => (way = used) });
  const document = parse(scenario.query);
  expect(validate(schema, document, rules)).toEqual([]);
  const args = () => ({
    schema,
    document,
    operationName: scenario.operationName ?? null,
    variableValues: structuredClone(scenario.variables ?? {}),
    contextValue: {},
  });
  const plain = await execute(args());
  await executor(args());
  const ours = await executor(args());
  return { ours, plain, way };
}

const asSent = (result: ExecutionResult): string => JSON.stringify(result);

const PART = '{ text: "t", diet: MEAT, grid: [[1, 2], [3]] }';

/** Documents that succeed: the result must come from the compiled query, and be the same to the letter. */
const COMPILED: Record<string, Scenario> = {
  'a scalar': { query: '{ __typename echo }' },
  'an object': { query: '{ tree(id: "1") { id label shout child { label child { id } } } }' },
  'null for an object': { query: '{ tree(id: "none") { id } }' },
  'aliases, and one field twice': {
    query: '{ a: tree(id: "1") { x: id y: id id id } b: tree(id: 2) { id } a: tree(id: "1") { label } }',
  },
  'fields in the order of the document, resolved ones too': { query: '{ tree(id: "1") { shout id label z: shout } }' },
  'a list': { query: '{ tree(id: "1") { siblings { id siblings { id shout } } } }' },
  'lists of lists with nulls': { query: '{ matrix pets { ... on Dog { walks } } }' },
  'a union': { query: '{ pets { __typename ... on Cat { name lives diet } ... on Dog { trick name } } }' },
  'a union with one member asked for': { query: '{ pets { ... on Cat { lives } } }' },
  'an interface': { query: '{ named { __typename name n: name ... on Cat { diet } ... on Named { name } } }' },
  'an interface fragment inside a union': { query: '{ pets { ... on Named { name ... on Dog { walks } } } }' },
  fragments: {
    query: `{ t: tree(id: "1") { ...A child { ...A ...B } } u: tree(id: "2") { ...B } }
      fragment A on Tree { id ...B } fragment B on Tree { label shout }`,
  },
  'one of several operations': {
    query: 'query A { tree(id: "1") { id } } query B { tree(id: "2") { id } }',
    operationName: 'B',
  },
  'a connection with its lazy count': {
    query:
      '{ trees(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } nodes { id } } }',
  },
  'a connection from variables': {
    query:
      'query ($n: Int, $after: String) { trees(first: $n, after: $after) { nodes { id branches(first: $n) { nodes { id } } } } }',
    variables: { n: 3, after: null },
  },
  'argument defaults': { query: '{ echo }' },
  'argument default and an explicit null': { query: '{ echo(text: null) }' },
  'literals of every kind': {
    query: `{ echo(count: 5, text: "é\\n\\"\\\\ \\u2028", texts: ["a", null], diet: MEAT, part: ${PART}, parts: [${PART}], flag: true, id: 12) }`,
  },
  'one item for a list': { query: '{ echo(texts: "a", parts: { text: "only" }) }' },
  'a block string': { query: '{ echo(text: """\n  two\n    lines\n  """) }' },
  'every variable given': {
    query: `query ($count: Int!, $text: String, $texts: [String], $diet: Diet!, $part: EchoPart, $parts: [EchoPart], $flag: Boolean, $id: ID) {
      echo(count: $count, text: $text, texts: $texts, diet: $diet, part: $part, parts: $parts, flag: $flag, id: $id) }`,
    variables: {
      count: 1,
      text: 'x',
      texts: ['y', null],
      diet: 'MEAT',
      part: { text: 't', diet: 'PLANTS', grid: [[1], []] },
      parts: [{ text: 'u', number: 2 }],
      flag: false,
      id: 12,
    },
  },
  'variables left out where arguments have defaults': {
    query: 'query ($text: String, $part: EchoPart, $flag: Boolean) { echo(text: $text, part: $part, flag: $flag) }',
  },
  'variables that are null': {
    query: 'query ($text: String, $part: EchoPart, $texts: [String]) { echo(text: $text, part: $part, texts: $texts) }',
    variables: { text: null, part: null, texts: null },
  },
  'defaults of variables': {
    query: `query ($count: Int = 9, $text: String = "d", $diet: Diet = MEAT, $part: EchoPart = ${PART}) {
      echo(count: $count, text: $text, diet: $diet, part: $part) }`,
  },
  'a nullable variable with a default where a value is required': {
    query: 'query ($id: ID = "1") { tree(id: $id) { id } }',
  },
  'one item for a list variable': {
    query: 'query ($texts: [String], $parts: [EchoPart]) { echo(texts: $texts, parts: $parts) }',
    variables: { texts: 'a', parts: { text: 'only' } },
  },
  'variables inside literals, given': {
    query:
      'query ($t: String!, $d: Diet, $n: Int) { echo(part: { text: $t, diet: $d, number: 4 }, texts: [$t, "z"], parts: [{ text: $t, grid: [[1]] }], count: 2, id: $n) }'
        .replace(', $n: Int', '')
        .replace(', id: $n', ''),
    variables: { t: 'in', d: 'MEAT' },
  },
  'variables inside literals, left out': {
    query: 'query ($t: String, $d: Diet) { echo(part: { text: "t", diet: $d }, texts: [$t, "z"]) }',
  },
  'a oneOf literal': { query: '{ echo(choice: { number: 4 }) }' },
  'a oneOf literal with a variable inside': {
    query: 'query ($n: Int!) { echo(choice: { number: $n }) }',
    variables: { n: 4 },
  },
  'a oneOf variable': {
    query: 'query ($c: EchoChoice) { echo(choice: $c) }',
    variables: { c: { part: { text: 'p', number: 1 } } },
  },
  '@include and @skip with literals': {
    query:
      '{ tree(id: "1") { id @include(if: false) label @skip(if: false) shout @include(if: true) @skip(if: true) } }',
  },
  '@include that leaves nothing': { query: '{ tree(id: "1") { id @skip(if: true) } }' },
  '@include on one of two mentions of a field': {
    query:
      'query ($no: Boolean!) { tree(id: "1") { id @include(if: $no) id child @include(if: $no) { id } child { label } } }',
    variables: { no: false },
  },
  '@include on a fragment that is also spread elsewhere': {
    query: `query ($yes: Boolean!, $no: Boolean!) {
      tree(id: "1") { ...A @include(if: $no) child { ...A @include(if: $yes) child { ...A } } }
    } fragment A on Tree { label shout }`,
    variables: { yes: true, no: false },
  },
  '@skip on inline fragments, nested': {
    query: `query ($a: Boolean! = true, $b: Boolean! = false) {
      pets { ... on Cat @skip(if: $a) { lives } ... @include(if: $a) { ... on Dog @skip(if: $b) { trick } } __typename }
    }`,
  },
  'the same document with other conditions': {
    query: 'query ($a: Boolean! = false) { tree(id: "1") { id ... @include(if: $a) { label } } }',
    variables: { a: true },
  },
  'a client directive argument on a meta field': { query: '{ __typename @include(if: true) pets { __typename } }' },
  'names of JavaScript as aliases': {
    query: '{ constructor: tree(id: "1") { toString: id hasOwnProperty: label } then: echo arguments: echo }',
  },
  'text that the compiler would evaluate': {
    query: '{ echo(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0),globalThis.broken=(1") }',
  },
  'text that the compiler would take for a number': {
    query: '{ echo(text: "__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8") }',
  },
  introspection: { query: getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }) },
  __type: {
    query: 'query ($n: String!) { __type(name: $n) { name fields(includeDeprecated: true) { name } } }',
    variables: { n: 'Tree' },
  },
  'an error-free part of what can fail': { query: '{ fragile { sound broken brokenItems notANumber lazy } }' },
};

/** Documents that the executor must run plainly, because they fail or because the compiler gets them wrong. */
const PLAIN: Record<string, Scenario> = {
  'a resolver that throws': { query: '{ fault }' },
  'a resolver that throws beside one that does not': { query: '{ fault echo other: fault }' },
  'a required field that throws': { query: '{ requiredFault echo }' },
  'an HttpException': { query: '{ forbidden }' },
  'null in a required field': { query: '{ fragile { inner { broken sound } } }' },
  'null in a required field, asked for twice': { query: '{ fragile { inner { broken broken } } }' },
  'null in a required list item': { query: '{ fragile { sound inner { brokenItems } } }' },
  'several nulls under one parent': { query: '{ fragile { inner { a: broken b: broken brokenItems } } echo }' },
  'a value that is not of its type': { query: '{ fragile { inner { notANumber sound } } }' },
  'a type resolver that throws': { query: '{ ghosts { __typename } echo }' },
  'a type resolver that is slow': { query: '{ slowPets { ... on Cat { lives } ... on Dog { trick } } }' },
  'a list in which one promise is rejected': { query: '{ rejectedPets { __typename } }' },
  'an explicit null in place of a default': {
    query: 'query ($id: ID = "1") { tree(id: $id) { id } }',
    variables: { id: null },
  },
  'an explicit null for an argument with a default': {
    query: 'query ($count: Int = 1) { echo(count: $count) }',
    variables: { count: null },
  },
  'a required field of a literal, left out by its variable': {
    query: 'query ($t: String = "x") { echo(part: { text: $t }) }',
    variables: { t: null },
  },
  'one condition null': {
    query: 'query ($c: Boolean = true) { tree(id: "1") { id @include(if: $c) } }',
    variables: { c: null },
  },
  'an alias that is a prototype': { query: '{ __proto__: tree(id: "1") { __proto__: id id } }' },
  'response names that look like one path': {
    query: '{ b_a: lookAhead(n: 1) a: tree(id: "1") { b: shout } b: echo }',
  },
  'a property that throws': { query: '{ trap { sound } traps { sound } echo }' },
  'an iterator that throws': { query: '{ endless echo }' },
  'a mutation': {
    query:
      'mutation { a: treeRename(input: { labels: [{ text: "x" }] }) { tree { label } } b: treeRename(input: { labels: [] }) { userErrors { code field } } }',
  },
};

/** Requests that fail before anything is executed. */
const REFUSED: Record<string, Scenario> = {
  'a required variable left out': { query: 'query ($id: ID!) { tree(id: $id) { id } }' },
  'a required variable null': { query: 'query ($id: ID!) { tree(id: $id) { id } }', variables: { id: null } },
  'a variable of another type': {
    query: 'query ($n: Int) { trees(first: $n) { nodes { id } } }',
    variables: { n: 'many' },
  },
  'an integer that is too large': {
    query: 'query ($n: Int) { trees(first: $n) { nodes { id } } }',
    variables: { n: 2 ** 40 },
  },
  'an unknown enum value': { query: 'query ($d: Diet!) { echo(diet: $d) }', variables: { d: 'eats-meat' } },
  'several faults deep in an input': {
    query: 'query ($p: [EchoPart]) { echo(parts: $p) }',
    variables: { p: [{ text: 1, number: 'x' }, { nothing: true }] },
  },
  'a oneOf variable with two fields': {
    query: 'query ($c: EchoChoice) { echo(choice: $c) }',
    variables: { c: { text: 'a', number: 1 } },
  },
  'a oneOf variable with null': {
    query: 'query ($c: EchoChoice) { echo(choice: $c) }',
    variables: { c: { text: null } },
  },
  'a list where a string is wanted': { query: 'query ($t: String) { echo(text: $t) }', variables: { t: ['a'] } },
};

describe('compiled execution agrees with graphql-js', () => {
  test.each(Object.entries(COMPILED))('compiled: %s', async (_name, scenario) => {
    const { ours, plain, way } = await both(scenario);
    expect(plain.errors).toBeUndefined();
    expect(asSent(ours)).toBe(asSent(plain));
    expect(way).toBe('compiled');
  });

  test.each(Object.entries(PLAIN))('plain: %s', async (_name, scenario) => {
    const { ours, plain, way } = await both(scenario);
    expect(asSent(ours)).toBe(asSent(plain));
    expect(way).toBe('plain');
  });

  test.each(Object.entries(REFUSED))('refused: %s', async (_name, scenario) => {
    const { ours, plain, way } = await both(scenario);
    expect(plain.errors).toBeDefined();
    expect(asSent(ours)).toBe(asSent(plain));
    expect(way).toBe('refused');
  });

  test('random documents, whatever comes of them', async () => {
    const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule);
    let compiled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 20, maxLength: 200 }), async (tape) => {
        const query = randomDocument(schema, tape);
        fc.pre(validate(schema, parse(query), rules).length === 0);
        const { ours, plain, way } = await both({ query }, rules);
        expect(asSent(ours)).toBe(asSent(plain));
        if (way === 'compiled') compiled++;
      }),
      { numRuns: 400 },
    );
    expect(compiled).toBeGreaterThan(50);
  });

  test('no text of a client is ever evaluated', () => {
    expect(globalThis).not.toHaveProperty('broken');
  });

  test('the same operation with other variables gives other results', async () => {
    const ways: string[] = [];
    const executor = createExecutor(schema, { onResult: (way) => ways.push(way) });
    const document = parse(
      'query ($id: ID!, $deep: Boolean!) { tree(id: $id) { id child @include(if: $deep) { id } } }',
    );
    const run = async (id: string, deep: boolean) =>
      (await executor({ schema, document, variableValues: { id, deep }, contextValue: {} })).data?.tree;
    expect(await run('1', false)).toEqual({ id: '1' });
    expect(await run('2', false)).toEqual({ id: '2' });
    expect(await run('3', true)).toEqual({ id: '3', child: { id: '3.0' } });
    expect(await run('4', true)).toEqual({ id: '4', child: { id: '4.0' } });
    expect(await run('5', false)).toEqual({ id: '5' });
    expect(ways).toEqual(['plain', 'compiled', 'plain', 'compiled', 'compiled']);
  });
});
