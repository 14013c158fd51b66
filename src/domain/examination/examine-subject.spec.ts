import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aboard,
  crew,
  fatalities,
  fates,
  injured,
  passengers,
  question,
  roles,
  survivors,
} from '../arithmetic/arithmetic.spec-kit.js';
import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { claim, figure, property, time, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { examineSubject } from './examine-subject.js';
import { tiedProperties, type Ties } from './ties.js';

const departure = property('TIME', { key: 'departure', label: 'departure' });
const crash = property('TIME', { key: 'crash', label: 'crash' });
const ties: Ties = {
  identities: [fates, roles],
  orders: [{ id: 'flight', earlier: 'departure', later: 'crash' }],
  properties: [aboard, fatalities, survivors, passengers, crew, departure, crash],
};

const counts = (id: string, amount: string, said: Parameters<typeof claim>[1] = {}): Claim =>
  claim(figure(amount), { ...said, id });
const at = (id: string, edtf: string): Claim => claim(time(edtf), { id });

function told(questions: readonly Question[]): readonly string[] {
  return examineSubject(questions, ties, vocabulary).findings.map(
    ({ kind, strength, members }) => `${kind} ${strength}: ${members.join(' ')}`,
  );
}

describe('examineSubject', () => {
  test.each<[string, readonly Question[], readonly string[]]>([
    ['nothing asked', [], []],
    ['a question by itself', [question(injured, counts('i', '29'), counts('j', '31'))], ['QUANTITY CONFLICT: i j']],
    [
      'figures that fit',
      [
        question(aboard, counts('a', '67')),
        question(fatalities, counts('f', '38')),
        question(survivors, counts('s', '29')),
      ],
      [],
    ],
    [
      'a sum that does not come out',
      [
        question(aboard, counts('a', '67')),
        question(fatalities, counts('f', '38')),
        question(survivors, counts('s', '32')),
      ],
      ['ARITHMETIC CONFLICT: a f s'],
    ],
    [
      'two sums and the pair that they share nothing with',
      [
        question(aboard, counts('a', '67')),
        question(fatalities, counts('f', '38')),
        question(survivors, counts('s', '32'), counts('t', '28')),
      ],
      ['ARITHMETIC CONFLICT: a f s', 'ARITHMETIC CONFLICT: a f t', 'QUANTITY CONFLICT: s t'],
    ],
    [
      'through a property that nobody speaks of',
      [
        question(fatalities, counts('f', '38')),
        question(survivors, counts('s', '32')),
        question(passengers, counts('p', '62')),
        question(crew, counts('c', '5')),
      ],
      ['ARITHMETIC CONFLICT: c f p s'],
    ],
    [
      'parts of one question against its whole',
      [
        question(
          fatalities,
          counts('f', '38'),
          counts('k', '23', { scope: 'nationality: Azerbaijani' }),
          counts('r', '16', { scope: 'nationality: Russian' }),
        ),
      ],
      ['SCOPE TENSION: f k', 'ARITHMETIC CONFLICT: f k r', 'SCOPE TENSION: f r'],
    ],
    [
      'times in the wrong order, beside sums',
      [
        question(departure, at('d', '2024-12-26')),
        question(crash, at('x', '2024-12-25')),
        question(aboard, counts('a', '67')),
        question(fatalities, counts('f', '68')),
      ],
      ['ARITHMETIC CONFLICT: a f', 'ORDER CONFLICT: d x'],
    ],
  ])('%s', (_name, questions, expected) => {
    expect(told(questions)).toEqual(expected);
    expect(told([...questions].reverse())).toEqual(expected);
  });

  test('calls a property by its name even where nobody claims anything of it', () => {
    const rescue = property('TIME', { key: 'rescue', label: 'rescue' });
    const named = property('TIME', { key: 'crash', label: 'time of the crash' });
    const chain: Ties = {
      identities: [],
      orders: [...ties.orders, { id: 'aid', earlier: 'crash', later: 'rescue' }],
      properties: [departure, named, rescue],
    };
    const questions = [question(departure, at('d', '2024-12-26')), question(rescue, at('r', '2024-12-25'))];
    expect(examineSubject(questions, chain, vocabulary).findings.map(({ explanation }) => explanation)).toEqual([
      expect.stringContaining('departure comes before time of the crash and time of the crash before rescue'),
    ]);
  });

  test('parts that exceed a whole together are not told where one of them does so alone', () => {
    const parts = question(
      fatalities,
      counts('f', '20'),
      counts('k', '23', { scope: 'nationality: Azerbaijani' }),
      counts('r', '16', { scope: 'nationality: Russian' }),
    );
    expect(told([parts])).toEqual(['QUANTITY CONFLICT: f k', 'SCOPE TENSION: f r']);
  });

  test('names the questions whose search was cut short, and no others', () => {
    const many = (prefix: string, from: number): readonly Claim[] =>
      Array.from({ length: 150 }, (_, index) => counts(`${prefix}${index}`, String(from + index)));
    const questions = [
      question(aboard, ...many('a', 0)),
      question(fatalities, ...many('f', 1_000)),
      question(injured, counts('i', '29')),
    ];
    expect(examineSubject(questions, ties, vocabulary).exhausted).toEqual(['aboard', 'fatalities']);
  });
});

describe('laws', () => {
  const whose = fc.constantFrom('', 'nationality: Azerbaijani', 'nationality: Russian', 'role: crew');
  const figures = fc
    .tuple(
      fc.constantFrom(aboard, fatalities, survivors, passengers, crew, injured),
      fc.integer({ min: 0, max: 6 }),
      whose,
    )
    .map(([about, amount, scope]) => ({ about, value: figure(String(amount)), scope }));
  const days = fc
    .tuple(fc.constantFrom(departure, crash), fc.integer({ min: 10, max: 14 }))
    .map(([about, day]) => ({ about, value: time(`2024-12-${day}`), scope: '' }));
  const asked: readonly Property[] = [aboard, fatalities, survivors, passengers, crew, injured, departure, crash];
  const subjects = fc
    .array(fc.tuple(fc.oneof(figures, days), fc.boolean()), { maxLength: 10 })
    .map((list) =>
      asked.map((about) =>
        question(
          about,
          ...list.flatMap(([said, hedged], index) =>
            said.about === about ? [claim(said.value, { id: `c${index}`, scope: said.scope, hedged })] : [],
          ),
        ),
      ),
    );

  test('no two findings have the same members, and none contains a pair in conflict or a smaller set of its kind', () => {
    fc.assert(
      fc.property(subjects, (questions) => {
        const { findings } = examineSubject(questions, ties, vocabulary);
        expect(new Set(findings.map(({ members }) => members.join(' '))).size).toBe(findings.length);
        const across = findings.filter(({ kind }) => kind === 'ARITHMETIC' || kind === 'ORDER');
        const ruledOut = [...across, ...findings.filter(({ strength }) => strength === 'CONFLICT')];
        for (const { members } of across) {
          const within = ruledOut.filter(
            (other) => other.members.length < members.length && other.members.every((id) => members.includes(id)),
          );
          expect(within).toEqual([]);
        }
      }),
    );
  });

  test('questions that are not tied can be examined apart', () => {
    fc.assert(
      fc.property(subjects, (questions) => {
        const parts = ['aboard', 'injured', 'crash'].map((key) => {
          const keys = tiedProperties(key, ties);
          return examineSubject(
            questions.filter(({ property: about }) => keys.includes(about.key)),
            ties,
            vocabulary,
          ).findings;
        });
        const whole = examineSubject(questions, ties, vocabulary).findings;
        expect(whole).toHaveLength(parts.flat().length);
        expect(whole).toEqual(expect.arrayContaining(parts.flat()));
      }),
    );
  });

  test('removing a claim takes away what it is in, and nothing else', () => {
    fc.assert(
      fc.property(subjects, fc.nat({ max: 9 }), (questions, index) => {
        const removed = `c${index}`;
        const rest = questions.map(({ property: about, claims }) =>
          question(about, ...claims.filter(({ id }) => id !== removed)),
        );
        const kept = examineSubject(questions, ties, vocabulary).findings.filter(
          ({ members }) => !members.includes(removed),
        );
        expect(examineSubject(rest, ties, vocabulary).findings).toEqual(kept);
      }),
    );
  });
});
