import { expect, test } from '@jest/globals';
import type { Question } from '../claim/question.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import {
  aboard,
  conflictsAmong,
  crew,
  fatalities,
  fates,
  fatesWithMissing,
  missing,
  passengers,
  question,
  roles,
  survivors,
} from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';
import type { Identity } from './identity.js';

const identities = [fates, roles];

const authority = 'Kazakhstan’s ministry of emergencies';
const icds = { on: '2025-01-10' };
const aboardSaid = claim(figure('67'), { ...icds, id: 'a' });
const killedSaid = claim(figure('38'), { ...icds, id: 'f' });
const ministry = { id: 's', source: authority, on: '2024-12-25' };

test.each<[string, readonly Question[], readonly Identity[], string]>([
  [
    'what is left over',
    [
      question(aboard, aboardSaid),
      question(fatalities, killedSaid),
      question(survivors, claim(figure('32'), ministry)),
    ],
    identities,
    '67 aboard (ICDS, 10 January 2025) and 38 killed (same source) leave 29 survivors; Kazakhstan’s ministry of emergencies, 25 December 2024, reported 32: whoever was aboard died or survived.',
  ],
  [
    'what is left over for the one that somebody else reported, hedged',
    [
      question(aboard, aboardSaid),
      question(fatalities, claim(figure('42'), { id: 'f', source: 'Euronews', hedged: true })),
      question(survivors, claim(figure('29'), { ...icds, id: 's' })),
    ],
    identities,
    '67 aboard (ICDS, 10 January 2025) and 29 survivors (same source) leave 38 killed; Euronews reported 42: whoever was aboard died or survived, but 42 killed is only called possible.',
  ],
  [
    'what is left over where one source does not agree with itself',
    [
      question(aboard, aboardSaid),
      question(fatalities, killedSaid),
      question(survivors, claim(figure('32'), { id: 's', on: '2025-01-11' })),
    ],
    identities,
    '67 aboard (ICDS, 10 January 2025) and 38 killed (same source) leave 29 survivors; the same source, 11 January 2025, reported 32: whoever was aboard died or survived.',
  ],
  [
    'a range that is left over, for a part of them',
    [
      question(aboard, claim(figure('37'), { id: 'a', scope: 'nationality: Azerbaijani' })),
      question(
        fatalities,
        claim(figure({ lowerBound: '20', upperBound: '23' }), {
          id: 'f',
          source: 'Euronews',
          scope: 'nationality: Azerbaijani',
        }),
      ),
      question(survivors, claim(figure('18'), { id: 's', source: 'Report', scope: 'nationality: Azerbaijani' })),
    ],
    identities,
    '37 aboard, Azerbaijani only (ICDS) and 20 to 23 killed, Azerbaijani only (Euronews) leave 14 to 17 survivors, Azerbaijani only; Report reported 18: whoever was aboard died or survived.',
  ],
  [
    'what cannot go below zero, and without a phrase',
    [
      question(aboard, claim(figure('67'), { id: 'a' })),
      question(fatalities, claim(figure({ lowerBound: '60' }), { id: 'f', source: 'Euronews', hedged: true })),
      question(survivors, claim(figure('5'), { id: 's', hedged: true })),
      question(missing, claim(figure('3'), { id: 'm', source: 'Report' })),
    ],
    [fatesWithMissing],
    '67 aboard (ICDS), at least 60 killed (Euronews) and 5 survivors (ICDS) leave up to 2 for missing; Report reported 3: whoever was aboard died, survived or is missing, but at least 60 killed and 5 survivors are only called possible.',
  ],
  [
    'parts that make too much without the rest',
    [
      question(aboard, aboardSaid),
      question(fatalities, killedSaid),
      question(survivors, claim(figure('32'), ministry)),
    ],
    [fatesWithMissing],
    '38 killed (ICDS, 10 January 2025) and 32 survivors (Kazakhstan’s ministry of emergencies, 25 December 2024) make 70, more than 67 aboard (ICDS, 10 January 2025): whoever was aboard died, survived or is missing.',
  ],
  [
    'one part that is too much',
    [question(aboard, aboardSaid), question(fatalities, claim(figure('70'), { ...icds, id: 'f' }))],
    identities,
    '70 killed (ICDS, 10 January 2025) is more than 67 aboard (same source): whoever was aboard died or survived.',
  ],
  [
    'one part that is too much for a range',
    [
      question(aboard, claim(figure({ upperBound: '67' }), { id: 'a' })),
      question(fatalities, claim(figure({ lowerBound: '70' }), { id: 'f' })),
    ],
    identities,
    'At least 70 killed (ICDS) is too high for up to 67 aboard (same source): whoever was aboard died or survived.',
  ],
  [
    'two ways to split the whole',
    [
      question(fatalities, claim(figure('38'), { id: 'f' })),
      question(survivors, claim(figure({ lowerBound: '32' }), { id: 's' })),
      question(passengers, claim(figure('62'), { id: 'p', source: 'Euronews' })),
      question(crew, claim(figure('5'), { id: 'c', source: 'Euronews' })),
    ],
    identities,
    '38 killed (ICDS) and at least 32 survivors (same source) make at least 70, more than 62 passengers (Euronews) and 5 crew (same source), which make 67: whoever was aboard died or survived and whoever was aboard was a passenger or crew.',
  ],
  [
    'parts of one property',
    [
      question(
        fatalities,
        claim(figure('38'), { ...icds, id: 'w' }),
        claim(figure('16'), { id: 'r', source: 'Report', scope: 'nationality: Russian' }),
        claim(figure('23'), { ...icds, id: 'a', scope: 'nationality: Azerbaijani' }),
      ),
    ],
    [],
    '23 killed, Azerbaijani only (ICDS, 10 January 2025) and 16 killed, Russian only (Report) make 39, more than 38 killed (ICDS, 10 January 2025): parts that have nothing in common cannot exceed the whole.',
  ],
  [
    'a property that is counted twice',
    [question(fatalities, claim(figure('5'), { id: 'f' })), question(survivors, claim(figure('9'), { id: 's' }))],
    [
      { id: 'x', label: 'first', whole: 'aboard', parts: ['fatalities', 'missing'] },
      { id: 'y', label: 'second', whole: 'survivors', parts: ['fatalities', 'aboard'] },
    ],
    '2 × 5 killed (ICDS) make 10, more than 9 survivors (same source): first and second.',
  ],
])('%s', (_name, questions, by, expected) => {
  expect(
    findArithmetic(questions, by, vocabulary, conflictsAmong(questions)).findings.map(({ explanation }) => explanation),
  ).toEqual([expected]);
});
