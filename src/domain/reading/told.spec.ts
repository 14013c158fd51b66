import { describe, expect, test } from '@jest/globals';
import type { ReadableVocabulary } from './recognition.js';
import { toldReader, type ToldClaim, type ToldProblem } from './told.js';

const property = { unit: null, phrase: null, schemeKey: null, scopeDimensions: [], recognition: {} };
const concept = (id: string, label: string, ...altLabels: string[]) => ({ id, label, altLabels, broader: [] });
const VOCABULARY: ReadableVocabulary = {
  properties: [
    {
      ...property,
      key: 'fatalities',
      label: 'killed',
      datatype: 'QUANTITY',
      phrase: '{value} killed',
      scopeDimensions: [
        { key: 'role', schemeKey: 'role' },
        { key: 'place', schemeKey: 'place' },
      ],
    },
    {
      ...property,
      key: 'depth',
      label: 'depth',
      datatype: 'QUANTITY',
      unit: 'km',
      recognition: { units: ['km', 'm'] },
    },
    { ...property, key: 'cause', label: 'cause', datatype: 'CONCEPT', schemeKey: 'cause' },
    { ...property, key: 'occurredAt', label: 'place', datatype: 'CONCEPT', schemeKey: 'place' },
    { ...property, key: 'occurredOn', label: 'date', datatype: 'TIME' },
    { ...property, key: 'warned', label: 'warning issued', datatype: 'BOOLEAN' },
    { ...property, key: 'operator', label: 'operator', datatype: 'TEXT' },
  ],
  schemes: [
    { key: 'role', open: false, concepts: [concept('r1', 'crew', 'crew members'), concept('r2', 'passengers')] },
    {
      key: 'cause',
      open: false,
      concepts: [concept('c1', 'engine fire', 'fire'), concept('c2', 'kitchen fire', 'fire'), concept('c3', 'storm')],
    },
    { key: 'place', open: true, concepts: [concept('p1', 'Peru', 'Republic of Peru')] },
  ],
  nouns: {},
  events: [],
};
const TEXT =
  'The barge Marisol burned off Callao, Peru, on Friday. At least 140 people, 14 of them crew, were killed, the port ' +
  'authority’s chief said. Nobody is known to have been warned. The fire began 2.5 km from shore. The barge was run by ' +
  'Lanchas del Sur. Rescue boats came late. Rescue boats came late.';
const START = 1_000;
const told = (claim: Partial<ToldClaim>): ToldClaim => ({
  property: 'fatalities',
  value: '140',
  scope: [],
  polarity: 'AFFIRMED',
  certainty: 'CERTAIN',
  claimant: null,
  saidOn: null,
  subject: null,
  quote: '140 people',
  ...claim,
});
const reader = toldReader(VOCABULARY)({ text: TEXT, start: START }, { publishedAt: '2031-06-07' });

describe('what somebody else has read from a passage', () => {
  test('is suggested with the passage’s own words: its sentences, its figures with their hedges, its speakers', () => {
    const claim = told({ claimant: "the port authority's chief", subject: 'The barge Marisol', saidOn: '2031-06-06' });
    const quote = 'At least 140 people, 14 of them crew, were killed, the port authority’s chief said.';
    const start = START + TEXT.indexOf(quote);
    expect(reader(claim)).toEqual({
      propertyKey: 'fatalities',
      subjectHint: 'The barge Marisol',
      polarity: 'AFFIRMED',
      certainty: 'CERTAIN',
      value: {
        kind: 'QUANTITY',
        amount: '140',
        lower: '140',
        upper: null,
        lowerOpen: false,
        upperOpen: false,
        approximate: false,
        unit: null,
      },
      scope: [],
      claimantName: "port authority's chief",
      saidOn: '2031-06-06',
      quote: { exact: quote, start, end: start + quote.length },
      statement: 'at least 140 killed',
      confidence: 0.5,
    });
  });

  test.each<[string, Partial<ToldClaim>, object]>([
    [
      'a part of the whole',
      { value: '14', quote: '14 of them crew', scope: [{ dimension: 'role', concept: 'Crew Members' }] },
      {
        scope: [{ dimension: 'role', concept: { kind: 'CONCEPT', conceptId: 'r1' } }],
        statement: '14 killed, crew only',
      },
    ],
    [
      'a unit that stands behind the figure',
      { property: 'depth', value: '2.5', quote: 'began 2.5 km' },
      { value: { amount: '2.5', unit: 'km' } },
    ],
    [
      'a concept by another name',
      { property: 'occurredAt', value: 'republic of peru', quote: 'Callao, Peru' },
      { value: { kind: 'CONCEPT', conceptId: 'p1' } },
    ],
    [
      'a new name of an open scheme',
      { property: 'occurredAt', value: 'Callao', quote: 'Callao' },
      { value: { kind: 'UNLISTED_CONCEPT', schemeKey: 'place', label: 'Callao', broader: null } },
    ],
    [
      'a day',
      { property: 'occurredOn', value: '2031-06-06', quote: 'on Friday' },
      { value: { kind: 'TIME', edtf: '2031-06-06' } },
    ],
    [
      'yes or no',
      { property: 'warned', value: 'false', quote: 'Nobody is known to have been warned' },
      { value: { kind: 'BOOLEAN', boolean: false } },
    ],
    [
      'words',
      { property: 'operator', value: 'Lanchas del Sur', quote: 'run by Lanchas del Sur' },
      { value: { kind: 'TEXT', text: 'Lanchas del Sur', language: null } },
    ],
    [
      'that it is not known',
      { property: 'cause', value: null, quote: 'The fire began' },
      { value: { kind: 'UNKNOWN' }, statement: 'cause: not known' },
    ],
    [
      'a quote with other marks and spaces',
      { quote: "the port  authority's chief", value: null },
      { value: { kind: 'UNKNOWN' } },
    ],
    ['no day that is none', { saidOn: 'on Friday' }, { saidOn: '2031-06-07' }],
    ['no subject that is not there', { subject: 'the tanker' }, { subjectHint: null }],
  ])('may be %s', (_, claim, expected) => {
    expect(reader(told(claim))).toMatchObject(expected);
  });

  test.each<[string, Partial<ToldClaim>, ToldProblem]>([
    ['an invented quote', { quote: '140 people drowned' }, 'QUOTE_NOT_IN_TEXT'],
    ['no quote', { quote: ' ' }, 'QUOTE_NOT_IN_TEXT'],
    ['a quote that is cut within a word', { quote: '40 people' }, 'QUOTE_NOT_IN_TEXT'],
    ['a quote that stands there twice', { value: null, quote: 'Rescue boats came late.' }, 'QUOTE_AMBIGUOUS'],
    ['a property that nobody has', { property: 'mood' }, 'UNKNOWN_PROPERTY'],
    ['a figure that stands elsewhere', { value: '2.5' }, 'VALUE_NOT_IN_QUOTE'],
    ['a figure that stands nowhere', { value: '141' }, 'VALUE_NOT_IN_QUOTE'],
    ['words that are no figure', { value: 'people' }, 'VALUE_NOT_IN_QUOTE'],
    ['a length for a count', { value: '2.5', quote: 'began 2.5 km' }, 'VALUE_OF_OTHER_TYPE'],
    ['a count for a length', { property: 'depth' }, 'VALUE_OF_OTHER_TYPE'],
    ['words for a day', { property: 'occurredOn', value: 'Friday', quote: 'on Friday' }, 'VALUE_OF_OTHER_TYPE'],
    ['words for yes or no', { property: 'warned', value: 'maybe' }, 'VALUE_OF_OTHER_TYPE'],
    ['a concept that the scheme lacks', { property: 'cause', value: 'meteor' }, 'UNKNOWN_CONCEPT'],
    ['a concept that could be two', { property: 'cause', value: 'fire' }, 'UNKNOWN_CONCEPT'],
    ['a place that the text lacks', { property: 'occurredAt', value: 'Trujillo' }, 'UNKNOWN_CONCEPT'],
    ['words that the text lacks', { property: 'operator', value: 'Navegar' }, 'VALUE_NOT_IN_QUOTE'],
    ['a dimension that the property lacks', { scope: [{ dimension: 'age', concept: 'crew' }] }, 'UNKNOWN_SCOPE'],
    [
      'a dimension twice',
      {
        scope: [
          { dimension: 'role', concept: 'crew' },
          { dimension: 'role', concept: 'passengers' },
        ],
      },
      'UNKNOWN_SCOPE',
    ],
    ['a part that the scheme lacks', { scope: [{ dimension: 'role', concept: 'cooks' }] }, 'UNKNOWN_CONCEPT'],
    ['a speaker who is not there', { claimant: 'the navy' }, 'CLAIMANT_NOT_IN_TEXT'],
  ])('is dropped where it is %s', (_, claim, problem) => {
    expect(reader(told(claim))).toBe(problem);
  });
});
