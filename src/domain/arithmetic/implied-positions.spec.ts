import { describe, expect, test } from '@jest/globals';
import type { Question } from '../claim/question.js';
import { valueText } from '../claim/statement.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard, crew, fatalities, fates, passengers, question, roles, survivors } from './arithmetic.spec-kit.js';
import { impliedPositions } from './implied-positions.js';

/** What follows for the survivors: "29 from a f". */
function forSurvivors(questions: readonly Question[], origins: Readonly<Record<string, number>> = {}) {
  const originsOf = (id: string): number => origins[id] ?? 1;
  return impliedPositions(survivors, questions, [fates, roles], originsOf, vocabulary).map(
    ({ value, restsOn }) => `${valueText(value, survivors, vocabulary)} from ${restsOn.join(' ')}`,
  );
}

const a67 = claim(figure('67'), { id: 'a' });
const f38 = claim(figure('38'), { id: 'f' });
const f42 = claim(figure('42'), { id: 'g' });

describe('impliedPositions', () => {
  test.each<[string, readonly Question[], Readonly<Record<string, number>>, readonly string[]]>([
    ['from what is undisputed', [question(aboard, a67), question(fatalities, f38)], {}, ['29 from a f']],
    [
      'whatever is said of the question itself',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors, claim(figure('32'), { id: 's' }), claim(figure('28'), { id: 't' })),
      ],
      {},
      ['29 from a f'],
    ],
    [
      'from the better of two that exclude each other',
      [question(aboard, a67), question(fatalities, f38, f42)],
      { f: 2 },
      ['29 from a f'],
    ],
    [
      'from neither of two that are as good',
      [question(aboard, a67), question(fatalities, f38, f42)],
      {},
      ['up to 67 from a'],
    ],
    [
      'not from figures that do not add up',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('4'), { id: 'c' })),
      ],
      {},
      [],
    ],
    [
      'nor from parts that exceed their whole',
      [
        question(aboard, a67),
        question(
          fatalities,
          f38,
          claim(figure('23'), { id: 'fa', scope: 'nationality: Azerbaijani' }),
          claim(figure('16'), { id: 'fr', scope: 'nationality: Russian' }),
        ),
      ],
      {},
      ['up to 67 from a'],
    ],
  ])('%s', (_name, questions, origins, expected) => {
    expect(forSurvivors(questions, origins)).toEqual(expected);
    expect(forSurvivors([...questions].reverse(), origins)).toEqual(expected);
  });
});
