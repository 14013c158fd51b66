/** Months by name, 1 to 12. */
export const MONTHS = new Map<string, number>(
  (
    [
      ['january', 'jan', 'jan.'],
      ['february', 'feb', 'feb.'],
      ['march', 'mar', 'mar.'],
      ['april', 'apr', 'apr.'],
      ['may'],
      ['june', 'jun', 'jun.'],
      ['july', 'jul', 'jul.'],
      ['august', 'aug', 'aug.'],
      ['september', 'sept', 'sept.', 'sep', 'sep.'],
      ['october', 'oct', 'oct.'],
      ['november', 'nov', 'nov.'],
      ['december', 'dec', 'dec.'],
    ] as const
  ).flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Days of the week by name, 0 (Sunday) to 6. */
export const WEEKDAYS = new Map<string, number>(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((name, day) => [name, day]),
);

/** Days that have a name, as month and day. */
export const NAMED_DAYS: readonly (readonly [words: readonly string[], month: number, day: number])[] = [
  [['christmas', 'eve'], 12, 24],
  [['christmas', 'day'], 12, 25],
  [['boxing', 'day'], 12, 26],
  [['new', 'year', "'s", 'eve'], 12, 31],
  [['new', 'year', "'s", 'day'], 1, 1],
];

export const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midnight', 'dawn']);

/** Periods that days are counted in: how many days each has; months and years are counted by the calendar. */
export const PERIODS = new Map<string, 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'>([
  ['day', 'DAY'],
  ['days', 'DAY'],
  ['week', 'WEEK'],
  ['weeks', 'WEEK'],
  ['month', 'MONTH'],
  ['months', 'MONTH'],
  ['year', 'YEAR'],
  ['years', 'YEAR'],
]);
