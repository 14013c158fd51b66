import { describe, expect, test } from '@jest/globals';
import type { ReadableVocabulary } from '../../../domain/reading/index.js';
import { questionsBy, toldClaim, toldClaims } from './model-question.js';

const concepts = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${name}${at}`,
    label: `${name} ${at}`,
    altLabels: [],
    broader: [],
  }));
const VOCABULARY: ReadableVocabulary = {
  properties: [
    {
      key: 'depth',
      label: 'depth of the water',
      datatype: 'QUANTITY',
      unit: 'm',
      phrase: null,
      schemeKey: null,
      scopeDimensions: [{ key: 'place', schemeKey: 'harbour' }],
      recognition: {},
    },
    {
      key: 'port',
      label: 'port of call',
      datatype: 'CONCEPT',
      unit: null,
      phrase: null,
      schemeKey: 'port',
      scopeDimensions: [],
      recognition: {},
    },
  ],
  schemes: [
    { key: 'port', open: true, concepts: concepts(20_000, 'Port') },
    { key: 'harbour', open: false, concepts: concepts(2, 'Harbour') },
    { key: 'unused', open: false, concepts: concepts(2, 'Nothing') },
  ],
  nouns: {},
  events: [],
};
const { instructions, schema, text } = questionsBy(VOCABULARY)(
  { text: 'The Vega called at Port 3.', start: 0 },
  { publishedAt: '2031-06-07' },
);

describe('what a model is asked', () => {
  test('names properties with their types, units and dimensions, and the concepts that they use', () => {
    expect(instructions).toContain('- depth: depth of the water; QUANTITY in m; scope: place (harbour)\n');
    expect(instructions).toContain('- port: port of call; CONCEPT of port\n');
    expect(instructions).toContain('- harbour: Harbour 0, Harbour 1\n- port (open): Port 0, Port 1, ');
    expect(instructions).not.toContain('Nothing');
  });

  test('has a bound, whatever the vocabulary', () => {
    expect(instructions.length).toBeLessThan(20_000);
    expect(instructions).toMatch(/; and others, by their usual English names$/);
  });

  test('is the passage with its day', () => {
    expect(text).toBe('Published: 2031-06-07\n\nPassage:\nThe Vega called at Port 3.');
  });

  test('binds the answer to a schema in which everything is required and nothing else allowed', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['claims'] });
    const { items } = (schema as { properties: { claims: { items: Record<string, object> } } }).properties.claims;
    expect(items).toMatchObject({
      additionalProperties: false,
      required: Object.keys(toldClaim.shape),
      properties: { property: { enum: ['depth', 'port'] }, value: { type: ['string', 'null'] } },
    });
  });
});

describe('what a model answers', () => {
  const claim = {
    property: 'depth',
    value: '12 m',
    scope: [],
    polarity: 'AFFIRMED',
    certainty: 'CERTAIN',
    claimant: null,
    saidOn: null,
    subject: null,
    quote: '12 m deep',
  };
  test.each<[string, unknown, boolean]>([
    ['a claim', claim, true],
    ['a property that the schema did not allow', { ...claim, property: 'mood' }, true],
    ['more than was asked for', { ...claim, reasoning: 'It says so.' }, true],
    ['a number for words', { ...claim, value: 12 }, false],
    ['no quote', { ...claim, quote: undefined }, false],
    ['a third polarity', { ...claim, polarity: 'PERHAPS' }, false],
    ['a narrowing without a concept', { ...claim, scope: [{ dimension: 'place' }] }, false],
    ['no object', 'depth: 12 m', false],
  ])('is looked at one claim at a time: %s', (_, given, isWellFormed) => {
    expect(toldClaim.safeParse(given).success).toBe(isWellFormed);
    expect(toldClaims.safeParse({ claims: [given] }).success).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a list', [claim]],
    ['nothing', null],
    ['an apology', { error: 'I cannot do that.' }],
  ])('is refused as a whole where it is %s', (_, given) => {
    expect(toldClaims.safeParse(given).success).toBe(false);
  });
});
