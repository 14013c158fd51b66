import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ScopeTerm } from '../claim/claim.js';
import { conceptGraph } from '../values/concept-graph.js';
import { converse, type SetRelation } from '../values/relation.js';
import { relateScopes } from './scope.js';

const concept = (id: string, schemeId: string, broader: readonly string[] = []) => ({
  id,
  schemeId,
  prefLabel: id,
  broader,
  disjointWith: [],
});

const vocabulary = conceptGraph(
  [
    concept('Azerbaijani', 'nationality'),
    concept('Russian', 'nationality'),
    concept('crew', 'role'),
    concept('pilots', 'role', ['crew']),
    concept('wounded', 'role'),
    concept('Kazakhstan', 'place'),
    concept('Aktau', 'place', ['Kazakhstan']),
  ],
  [
    { id: 'nationality', siblingsExclusive: true },
    { id: 'role', siblingsExclusive: false },
  ],
);

/** Reads "nationality: Russian, role: crew". */
function scope(notation: string): readonly ScopeTerm[] {
  return [...notation.matchAll(/(\w+): (\w+)/g)].map(([, dimension = '', conceptId = '']) => ({
    dimension,
    conceptId,
  }));
}

describe('relateScopes', () => {
  test.each<[string, string, string, SetRelation]>([
    ['the whole and the whole', '', '', 'EQUAL'],
    ['the same terms in another order', 'role: crew, place: Aktau', 'place: Aktau, role: crew', 'EQUAL'],
    ['a part and the whole', 'nationality: Russian', '', 'NARROWER'],
    ['a part of a part', 'role: pilots', 'role: crew', 'NARROWER'],
    ['a part in each dimension', 'role: pilots, place: Aktau', 'role: crew, place: Kazakhstan', 'NARROWER'],
    [
      'a part in one dimension, the same in another',
      'role: pilots, place: Aktau',
      'role: crew, place: Aktau',
      'NARROWER',
    ],
    ['one more term', 'role: crew, nationality: Russian', 'role: crew', 'NARROWER'],
    ['parts by different dimensions', 'role: crew', 'nationality: Russian', 'OVERLAPPING'],
    ['within in one, around in another', 'role: pilots', 'role: crew, place: Aktau', 'OVERLAPPING'],
    ['apart in one dimension', 'nationality: Russian', 'nationality: Azerbaijani', 'DISJOINT'],
    [
      'apart in one, the same in another',
      'nationality: Russian, role: crew',
      'nationality: Azerbaijani, role: crew',
      'DISJOINT',
    ],
    [
      'apart in one, undetermined in another',
      'nationality: Russian, role: crew',
      'nationality: Azerbaijani, role: wounded',
      'DISJOINT',
    ],
    ['nobody knows', 'role: crew', 'role: wounded', 'UNDETERMINED'],
    ['nobody knows in one, within in another', 'role: crew, place: Aktau', 'role: wounded', 'UNDETERMINED'],
  ])('%s', (_name, a, b, expected) => {
    expect(relateScopes(scope(a), scope(b), vocabulary)).toBe(expected);
    expect(relateScopes(scope(b), scope(a), vocabulary)).toBe(converse(expected));
  });

  const term = (dimension: string, ...concepts: string[]) =>
    fc.option(fc.constantFrom(...concepts), { nil: null }).map((id) => (id === null ? '' : `${dimension}: ${id}`));
  const scopes = fc
    .tuple(term('nationality', 'Azerbaijani', 'Russian'), term('role', 'crew', 'pilots'), term('place', 'Aktau'))
    .map((terms) => scope(terms.join(', ')));

  test('law: being within is transitive', () => {
    const isWithin = (a: readonly ScopeTerm[], b: readonly ScopeTerm[]): boolean =>
      ['EQUAL', 'NARROWER'].includes(relateScopes(a, b, vocabulary));
    fc.assert(
      fc.property(scopes, scopes, scopes, (a, b, c) => {
        fc.pre(isWithin(a, b) && isWithin(b, c));
        expect(isWithin(a, c)).toBe(true);
      }),
    );
  });

  test('law: a part of one of two scopes that are apart is apart from the other', () => {
    fc.assert(
      fc.property(scopes, scopes, scopes, (part, whole, other) => {
        fc.pre(relateScopes(part, whole, vocabulary) === 'NARROWER');
        fc.pre(relateScopes(whole, other, vocabulary) === 'DISJOINT');
        expect(relateScopes(part, other, vocabulary)).toBe('DISJOINT');
      }),
    );
  });
});
