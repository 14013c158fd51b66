import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readerOf, type ReadableProperty, type ReadableVocabulary, type Suggestion } from './index.js';

const property = (key: string, rest: Partial<ReadableProperty>): ReadableProperty => ({
  key,
  label: key,
  datatype: 'QUANTITY',
  unit: null,
  phrase: `{value} ${key}`,
  schemeKey: null,
  scopeDimensions: [],
  recognition: {},
  ...rest,
});

const VOCABULARY: ReadableVocabulary = {
  nouns: { person: ['people', 'person~', 'man~', 'woman~', 'sailor~'], animal: ['cow~'] },
  events: ['crash~', 'fire~'],
  schemes: [
    {
      key: 'role',
      open: false,
      concepts: [
        { id: 'sailors', label: 'sailors', altLabels: ['seamen'], broader: [] },
        { id: 'maltese', label: 'natives of Malta', altLabels: [], broader: [] },
        { id: 'tovese', label: 'natives of Tove', altLabels: [], broader: [] },
      ],
    },
    {
      key: 'cause',
      open: false,
      concepts: [
        { id: 'arson', label: 'arson', altLabels: [], broader: [] },
        { id: 'lightning', label: 'lightning', altLabels: ['lightning strike'], broader: [] },
      ],
    },
    {
      key: 'place',
      open: true,
      concepts: [{ id: 'malta', label: 'Malta', altLabels: [], broader: [] }],
    },
  ],
  properties: [
    property('killed', {
      unit: 'person',
      scopeDimensions: [
        { key: 'role', schemeKey: 'role' },
        { key: 'place', schemeKey: 'place' },
      ],
      recognition: {
        objectOf: ['kill~'],
        subjectOf: ['die~'],
        names: ['death toll', 'number of people killed'],
        group: ['those killed'],
        of: ['person'],
        scopedBy: { place: ['in'] },
      },
    }),
    property('aboard', { unit: 'person', recognition: { described: ['aboard', 'on board'], of: ['person'] } }),
    property('cause', {
      datatype: 'CONCEPT',
      schemeKey: 'cause',
      recognition: { before: ['caused by'], after: ['cause~'], names: ['cause'], denies: ['rule~ out'] },
    }),
    property('place', {
      datatype: 'CONCEPT',
      schemeKey: 'place',
      recognition: { events: ['crash~', 'fire~'], prepositions: ['in', 'near'] },
    }),
    property('day', { datatype: 'TIME', recognition: { events: ['crash~', 'die~', 'kill~'] } }),
    property('claimedBy', { datatype: 'TEXT', recognition: { after: ['claim~ responsibility'], takes: 'AGENT' } }),
    property('alarm', { datatype: 'BOOLEAN', recognition: { says: { true: ['alarm ... raised'] } } }),
  ],
};

const read = readerOf(VOCABULARY);
/** A Wednesday. */
const CONTEXT = { publishedAt: '2024-05-08' };

function shown({ propertyKey, value, scope, polarity, claimantName }: Suggestion): string {
  const terms = scope.map(({ concept }) => (concept.kind === 'CONCEPT' ? concept.conceptId : concept.label));
  const denied = polarity === 'DENIED' ? 'not ' : '';
  const by = claimantName === null ? '' : ` by ${claimantName}`;
  return `${propertyKey} ${denied}${valueText(value)}${terms.map((term) => ` (${term})`).join('')}${by}`;
}

function valueText(value: Suggestion['value']): string {
  switch (value.kind) {
    case 'QUANTITY':
      return `${value.lowerOpen ? '(' : '['}${value.lower ?? ''},${value.upper ?? ''}${value.upperOpen ? ')' : ']'}`;
    case 'TIME':
      return value.edtf;
    case 'CONCEPT':
      return value.conceptId;
    case 'UNLISTED_CONCEPT':
      return `new ${value.label}`;
    case 'TEXT':
      return value.text;
    case 'BOOLEAN':
      return String(value.boolean);
    case 'UNKNOWN':
      return 'unknown';
  }
}

describe('what a sentence says', () => {
  test.each<[string, string, readonly string[]]>([
    ['an object', 'The wave killed 12 people.', ['killed [12,12]']],
    ['a passive', 'At least 12 people were killed.', ['killed [12,]']],
    ['a part and its whole', 'Of the 40 people on board, 12 died.', ['aboard [40,40]', 'killed [12,12]']],
    ['a scope', 'Two sailors died.', ['killed [2,2] (sailors)']],
    ['another noun', 'The wave killed 12 cows.', []],
    ['nobody', 'Nobody died.', ['killed [0,0]']],
    ['a toll that rose', 'The death toll rose from 9 to 12.', ['killed [12,12]']],
    ['what may come', 'The death toll could rise to 40.', []],
    ['a question', 'Did 12 people die?', []],
    ['a condition', 'It is not known whether 12 people died.', []],
    ['a cause before its verb', 'A lightning strike caused the fire.', ['cause lightning']],
    ['a cause ruled out', 'The mayor ruled out arson.', ['cause not arson by mayor']],
    ['a cause left open', 'The mayor has not ruled out arson.', []],
    ['a cause nobody knows', 'The cause is not yet known.', ['cause unknown']],
    ['nobody knows what', 'It is unclear what caused the fire.', ['cause unknown']],
    ['a place and a day', 'It crashed on Monday near Gozo, Malta.', ['day 2024-05-06', 'place new Gozo']],
    ['a waterway', 'It crashed in the Gulf of Malta.', ['place new Gulf of Malta']],
    ['an adjective of an event', 'He stood in a crashed car in Malta.', []],
    ['a longer past', 'In 2009 a crash in Malta killed 12 people.', []],
    ['since then', 'It is the worst since 2009, when 12 people died.', []],
    ['who claims', 'An armed band, the Grey Hand, claimed responsibility.', ['claimedBy Grey Hand']],
    ['that nobody claims', 'No group has claimed responsibility.', []],
    ['what did not happen', 'No alarm was raised.', ['alarm not true']],
    ['who says it', 'Twelve people died, the mayor told local radio.', ['killed [12,12] by mayor']],
    ['a figure put right', 'Nine people died; it was later revised to 12.', ['killed [9,9]', 'killed [12,12]']],
    [
      'the figure of another',
      'Nine people died. The harbour board put the figure at 12.',
      ['killed [9,9]', 'killed [12,12] by harbour board'],
    ],
    ['the figure of something else', 'Nine people died. The board put the price at 12.', ['killed [9,9]']],
    ['a toll of several waves', 'The number of people killed by two waves has risen to 12.', ['killed [12,12]']],
    ['members of a group', 'Of those killed, two were sailors.', ['killed [2,2] (sailors)']],
    ['a sum of years', 'About 400 people have died there since 2009.', []],
    ['one place', 'Twelve people died in Malta.', ['killed [12,12]']],
    [
      'counts by place',
      'Twelve people died in Malta. In Tove, two people died.',
      ['killed [12,12] (malta)', 'killed [2,2] (Tove)'],
    ],
    ['a count of two places', 'Two died in Tove and Malta. Nine died in Arlen.', ['killed [2,2]', 'killed [9,9]']],
    [
      'where somebody says it',
      'Officials in Malta said 12 people died there. Two died in Tove.',
      ['killed [12,12] (malta) by Officials in Malta', 'killed [2,2] (Tove)'],
    ],
    [
      'a place in front',
      'In Tove two people died. Nine died in Malta.',
      ['killed [2,2] (Tove)', 'killed [9,9] (malta)'],
    ],
    ['one place alone', 'Forty died. Two died in Tove alone.', ['killed [40,40]', 'killed [2,2] (Tove)']],
    [
      'figures that leave out what they count',
      'Of those killed, two were natives of Malta, 9 of Tove.',
      ['killed [2,2] (maltese)', 'killed [9,9] (tovese)'],
    ],
    ['a figure in quotation marks', 'They put the death toll at "at least 12".', ['killed [12,]']],
    ['a feast', 'It crashed in Malta on Easter Sunday.', ['day 2024-05-05', 'place malta']],
    ['a building', 'It crashed near the Tove primary school.', ['place new Tove primary school']],
    ['until when it is known', 'As of Monday, 12 people died.', ['killed [12,12]']],
    ['what is intended', 'Twelve people were ready to die.', []],
    [
      'what stands behind a semicolon',
      'The mayor said two people died; 9 sailors died later.',
      ['killed [2,2] by mayor', 'killed [9,9] (sailors)'],
    ],
    ['a particle in a name', 'The mayor, Eva de Borg, said 12 people died.', ['killed [12,12] by Eva de Borg']],
    ['a feast of its own', 'It crashed at the Halloween feast in Malta.', ['place malta']],
    ['what is compared', 'Twelve people died, down from 40 in 2009.', ['killed [12,12]']],
    ['the worst since', 'Twelve people died, the highest number since 2009.', ['killed [12,12]']],
    [
      'an office with its letters',
      '12 people died, the head of the Harbour Board (HB), Eva Borg, said.',
      ['killed [12,12] by Eva Borg'],
    ],
    ['what was caused', 'Lightning was caused by the storm.', []],
    ['what evidence shows', 'The mayor said evidence showed that arson caused it.', ['cause arson by mayor']],
    ['a mere apposition', 'She is the widow of Eva Borg, a sailor who died.', []],
    ['a name of another kind', 'It crashed near the band Lindqvist.', []],
    ['an adjective of an island', 'It crashed near the Maltese island of Gozo.', ['place new Gozo']],
    [
      'what a denial takes for granted',
      'The mayor denied that 12 of the 40 people aboard died.',
      ['aboard [40,40] by mayor', 'killed not [12,12] by mayor'],
    ],
    ['a not in the middle', 'The alarm has not been raised.', ['alarm not true']],
    ['nothing to suggest it', 'There is nothing to suggest that arson caused it.', ['cause not arson']],
    ['a name behind an office', '12 people died, according to the mayor, Eva Borg.', ['killed [12,12] by Eva Borg']],
    [
      'a name broken by the page',
      'In the town hall the mayor, Eva\nBorg, said that 12 people had died\nin the night.',
      ['killed [12,12] by Eva Borg'],
    ],
    ['an office and its name', 'The mayor, Eva Borg, said 12 people died.', ['killed [12,12] by Eva Borg']],
    ['who is cited', '12 people died, according to state television.', ['killed [12,12] by state television']],
  ])('%s', (_name, text, expected) => {
    expect([...read(text, CONTEXT).map(shown)].sort()).toEqual([...expected].sort());
  });

  test('a day behind what is cited is the day of what happened', () => {
    const [killed] = read('Twelve people died on Monday, according to police.', CONTEXT).filter(
      ({ propertyKey }) => propertyKey === 'killed',
    );
    expect(killed).toMatchObject({ claimantName: 'police', saidOn: '2024-05-08' });
  });

  test('a day in front of a report is the day of the report, counted from the event', () => {
    const suggestions = read(
      'The car crashed on 3 May. Two days after the crash, police said 12 people died.',
      CONTEXT,
    );
    const killed = suggestions.find(({ propertyKey }) => propertyKey === 'killed');
    expect(killed).toMatchObject({ claimantName: 'police', saidOn: '2024-05-05' });
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'12 3,400 at least killed people died not the mayor said , . ; " \u201C \u201D ( ) - of and on Monday 2024-05-06'.split(
      ' ',
    ),
    ...'no none dozens of two million \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u{1F30A} \u{1F468}\u200D\u{1F469} e\u0301 \u202E \u00A0 \u2028 caused by arson'.split(
      ' ',
    ),
    '\n',
    ' ',
    '\uD83C',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(words, { maxLength: 120 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 120 }).map((list) => list.join('')),
  );

  test('is read without failing, and what is quoted stands where it is said to stand', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { quote, confidence } of read(text, CONTEXT)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is read alike each time', () => {
    fc.assert(
      fc.property(texts, (text) => expect(read(text, CONTEXT)).toEqual(read(text, CONTEXT))),
      { numRuns: 50 },
    );
  });

  test.each<[string, string]>([
    ['a text without a full stop', 'the wave killed 12 people and '.repeat(4000)],
    ['thousands of figures', Array.from({ length: 5000 }, (_, index) => String(index)).join(' ')],
    ['one long word', 'a'.repeat(200_000)],
    ['nothing but quotation marks', '"'.repeat(20_000)],
    ['nothing but commas', '12, '.repeat(5000)],
    ['nothing but hyphens', '12-'.repeat(5000)],
  ])('%s', (_name, text) => {
    for (const { quote } of read(text, CONTEXT)) expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
    expect(read('The wave killed 12 people.', CONTEXT).map(shown)).toEqual(['killed [12,12]']);
  });
});
