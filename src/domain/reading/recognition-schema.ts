/** Whatever text is written in: all but white space, control characters and halves of characters. */
const LETTER = '[^\\s\\p{Cc}\\p{Cs}]';

const wordings = (description: string): object => ({
  description,
  type: 'array',
  // The type is named once more for the validator, which compares what it knows to be text in linear time.
  items: { type: 'string', $ref: '#/$defs/wording' },
  uniqueItems: true,
});

const words = (description: string): object => ({
  description,
  type: 'array',
  items: { type: 'string', $ref: '#/$defs/word' },
  uniqueItems: true,
});

const byKey = (description: string, items: object): object => ({
  description,
  type: 'object',
  propertyNames: { $ref: '#/$defs/word' },
  additionalProperties: items,
});

/**
 * JSON Schema (draft 2020-12) of the recognition sections of a pack, to be merged into the `$defs` of the pack's own
 * schema: `recognition` for a property, `packRecognition` for the pack, and the `wording` that both refer to.
 */
export const RECOGNITION_DEFS = {
  word: {
    description: 'A word or a few.',
    type: 'string',
    maxLength: 100,
    pattern: `^${LETTER}+( ${LETTER}+)*$`,
  },
  wording: {
    description:
      'Words of a sentence in lower case. `kill~`: any form of the word; `his|her`: one of these; `word?`: this word ' +
      'or nothing; `...`: up to four words.',
    type: 'string',
    minLength: 1,
    maxLength: 200,
    pattern: `^${LETTER}+( ${LETTER}+)*$`,
  },
  recognition: {
    description: 'How the property is recognised in text.',
    type: 'object',
    additionalProperties: false,
    properties: {
      names: wordings('Nouns that name the property: "death toll", "magnitude", "cause".'),
      objectOf: wordings('QUANTITY: verbs whose object is counted: "kill~".'),
      subjectOf: wordings('QUANTITY: verbs whose subject is counted: "die~".'),
      described: wordings('QUANTITY: what the counted are said to be: "dead", "on board".'),
      counted: wordings('QUANTITY: nouns that stand after the figure: "fatality~".'),
      ofNouns: wordings('QUANTITY: nouns that take the counted with "of": "death~", "loss".'),
      group: wordings('QUANTITY: words for a group of the counted: "dead", "victim~".'),
      of: words('QUANTITY: keys of the noun classes that the figure counts: "person".'),
      ofOthers: {
        description: 'QUANTITY: whether a noun that no class knows may be counted too. True where it is absent.',
        type: 'boolean',
      },
      wholeNouns: wordings('QUANTITY: scope words that people use for the whole: "passenger~".'),
      units: words('QUANTITY: units that the figure may have: "km", "%".'),
      before: wordings('CONCEPT, TIME, TEXT: words that the value follows: "caused by".'),
      after: wordings('CONCEPT, TIME, TEXT: words that the value comes before: "cause~".'),
      events: wordings('CONCEPT, TIME: what happened; its time or place in the same clause is the value: "crash~".'),
      prepositions: words('CONCEPT: prepositions by which a place belongs to an event: "near", "in".'),
      takes: { description: 'TEXT: what the value is: the name or office beside the words.', const: 'AGENT' },
      patterns: wordings('Wordings with {value} where the value stands: "loss of {value} life~".'),
      says: byKey('Wordings that say the value by themselves, by "true", "false" or the label of a concept.', {
        type: 'array',
        items: { $ref: '#/$defs/wording' },
      }),
      denies: wordings('Wordings that deny the value named beside them.'),
      not: wordings('Wordings in which the words above mean something else: "dead heat".'),
      scopedBy: byKey('By dimension, the prepositions before a concept that narrows the scope.', {
        type: 'array',
        items: { $ref: '#/$defs/word' },
      }),
    },
  },
  packRecognition: {
    description: 'What is recognised for all properties of the pack.',
    type: 'object',
    additionalProperties: false,
    properties: {
      nouns: byKey('Classes of nouns by key: "person": ["people", "resident~"].', {
        type: 'array',
        items: { $ref: '#/$defs/wording' },
      }),
      events: wordings('What a story of this field is about: "crash~", "earthquake~".'),
    },
  },
} as const;
