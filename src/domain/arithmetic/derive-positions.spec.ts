import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { valueText } from '../claim/statement.js';
import type { Question } from '../claim/question.js';
import { claim, figure, property, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard, crew, fatalities, fates, passengers, question, roles, survivors } from './arithmetic.spec-kit.js';
import { derivePositions } from './derive-positions.js';
import type { Identity } from './identity.js';
import { isSolvable, liesIn } from './solvable.spec-kit.js';

/** "survivors 29 from a f by fates" */
function derived(
  questions: readonly Question[],
  conflicts: readonly (readonly string[])[] = [],
  identities: readonly Identity[] = [fates, roles],
): readonly string[] {
  return derivePositions(questions, identities, vocabulary, conflicts).map((position) => {
    const scope = position.scope.map(({ conceptId }) => `${conceptId} `).join('');
    const value = valueText(position.value, aboard, vocabulary);
    return `${scope}${position.propertyKey} ${value} from ${position.restsOn.join(' ')} by ${position.identities.join(' ')}`;
  });
}

const a67 = claim(figure('67'), { id: 'a' });
const f38 = claim(figure('38'), { id: 'f' });
const s32 = claim(figure('32'), { id: 's' });

describe('derivePositions', () => {
  test.each<[string, readonly Question[], readonly (readonly string[])[], readonly string[]]>([
    ['nothing from nothing', [question(aboard), question(survivors)], [], []],
    [
      'the rest of a whole',
      [question(aboard, a67), question(fatalities, f38), question(survivors)],
      [],
      ['survivors 29 from a f by fates'],
    ],
    [
      'the whole',
      [question(aboard), question(fatalities, f38), question(survivors, s32)],
      [],
      ['aboard 70 from f s by fates'],
    ],
    ['only for what is asked', [question(fatalities, f38), question(survivors, s32)], [], []],
    [
      'a part is no more than the whole',
      [question(aboard, a67), question(survivors)],
      [],
      ['survivors up to 67 from a by fates'],
    ],
    [
      'a whole is no less than a part',
      [question(aboard), question(fatalities, f38)],
      [],
      ['aboard at least 38 from f by fates'],
    ],
    [
      'what was said already is not derived',
      [question(aboard, a67), question(fatalities, f38), question(survivors, claim(figure('29'), { id: 's' }))],
      [],
      [],
    ],
    [
      'a tighter bound than what was said',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors, claim(figure({ lowerBound: '20' }), { id: 's' })),
      ],
      [],
      ['survivors 29 from a f by fates'],
    ],
    [
      'a bound beside one that was said',
      [
        question(aboard, a67),
        question(fatalities, claim(figure({ lowerBound: '35' }), { id: 'f' })),
        question(survivors, claim(figure({ lowerBound: '20' }), { id: 's' })),
      ],
      [],
      ['fatalities 35 to 47 from a f s by fates', 'survivors 20 to 32 from a f s by fates'],
    ],
    [
      'open ends stay open',
      [
        question(aboard, a67),
        question(fatalities, claim(figure({ lowerBound: '38', lowerExclusive: true }), { id: 'f' })),
        question(survivors),
      ],
      [],
      ['fatalities more than 38 to 67 from a f by fates', 'survivors under 29 from a f by fates'],
    ],
    [
      'across identities, by as few claims as it takes',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('5'), { id: 'c' })),
      ],
      [],
      ['survivors 29 from a f by fates'],
    ],
    [
      'across identities, with the whole unknown',
      [
        question(aboard),
        question(fatalities, f38),
        question(survivors),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('5'), { id: 'c' })),
      ],
      [],
      ['aboard 67 from c p by roles', 'survivors 29 from c f p by fates roles'],
    ],
    [
      'answers that contradict each other imply nothing',
      [question(aboard, a67), question(fatalities, f38), question(survivors, s32)],
      [],
      [],
    ],
    [
      'nothing rests on a claim in conflict with another answer to its question',
      [question(aboard, a67), question(fatalities, f38), question(survivors)],
      [['f', 'f42']],
      ['survivors up to 67 from a by fates'],
    ],
    [
      'nor does a conflict of three count against two of them, where the third answers this question',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors, claim(figure({ upperBound: '32' }), { id: 's' })),
      ],
      [['a', 'f', 's']],
      ['survivors 29 from a f by fates'],
    ],
    [
      'each scope by itself',
      [
        question(aboard, a67, claim(figure('37'), { id: 'aa', scope: 'nationality: Azerbaijani' })),
        question(fatalities, f38, claim(figure('23'), { id: 'fa', scope: 'nationality: Azerbaijani' })),
        question(survivors),
      ],
      [],
      ['survivors 29 from a f by fates', 'Azerbaijani survivors 14 from aa fa by fates'],
    ],
    [
      'of two claims that say the same, the first by id',
      [
        question(aboard, claim(figure('67'), { id: 'b' }), a67),
        question(fatalities, claim(figure('38'), { id: 'g' }), f38),
        question(survivors),
      ],
      [],
      ['survivors 29 from a f by fates'],
    ],
  ])('%s', (_name, questions, conflicts, expected) => {
    expect(derived(questions, conflicts)).toEqual(expected);
    expect(derived([...questions].reverse(), conflicts)).toEqual(expected);
  });

  test('what is counted twice is halved', () => {
    const twice: readonly Identity[] = [
      { id: 'x', label: 'x', whole: 'aboard', parts: ['fatalities', 'passengers'] },
      { id: 'y', label: 'y', whole: 'survivors', parts: ['fatalities', 'aboard'] },
    ];
    const questions = [question(fatalities), question(survivors, claim(figure('9'), { id: 's' }))];
    expect(derived(questions, [], twice)).toEqual(['fatalities up to 4.5 from s by x y']);
  });

  test('values are in the property’s own unit', () => {
    const length = (key: string, unit: string) => property('QUANTITY', { key, unit });
    const questions = [
      question(length('total', 'km'), claim(figure('3', 'km'), { id: 't' })),
      question(length('first', 'm'), claim(figure('1476', 'm'), { id: 'f' })),
      question(length('second', 'foot')),
    ];
    const way: Identity = { id: 'way', label: 'way', whole: 'total', parts: ['first', 'second'] };
    const [position] = derivePositions(questions, [way], vocabulary, []);
    expect(position?.value).toMatchObject({ amount: '5000', unit: null });
  });

  test('law: exactly the values that leave a solution, where there is one', () => {
    const amounts = fc.integer({ min: 0, max: 8 });
    const bounds = fc.record({ from: amounts, span: fc.integer({ min: 0, max: 2 }) });
    const free: readonly (readonly number[])[] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 1, 0],
      [1, 1, -1],
    ];
    const properties = [fatalities, survivors, crew, aboard, passengers];
    const range = (lower: number, upper: number | null) => ({ lower, upper, lowerOpen: false, upperOpen: false });
    const background = free.flatMap((form) => liesIn(form, range(0, null)));
    fc.assert(
      fc.property(fc.array(fc.option(bounds, { nil: null }), { minLength: 5, maxLength: 5 }), (said) => {
        const stated = said.flatMap((each, index) =>
          each === null ? [] : liesIn(free[index] ?? [], range(each.from, each.from + each.span)),
        );
        fc.pre(isSolvable([...background, ...stated], 3));
        const questions = properties.map((about, index) => {
          const each = said[index] ?? null;
          const value = each && figure({ lowerBound: `${each.from}`, upperBound: `${each.from + each.span}` });
          return question(about, ...(value === null ? [] : [claim(value, { id: `c${index}` })]));
        });
        const positions = derivePositions(questions, [fates, roles], vocabulary, []);
        for (const [index, about] of properties.entries()) {
          const position = positions.find(({ propertyKey }) => propertyKey === about.key);
          const own = said[index] ?? null;
          const [lower, upper] =
            position === undefined
              ? [own?.from ?? 0, own === null ? null : own.from + own.span]
              : [Number(position.value.lower), position.value.upper === null ? null : Number(position.value.upper)];
          for (let amount = 0; amount <= 24; amount += 1) {
            const fits = isSolvable([...background, ...stated, ...liesIn(free[index] ?? [], range(amount, amount))], 3);
            expect([about.key, amount, amount >= lower && amount <= (upper ?? 99)]).toEqual([about.key, amount, fits]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
