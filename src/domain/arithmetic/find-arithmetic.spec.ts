import { describe, expect, test } from '@jest/globals';
import type { Question } from '../claim/question.js';
import { altitude, claim, figure, property, vocabulary, UNKNOWN } from '../contradiction/scenario.spec-kit.js';
import {
  aboard,
  casualties,
  conflictsAmong,
  crew,
  fatalities,
  fates,
  fatesWithMissing,
  harm,
  injured,
  passengers,
  question,
  roles,
  survivors,
} from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';
import type { Identity } from './identity.js';

const identities = [fates, roles];

function find(questions: readonly Question[], by: readonly Identity[] = identities) {
  return findArithmetic(questions, by, vocabulary, conflictsAmong(questions));
}

/** "rule STRENGTH: a b c" for each finding. */
function outcomes(questions: readonly Question[], by: readonly Identity[] = identities): readonly string[] {
  return find(questions, by).findings.map(({ rule, strength, members }) => `${rule} ${strength}: ${members.join(' ')}`);
}

const aboard67 = claim(figure('67'), { id: 'aboard67' });
const killed38 = claim(figure('38'), { id: 'killed38' });
const saved29 = claim(figure('29'), { id: 'saved29' });
const saved32 = claim(figure('32'), { id: 'saved32' });
const saved28 = claim(figure('28'), { id: 'saved28' });

describe('identities', () => {
  test.each<[string, readonly Question[], readonly string[]]>([
    ['what adds up', [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved29)], []],
    ['two of three', [question(aboard, aboard67), question(fatalities, killed38)], []],
    [
      'too many survivors',
      [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved32)],
      ['identity-broken CONFLICT: aboard67 killed38 saved32'],
    ],
    [
      'too few survivors',
      [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved28)],
      ['identity-broken CONFLICT: aboard67 killed38 saved28'],
    ],
    [
      'three reports of survivors, each judged by itself',
      [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved28, saved29, saved32)],
      ['identity-broken CONFLICT: aboard67 killed38 saved28', 'identity-broken CONFLICT: aboard67 killed38 saved32'],
    ],
    [
      'more killed than aboard: no need of the survivors',
      [
        question(aboard, aboard67),
        question(fatalities, claim(figure('70'), { id: 'killed70' })),
        question(survivors, saved29),
      ],
      ['identity-broken CONFLICT: aboard67 killed70'],
    ],
    [
      'a hedged figure',
      [
        question(aboard, aboard67),
        question(fatalities, killed38),
        question(survivors, claim(figure('32'), { id: 's', hedged: true })),
      ],
      ['identity-broken TENSION: aboard67 killed38 s'],
    ],
    [
      'a denied figure and an unknown one say nothing',
      [
        question(aboard, aboard67),
        question(fatalities, killed38),
        question(survivors, claim(figure('32'), { id: 's', denied: true }), claim(UNKNOWN, { id: 'u' })),
      ],
      [],
    ],
    [
      'survivors of one nation are survivors',
      [
        question(aboard, aboard67),
        question(fatalities, killed38),
        question(survivors, claim(figure('32'), { id: 's', scope: 'nationality: Russian' })),
      ],
      ['identity-broken CONFLICT: aboard67 killed38 s'],
    ],
    [
      'of a property that cannot be divided, figures for different scopes are not added up',
      [
        question({ ...aboard, additive: false }, aboard67),
        question({ ...fatalities, additive: false }, killed38),
        question({ ...survivors, additive: false }, claim(figure('32'), { id: 's', scope: 'nationality: Russian' })),
      ],
      [],
    ],
    [
      'the same scope is, whichever it is',
      [
        question(aboard, claim(figure('37'), { id: 'a', scope: 'nationality: Azerbaijani' })),
        question(fatalities, claim(figure('23'), { id: 'f', scope: 'nationality: Azerbaijani' })),
        question(survivors, claim(figure('15'), { id: 's', scope: 'nationality: Azerbaijani' })),
      ],
      ['identity-broken CONFLICT: a f s'],
    ],
    [
      'bounds that leave room',
      [
        question(aboard, aboard67),
        question(fatalities, claim(figure({ lowerBound: '35' }), { id: 'f' })),
        question(survivors, saved32),
      ],
      [],
    ],
    [
      'bounds that leave none',
      [
        question(aboard, aboard67),
        question(fatalities, claim(figure({ lowerBound: '36' }), { id: 'f' })),
        question(survivors, saved32),
      ],
      ['identity-broken CONFLICT: aboard67 f saved32'],
    ],
    [
      'an end that is just reached',
      [
        question(aboard, aboard67),
        question(fatalities, claim(figure({ lowerBound: '38' }), { id: 'f' })),
        question(survivors, saved29),
      ],
      [],
    ],
    [
      'an open end that is just missed',
      [
        question(aboard, aboard67),
        question(fatalities, claim(figure({ lowerBound: '38', lowerExclusive: true }), { id: 'f' })),
        question(survivors, saved29),
      ],
      ['identity-broken CONFLICT: aboard67 f saved29'],
    ],
    [
      'some where there is room for none',
      [
        question(aboard, claim(figure('38'), { id: 'a' })),
        question(fatalities, killed38),
        question(survivors, claim(figure({ lowerBound: '0', lowerExclusive: true }), { id: 's' })),
      ],
      ['identity-broken CONFLICT: a killed38 s'],
    ],
    [
      'two ways to split one whole that nobody counted',
      [
        question(fatalities, killed38),
        question(survivors, saved32),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('5'), { id: 'c' })),
      ],
      ['identity-broken CONFLICT: c killed38 p saved32'],
    ],
    [
      'across two identities and each by itself',
      [
        question(aboard, aboard67),
        question(fatalities, killed38),
        question(survivors, saved29),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('6'), { id: 'c' })),
      ],
      ['identity-broken CONFLICT: aboard67 c p', 'identity-broken CONFLICT: c killed38 p saved29'],
    ],
    [
      'more killed than passengers and crew',
      [
        question(fatalities, claim(figure('70'), { id: 'f' })),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('5'), { id: 'c' })),
      ],
      ['identity-broken CONFLICT: c f p'],
    ],
    [
      'a count below zero is no count',
      [
        question(aboard, aboard67),
        question(fatalities, killed38),
        question(survivors, claim(figure('-3'), { id: 's' })),
      ],
      [],
    ],
  ])('%s', (_name, questions, expected) => {
    expect(outcomes(questions)).toEqual(expected);
  });

  test('a part that nobody counted may be none, but not less', () => {
    const questions = [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved32)];
    expect(outcomes(questions, [fatesWithMissing])).toEqual(['identity-broken CONFLICT: aboard67 killed38 saved32']);
    const fewer = [question(aboard, aboard67), question(fatalities, killed38), question(survivors, saved28)];
    expect(outcomes(fewer, [fatesWithMissing])).toEqual([]);
  });

  test('a set that holds smaller ones is not told beside them, though it breaks a sum in which they have no part', () => {
    const questions = [
      question(aboard, claim(figure('5'), { id: 'a' })),
      question(injured, claim(figure('4'), { id: 'i' })),
      question(casualties, claim(figure('2'), { id: 'c' })),
      question(survivors, claim(figure('6'), { id: 's' })),
    ];
    expect(outcomes(questions, [fates, harm])).toEqual([
      'identity-broken CONFLICT: a s',
      'identity-broken CONFLICT: c i',
    ]);
  });

  test('a claim that the identities rule out by themselves is in no set', () => {
    const cyclic = [fates, { id: 'back', label: 'back', whole: 'fatalities', parts: ['aboard', 'missing'] }];
    expect(outcomes([question(aboard, aboard67), question(survivors, saved29)], cyclic)).toEqual([]);
  });

  test.each<[string, Identity, readonly Question[]]>([
    [
      'of different dimensions',
      { id: 'x', label: 'x', whole: 'aboard', parts: ['altitude'] },
      [question(aboard, aboard67), question(altitude, claim(figure('9', 'm'), { id: 'h' }))],
    ],
    [
      'of temperatures',
      { id: 'x', label: 'x', whole: 'day', parts: ['night'] },
      [
        question(property('QUANTITY', { key: 'day', unit: 'celsius' }), claim(figure('20', 'celsius'), { id: 'd' })),
        question(property('QUANTITY', { key: 'night', unit: 'celsius' }), claim(figure('9', 'celsius'), { id: 'n' })),
      ],
    ],
    [
      'of what can have several values',
      { id: 'x', label: 'x', whole: 'aboard', parts: ['counts'] },
      [
        question(aboard, aboard67),
        question({ ...fatalities, key: 'counts', singleValued: false }, claim(figure('90'), { id: 'n' })),
      ],
    ],
    ['of nothing known', { id: 'x', label: 'x', whole: 'no', parts: ['such'] }, [question(aboard, aboard67)]],
  ])('nothing comes of an identity %s', (_name, identity, questions) => {
    expect(find(questions, [identity])).toEqual({ findings: [], exhausted: false });
  });

  test('units are converted exactly before they are added up', () => {
    const speed = (key: string) => property('QUANTITY', { key, label: key, unit: 'm/s' });
    const knots = (amount: string) => figure({ amount, unit: 'knot' }, 'm/s');
    const total: Identity = { id: 'x', label: 'x', whole: 'total', parts: ['wind', 'air'] };
    const questions = (sum: string): readonly Question[] => [
      question(speed('wind'), claim(knots('1'), { id: 'w' })),
      question(speed('air'), claim(knots('1'), { id: 'a' })),
      question(speed('total'), claim(knots(sum), { id: 't' })),
    ];
    expect(outcomes(questions('2'), [total])).toEqual([]);
    expect(outcomes(questions('2.1'), [total])).toEqual(['identity-broken CONFLICT: a t w']);
  });
});
