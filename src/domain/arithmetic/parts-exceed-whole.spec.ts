import { expect, test } from '@jest/globals';
import type { Question } from '../claim/question.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { conflictsAmong, fatalities, question } from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';

/** "rule STRENGTH: a b c" for each finding. */
function outcomes(questions: readonly Question[]): readonly string[] {
  const { findings } = findArithmetic(questions, [], vocabulary, conflictsAmong(questions));
  return findings.map(({ rule, strength, members }) => `${rule} ${strength}: ${members.join(' ')}`);
}

const killed38 = claim(figure('38'), { id: 'killed38' });
const azerbaijani = (amount: string, id = 'az') => claim(figure(amount), { id, scope: 'nationality: Azerbaijani' });
const russian = (amount: string, id = 'ru') => claim(figure(amount), { id, scope: 'nationality: Russian' });

test.each<[string, Question, readonly string[]]>([
  ['parts that fit', question(fatalities, killed38, azerbaijani('23'), russian('7')), []],
  ['parts that make the whole', question(fatalities, killed38, azerbaijani('23'), russian('15')), []],
  [
    'parts that exceed it',
    question(fatalities, killed38, azerbaijani('23'), russian('16')),
    ['parts-exceed-whole CONFLICT: az killed38 ru'],
  ],
  [
    'parts that exceed one of two wholes',
    question(fatalities, killed38, claim(figure('39'), { id: 'killed39' }), azerbaijani('23'), russian('16')),
    ['parts-exceed-whole CONFLICT: az killed38 ru'],
  ],
  ['a part that exceeds it alone is a pair', question(fatalities, killed38, azerbaijani('42'), russian('7')), []],
  [
    'a part that exceeds it alone, hedged, is a pair as well',
    question(
      fatalities,
      killed38,
      claim(figure('42'), { id: 'az', hedged: true, scope: 'nationality: Azerbaijani' }),
      russian('7'),
    ),
    [],
  ],
  [
    'the same, the other way round',
    question(
      fatalities,
      killed38,
      azerbaijani('7'),
      claim(figure('42'), { id: 'ru', hedged: true, scope: 'nationality: Russian' }),
    ),
    [],
  ],
  [
    'a part that can be spared',
    question(
      fatalities,
      killed38,
      ...(['Azerbaijan 5', 'Kazakhstan 20', 'Russia 19'] as const).map((said) => {
        const [place = '', amount = ''] = said.split(' ');
        return claim(figure(amount), { id: place, scope: `place: ${place}` });
      }),
    ),
    ['parts-exceed-whole CONFLICT: Kazakhstan Russia killed38'],
  ],
  [
    'parts that may overlap are not added up',
    question(fatalities, killed38, azerbaijani('23'), claim(figure('16'), { id: 'c', scope: 'role: crew' })),
    [],
  ],
  [
    'two figures for one part are not added up',
    question(fatalities, killed38, azerbaijani('23'), azerbaijani('20', 'az20')),
    [],
  ],
  [
    'a whole that is itself a part',
    question(
      fatalities,
      claim(figure('10'), { id: 'k', scope: 'role: crew' }),
      claim(figure('6'), { id: 'a', scope: 'role: pilots, nationality: Azerbaijani' }),
      claim(figure('5'), { id: 'r', scope: 'role: crew, nationality: Russian' }),
    ),
    ['parts-exceed-whole CONFLICT: a k r'],
  ],
  [
    'a hedged part',
    question(
      fatalities,
      killed38,
      azerbaijani('23'),
      claim(figure('16'), { id: 'ru', hedged: true, scope: 'nationality: Russian' }),
    ),
    ['parts-exceed-whole TENSION: az killed38 ru'],
  ],
  [
    'a whole without a limit',
    question(fatalities, claim(figure({ lowerBound: '30' }), { id: 'w' }), azerbaijani('23'), russian('16')),
    [],
  ],
  [
    'what is not additive',
    question({ ...fatalities, additive: false }, killed38, azerbaijani('23'), russian('16')),
    [],
  ],
])('%s', (_name, asked, expected) => {
  expect(outcomes([asked])).toEqual(expected);
});

test('no set contains a pair that is in conflict already', () => {
  const questions = [question(fatalities, killed38, azerbaijani('23'), russian('16'))];
  const opposed = new Set(['az', 'ru']);
  const { findings } = findArithmetic(questions, [], vocabulary, (a, b) => opposed.has(a) && opposed.has(b));
  expect(findings).toEqual([]);
});
