import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim } from '../claim/claim.js';
import { findContradictions } from '../contradiction/compare-claims.js';
import { claim, figure, killed, scope, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { reconsider, staysSmall, type KnownPair } from './reconsider.js';

const LEADING = 4;

interface Stored extends KnownPair {
  readonly key: string;
  readonly words: string;
}

/** A question that is changed and reconsidered step by step, as a database would be. */
class Play {
  claims: Claim[] = [];
  stored = new Map<string, Stored>();

  change(removed: readonly string[], next: readonly Claim[]): void {
    const changed = new Set([...removed, ...next.map(({ id }) => id)]);
    this.claims = [...this.claims.filter(({ id }) => !changed.has(id)), ...next];
    const { findings, lapsed } = reconsider({
      property: killed,
      vocabulary,
      claims: this.claims,
      changed,
      known: [...this.stored.values()],
      leading: LEADING,
    });
    for (const { members, explanation } of findings) {
      const [a = '', b = ''] = members;
      const key = members.join(' ');
      const takenUp = this.stored.get(key)?.takenUp ?? false;
      this.stored.set(key, { key, members: [a, b], stands: true, takenUp, words: `${key}: ${explanation}` });
    }
    for (const pair of lapsed) this.stored.set(pair.key, { ...pair, stands: false });
  }

  takeUp(index: number): void {
    const pair = [...this.stored.values()].filter(({ stands }) => stands)[index];
    if (pair) this.stored.set(pair.key, { ...pair, takenUp: true });
  }

  standing(): readonly string[] {
    return [...this.stored.values()]
      .filter(({ stands }) => stands)
      .map(({ words }) => words)
      .sort();
  }

  /** What has to stand, from nothing but the claims and what was taken up. */
  expected(): readonly string[] {
    const all = findContradictions(killed, this.claims, vocabulary, Infinity);
    const takenUp = all.filter(({ members }) => this.stored.get(members.join(' '))?.takenUp);
    const kept = findContradictions(killed, this.claims, vocabulary, LEADING);
    const words = [...kept, ...takenUp].map(({ members, explanation }) => `${members.join(' ')}: ${explanation}`);
    return [...new Set(words)].sort();
  }
}

const ids = fc.integer({ min: 0, max: 14 }).map((number) => `c${String(number).padStart(2, '0')}`);
const SCOPES = ['', 'nationality: Azerbaijani', 'nationality: Russian', 'role: crew', 'role: pilots'];
const claims = fc
  .record({
    id: ids,
    // Few values, so that claims often fit; scopes, so that some contradict few others.
    amount: fc.constantFrom('23', '38', '40', { lowerBound: '30' }, { upperBound: '25' }),
    scope: fc.constantFrom(...SCOPES),
    citations: fc.constantFrom(1, 1, 1, 2, 3, 4, 9),
    preferred: fc.constantFrom(false, false, false, false, true),
    on: fc.constantFrom(undefined, '2024-12-25', '2024-12-26'),
    hedged: fc.boolean(),
  })
  .map(({ id, amount, on, ...said }) => claim(figure(amount), { ...said, id, ...(on === undefined ? {} : { on }) }));

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        write: fc.uniqueArray(claims, { maxLength: 6, selector: ({ id }) => id }),
        remove: fc.uniqueArray(ids, { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ takeUp: fc.nat({ max: 8 }) }) },
  ),
  { maxLength: 14 },
);

describe('reconsider', () => {
  test('keeps, after any changes in any batches, what is found from scratch', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const play = new Play();
        for (const step of list) {
          if ('takeUp' in step) play.takeUp(step.takeUp);
          else
            play.change(
              step.remove,
              step.write.filter(({ id }) => !step.remove.includes(id)),
            );
          expect(play.standing()).toEqual(play.expected());
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('staysSmall', () => {
  test.each([
    [0, 0, true],
    [3, 1, true],
    [3, 2, false],
    [5, 0, false],
  ])('of %i claims, %i of them changed, where 4 lead: %s', (count, changed, small) => {
    expect(staysSmall(count, changed, LEADING)).toBe(small);
  });

  test('where 64 lead unless said otherwise', () => {
    expect([staysSmall(63, 1), staysSmall(64, 1)]).toEqual([true, false]);
  });
});

describe('reconsider, where every pair is kept', () => {
  const answers = ['a', 'b', 'c'].map((id, index) => claim(figure(String(index)), { id }));
  const known: KnownPair[] = [
    { members: ['a', 'b'], stands: true, takenUp: false },
    { members: ['a', 'c'], stands: true, takenUp: true },
  ];
  const change = (changed: string[]) =>
    reconsider({ property: killed, vocabulary, claims: answers, changed: new Set(changed), known, leading: 9 });

  test('looks at pairs with a changed claim only', () => {
    // b and c do not fit either, which nobody has stored: neither has changed.
    expect(change(['a']).findings.map(({ members }) => members)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
    expect(change([])).toEqual({ findings: [], lapsed: [] });
  });
});

describe('findContradictions', () => {
  const many = (count: number, said: (index: number) => Parameters<typeof claim>[1] = () => ({})): Claim[] =>
    Array.from({ length: count }, (_, index) =>
      claim(figure(String(index)), { id: String(index).padStart(5, '0'), ...said(index) }),
    );
  const kept = (list: readonly Claim[]): readonly string[] =>
    findContradictions(killed, list, vocabulary).map(({ members }) => members.join(' '));

  test.each([
    ['no answers', 0, 0],
    ['one', 1, 0],
    ['as many as lead', 64, 2_016],
    ['one more', 65, 2_017],
    ['a thousand', 1_000, 2_016 + 936],
  ])('of %s that all contradict each other', (_name, count, contradictions) => {
    expect(kept(many(count))).toHaveLength(contradictions);
  });

  test('sets a further answer against the first by standing', () => {
    const list = many(70, (index) => ({ citations: index === 68 ? 2 : 1, preferred: index === 69 }));
    const further = kept(list).filter((members) => members.includes('00063'));
    expect(further).toEqual(['00063 00069']);
    const second = kept(many(70, (index) => ({ citations: index === 68 ? 2 : 1 })));
    expect(second.filter((members) => members.includes('00063'))).toEqual(['00063 00068']);
  });

  test('loses no answer that contradicts only answers which do not lead', () => {
    const list = many(100).map((each, index) =>
      index < 98
        ? { ...each, value: figure('38'), scope: [{ dimension: 'other', conceptId: `c${index}` }] }
        : { ...each, scope: scope('nationality: Russian') },
    );
    expect(kept(list.slice(98))).toEqual(['00098 00099']);
    expect(kept(list).filter((members) => members.includes('00099'))).toHaveLength(1);
  });
});
