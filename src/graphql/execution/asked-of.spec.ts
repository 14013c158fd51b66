import { describe, expect, test } from '@jest/globals';
import { Kind, parse, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import { askedOf } from './asked-of.js';

/** What a document's first field is asked for. */
function asked(text: string, variableValues: Record<string, unknown> = {}) {
  const { definitions } = parse(text);
  const fragments = Object.fromEntries(
    definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return askedOf({ fieldNodes: fieldsOf(text), fragments, variableValues });
}

describe('askedOf', () => {
  test.each<[string, string, string[]]>([
    ['fields of an object', '{ claim { id statement } }', ['id', 'statement']],
    ['a field under two names once', '{ claim { id a: id } }', ['id']],
    ['fields of fragments', '{ claim { ...F ... on Claim { b } } } fragment F on Claim { a }', ['a', 'b']],
    ['fields under conditions', '{ claim { a @skip(if: true) ... @include(if: false) { b } } }', ['a', 'b']],
    ['nodes of a connection', '{ claims { totalCount nodes { a } } }', ['a']],
    ['nodes of its edges', '{ claims { edges { cursor node { a } } nodes { b } } }', ['b', 'a']],
    ['one field that is merged from two', '{ claim { a } claim { b } }', ['a', 'b']],
  ])('names %s', (_what, text, names) => {
    expect(asked(text).names).toEqual(names);
  });

  test.each<[string, string, { first: number; after: string | null } | null]>([
    ['a page', '{ s { list(first: 3) { nodes { a } } } }', { first: 3, after: null }],
    ['a page of the usual size', '{ s { list { nodes { a } } } }', { first: 20, after: null }],
    ['a page after a cursor', '{ s { list(first: 3, after: "c") { nodes { a } } } }', { first: 3, after: 'c' }],
    [
      'a page from variables',
      'query ($n: Int, $c: String) { s { list(first: $n, after: $c) { nodes { a } } } }',
      { first: 7, after: 'v' },
    ],
    [
      'a page from a variable that is not given',
      'query ($m: Int) { s { list(first: $m) { nodes { a } } } }',
      { first: 20, after: null },
    ],
    [
      'a page that is asked for twice',
      '{ s { list(first: 3) { nodes { a } } b: list(first: 3) { nodes { a } } } }',
      null,
    ],
    ['a page under a condition', '{ s { list(first: 3) @include(if: true) { nodes { a } } } }', null],
    ['a page inside a fragment under a condition', '{ s { ... @skip(if: false) { list { nodes { a } } } } }', null],
    ['a page with a filter', '{ s { list(first: 3, filter: {}) { nodes { a } } } }', null],
    ['a page from the end', '{ s { list(last: 3) { nodes { a } } } }', null],
    ['a page that is too long', '{ s { list(first: 101) { nodes { a } } } }', null],
    ['a page of none', '{ s { list(first: 0) { nodes { a } } } }', null],
    ['nothing', '{ s { a } }', null],
  ])('gives %s', (_what, text, expected) => {
    const page = asked(text, { n: 7, c: 'v' }).pageAfter('list');
    expect(page && { first: page.first, after: page.after }).toEqual(expected);
    const startsAtTheTop = expected?.after === null;
    expect(asked(text, { n: 7, c: 'v' }).page('list') !== null).toBe(startsAtTheTop);
  });

  test('has one key for what asks for the same, and another for what does not', () => {
    const key = (text: string, variables?: Record<string, unknown>) => asked(text, variables).key;
    const same = key('{ s { a list(first: 3) { nodes { b } } } }');
    expect(key('{ s { list(first: 3) { edges { node { b } } } x: a } }')).toBe(same);
    expect(key('query ($n: Int) { s { a list(first: $n) { nodes { b } } } }', { n: 3 })).toBe(same);
    expect(key('query ($n: Int) { s { a list(first: $n) { nodes { b } } } }', { n: 4 })).not.toBe(same);
    expect(key('{ s { a list(first: 3, after: "c") { nodes { b } } } }')).not.toBe(same);
    expect(key('{ s { a list(first: 3) { nodes { c } } } }')).not.toBe(same);
  });

  test('is made once for a selection in which no variable has a part, and anew for others', () => {
    const fieldNodes = fieldsOf('query ($n: Int) { s { list(first: $n) { nodes { a } } t { b } } }').slice(0, 1);
    const fragments = {};
    const first = askedOf({ fieldNodes, fragments, variableValues: { n: 1 } });
    const second = askedOf({ fieldNodes, fragments, variableValues: { n: 2 } });
    expect([first.page('list')?.first, second.page('list')?.first]).toEqual([1, 2]);
    expect(second.below('t')).toBe(first.below('t'));
  });
});

function fieldsOf(text: string): FieldNode[] {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operation.selectionSet.selections.filter((selection): selection is FieldNode => selection.kind === Kind.FIELD);
}
