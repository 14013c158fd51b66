import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { valueText } from '../claim/statement.js';
import type { Question } from '../claim/question.js';
import { claim, figure, property, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard, crew, fatalities, fates, passengers, question, roles, survivors } from './arithmetic.spec-kit.js';
import { derivePositions } from './derive-positions.js';
import type { Identity } from './identity.js';
import { isSolvable, liesIn } from './solvable.spec-kit.js';

/** For each of the questions, what the others imply: "survivors 29 from a f by fates" */
function derived(questions: readonly Question[], identities: readonly Identity[] = [fates, roles]): readonly string[] {
  return questions.flatMap(({ property: asked }) =>
    derivePositions(asked, questions, identities, vocabulary).map((position) => {
      const scope = position.scope.map(({ conceptId }) => `${conceptId} `).join('');
      const value = valueText(position.value, aboard, vocabulary);
      return `${scope}${asked.key} ${value} from ${position.restsOn.join(' ')} by ${position.identities.join(' ')}`;
    }),
  );
}

const a67 = claim(figure('67'), { id: 'a' });
const f38 = claim(figure('38'), { id: 'f' });
const s32 = claim(figure('32'), { id: 's' });

describe('derivePositions', () => {
  test.each<[string, readonly Question[], readonly string[]]>([
    ['nothing from nothing', [question(aboard), question(survivors)], []],
    [
      'the rest of a whole',
      [question(aboard, a67), question(fatalities, f38), question(survivors)],
      ['aboard at least 38 from f by fates', 'fatalities up to 67 from a by fates', 'survivors 29 from a f by fates'],
    ],
    [
      'the whole',
      [question(aboard), question(fatalities, f38), question(survivors, s32)],
      ['aboard 70 from f s by fates'],
    ],
    ['only for what is asked', [question(fatalities, f38), question(survivors, s32)], []],
    [
      'a part is no more than the whole',
      [question(aboard, a67), question(survivors)],
      ['survivors up to 67 from a by fates'],
    ],
    [
      'a whole is no less than a part',
      [question(aboard), question(fatalities, f38)],
      ['aboard at least 38 from f by fates'],
    ],
    [
      'what was said already follows all the same',
      [question(aboard, a67), question(fatalities, f38), question(survivors, claim(figure('29'), { id: 's' }))],
      ['aboard 67 from f s by fates', 'fatalities 38 from a s by fates', 'survivors 29 from a f by fates'],
    ],
    [
      'whatever was said',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors, claim(figure({ lowerBound: '20' }), { id: 's' })),
      ],
      [
        'aboard at least 58 from f s by fates',
        'fatalities up to 47 from a s by fates',
        'survivors 29 from a f by fates',
      ],
    ],
    [
      'bounds from bounds',
      [
        question(aboard, a67),
        question(fatalities, claim(figure({ lowerBound: '35' }), { id: 'f' })),
        question(survivors, claim(figure({ lowerBound: '20' }), { id: 's' })),
      ],
      [
        'aboard at least 55 from f s by fates',
        'fatalities up to 47 from a s by fates',
        'survivors up to 32 from a f by fates',
      ],
    ],
    [
      'open ends stay open',
      [
        question(aboard, a67),
        question(fatalities, claim(figure({ lowerBound: '38', lowerExclusive: true }), { id: 'f' })),
        question(survivors),
      ],
      [
        'aboard more than 38 from f by fates',
        'fatalities up to 67 from a by fates',
        'survivors under 29 from a f by fates',
      ],
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
      [
        'aboard 67 from c p by roles',
        'fatalities up to 67 from a by fates',
        'survivors 29 from a f by fates',
        'passengers 62 from a c by roles',
        'crew 5 from a p by roles',
      ],
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
      [
        'aboard 67 from c p by roles',
        'fatalities up to 67 from c p by fates roles',
        'survivors 29 from c f p by fates roles',
        'passengers at least 33 from c f by fates roles',
      ],
    ],
    [
      'answers that contradict each other imply nothing for a third question',
      [
        question(aboard, a67),
        question(fatalities, f38),
        question(survivors),
        question(passengers, claim(figure('62'), { id: 'p' })),
        question(crew, claim(figure('4'), { id: 'c' })),
      ],
      [
        'aboard 66 from c p by roles',
        'fatalities up to 66 from c p by fates roles',
        'passengers 63 from a c by roles',
        'crew 5 from a p by roles',
      ],
    ],
    [
      'each scope by itself',
      [
        question(aboard, a67, claim(figure('37'), { id: 'aa', scope: 'nationality: Azerbaijani' })),
        question(fatalities, f38, claim(figure('23'), { id: 'fa', scope: 'nationality: Azerbaijani' })),
        question(survivors),
      ],
      [
        'aboard at least 38 from f by fates',
        'Azerbaijani aboard at least 23 from fa by fates',
        'fatalities up to 67 from a by fates',
        'Azerbaijani fatalities up to 37 from aa by fates',
        'survivors 29 from a f by fates',
        'Azerbaijani survivors 14 from aa fa by fates',
      ],
    ],
    [
      'of two claims that say the same, the first by id',
      [
        question(aboard, claim(figure('67'), { id: 'b' }), a67),
        question(fatalities, claim(figure('38'), { id: 'g' }), f38),
        question(survivors),
      ],
      ['aboard at least 38 from f by fates', 'fatalities up to 67 from a by fates', 'survivors 29 from a f by fates'],
    ],
  ])('%s', (_name, questions, expected) => {
    expect(derived(questions)).toEqual(expected);
    expect(derived([...questions].reverse()).toSorted()).toEqual([...expected].sort());
  });

  test.each<[string, readonly Question[], string]>([
    [
      'from two',
      [question(aboard, a67), question(fatalities, claim(figure('38'), { id: 'f', source: 'Euronews' }))],
      '67 aboard (ICDS) and 38 killed (Euronews) imply 29 survivors: whoever was aboard died or survived.',
    ],
    [
      'from one that is hedged',
      [question(aboard, claim(figure('67'), { hedged: true }))],
      '67 aboard (ICDS) implies up to 67 survivors: whoever was aboard died or survived, but 67 aboard is only called possible.',
    ],
    [
      'for a scope, by two identities',
      [
        question(passengers, claim(figure('5'), { id: 'p', scope: 'nationality: Russian' })),
        question(crew, claim(figure('1'), { id: 'c', scope: 'nationality: Russian' })),
      ],
      '5 passengers, Russian only (ICDS) and 1 crew, Russian only (same source) imply up to 6 survivors, Russian only: ' +
        'whoever was aboard died or survived and whoever was aboard was a passenger or crew.',
    ],
  ])('explains what follows %s', (_name, questions, explanation) => {
    const [position] = derivePositions(survivors, questions, [fates, roles], vocabulary);
    expect(position?.explanation).toBe(explanation);
  });

  test('what is counted twice is halved', () => {
    const twice: readonly Identity[] = [
      { id: 'x', label: 'x', whole: 'aboard', parts: ['fatalities', 'passengers'] },
      { id: 'y', label: 'y', whole: 'survivors', parts: ['fatalities', 'aboard'] },
    ];
    const questions = [question(fatalities), question(survivors, claim(figure('9'), { id: 's' }))];
    expect(derived(questions, twice)).toEqual(['fatalities up to 4.5 from s by x y']);
  });

  test('values are in the property’s own unit', () => {
    const length = (key: string, unit: string) => property('QUANTITY', { key, unit });
    const asked = length('second', 'foot');
    const questions = [
      question(length('total', 'km'), claim(figure('3', 'km'), { id: 't' })),
      question(length('first', 'm'), claim(figure('1476', 'm'), { id: 'f' })),
    ];
    const way: Identity = { id: 'way', label: 'way', whole: 'total', parts: ['first', 'second'] };
    const [position] = derivePositions(asked, questions, [way], vocabulary);
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
    const statedBy = (said: readonly ({ from: number; span: number } | null)[]) =>
      said.flatMap((each, index) =>
        each === null ? [] : liesIn(free[index] ?? [], range(each.from, each.from + each.span)),
      );
    fc.assert(
      fc.property(fc.array(fc.option(bounds, { nil: null }), { minLength: 5, maxLength: 5 }), (said) => {
        fc.pre(isSolvable([...background, ...statedBy(said)], 3));
        const questions = properties.map((about, index) => {
          const each = said[index] ?? null;
          const value = each && figure({ lowerBound: `${each.from}`, upperBound: `${each.from + each.span}` });
          return question(about, ...(value === null ? [] : [claim(value, { id: `c${index}` })]));
        });
        for (const [index, about] of properties.entries()) {
          const [position] = derivePositions(about, questions, [fates, roles], vocabulary);
          const others = statedBy(said.map((each, at) => (at === index ? null : each)));
          const lower = Number(position?.value.lower ?? 0);
          const upper = position?.value.upper ?? null;
          for (let amount = 0; amount <= 24; amount += 1) {
            const fits = isSolvable([...background, ...others, ...liesIn(free[index] ?? [], range(amount, amount))], 3);
            expect([about.key, amount, amount >= lower && amount <= Number(upper ?? 99)]).toEqual([
              about.key,
              amount,
              fits,
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
