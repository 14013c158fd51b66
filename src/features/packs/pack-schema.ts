import { RECOGNITION_DEFS } from '../../domain/reading/index.js';
import { MAX_KEY, MAX_LIST, MAX_NAME, MAX_PROSE } from '../../graphql/validation/words.js';

const key = (description: string) => ({ description, $ref: '#/$defs/key' });
const words = (description: string, maxLength = MAX_NAME) => ({
  description,
  type: 'string',
  pattern: '^(?!\\s*$)[^\\p{Cc}\\p{Cs}]*$',
  maxLength,
});
const flag = (description: string) => ({ description, type: 'boolean' });
const list = (description: string, items: object, rest: object = { maxItems: 5_000 }) => ({
  description,
  type: 'array',
  items,
  ...rest,
});
const names = (description: string) => list(description, words('A name.'), { maxItems: MAX_LIST, uniqueItems: true });
const part = (description: string, required: readonly string[], properties: object) => ({
  description,
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const concept = part('A concept (SKOS): a cause, a place, a role.', [], {
  label: words('Name to show, unique in its scheme. May be left out only where the key names one that `from` brings.'),
  key: words('Stable name within the scheme; the label where absent. With one, the label can change later.'),
  synonyms: names('Other names (SKOS altLabel) by which it is found and recognised in text.'),
  broader: {
    ...names('What it lies within: keys or labels of concepts of the scheme. One can be written without brackets.'),
    type: ['string', 'array'],
  },
  disjointWith: names('Concepts of the scheme, by key or label, that it has nothing in common with.'),
  exclusiveGroup: words('Concepts of the scheme that name the same group exclude each other, wherever they stand.'),
  narrowerComplete: flag(
    'Whether the concepts within it exclude each other and leave nothing of it out, so that their figures make up its own.',
  ),
  exactMatch: list(
    'Addresses of the same concept elsewhere.',
    { type: 'string', pattern: '^https?://\\S+$', maxLength: 2_000 },
    { maxItems: MAX_LIST, uniqueItems: true },
  ),
});

const scheme = part('A set of concepts that belong together (SKOS ConceptScheme).', ['key', 'label'], {
  key: key('Stable name for programs: cause, place.'),
  label: words('Name to show.'),
  siblingsExclusive: flag('Whether concepts that share a broader one, or are all at the top, exclude each other.'),
  topConceptsComplete: flag(
    'Whether its concepts at the top exclude each other and are all there are, so that their figures make up the whole.',
  ),
  open: flag('Whether names that it does not have are read as new concepts of it: places, not causes.'),
  from: {
    description:
      'Concepts that come with Gainsay: regions of the world, countries (with regions: within them), their capitals, ' +
      'nationalities. A concept below with the key of one of them (ISO 3166-1 alpha-2 for countries and ' +
      'nationalities) changes its label and adds synonyms.',
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', enum: ['regions', 'countries', 'capitals', 'nationalities'] },
  },
  concepts: list('Its concepts.', { $ref: '#/$defs/concept' }),
});

const dimension = part('A dimension and the scheme of its concepts.', ['dimension', 'scheme'], {
  dimension: key('Its name: nationality, place.'),
  scheme: key('Key of a scheme of this pack.'),
});

const property = part('What can be claimed of a subject.', ['key', 'label', 'datatype'], {
  key: key('Stable name for programs.'),
  label: words('Name to show.'),
  datatype: {
    description: 'What kind of value it takes.',
    enum: ['QUANTITY', 'TIME', 'CONCEPT', 'BOOLEAN', 'TEXT'],
  },
  unit: words('QUANTITY: the unit of its figures, a unit of measurement or a counted noun.', MAX_KEY),
  singleValued: flag('Whether a subject can have only one value of it. True where absent.'),
  additive: flag("QUANTITY: whether a part's figure can be set against the whole's. False where absent."),
  accrual: {
    description:
      'How its true value may change: not at all (FIXED, where absent), only grow (CUMULATIVE), to and fro (VARYING).',
    enum: ['FIXED', 'CUMULATIVE', 'VARYING'],
  },
  scheme: key('CONCEPT: key of the scheme of its values, one of this pack.'),
  phrase: {
    ...words('How its value reads in a sentence, with {value} in it: "{value} killed".'),
    allOf: [{ pattern: '\\{value\\}' }],
  },
  scopeDimensions: list(
    'What can narrow a claim of it. A word alone is a dimension named like its scheme.',
    { ...dimension, type: ['string', 'object'], pattern: '^[a-z][A-Za-z0-9_]{0,63}$' },
    { maxItems: MAX_LIST },
  ),
  recognition: { $ref: '#/$defs/recognition' },
});

const identity = part('A sum that must come out.', ['key', 'label', 'whole', 'parts'], {
  key: key('Stable name for programs.'),
  label: words('Why it holds, as the end of an explanation: "whoever was aboard died or survived".'),
  whole: key('Key of the property that is the sum.'),
  parts: list('Keys of the properties that are added up.', key('A part.'), { minItems: 2, maxItems: MAX_LIST }),
});

const order = part('Two times of which one comes before the other.', ['key', 'earlier', 'later'], {
  key: key('Stable name for programs.'),
  earlier: key('Key of the TIME property that comes first.'),
  later: key('Key of the TIME property that comes after it.'),
});

/**
 * JSON Schema (draft 2020-12) of a vocabulary pack: what the import validates by, and, as packs/pack.schema.json, what
 * editors complete by.
 */
export const PACK_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Gainsay vocabulary pack',
  ...part(
    'The vocabulary of one field: what is claimed there, in which terms, and in which words.',
    ['pack', 'label'],
    {
      pack: key('Stable name of the pack. A file with the same name takes its place.'),
      label: words('Name to show.'),
      description: words('What it is for.', MAX_PROSE),
      recognition: { $ref: '#/$defs/packRecognition' },
      schemes: list('Concept schemes.', { $ref: '#/$defs/scheme' }, { maxItems: 200 }),
      properties: list('Properties.', { $ref: '#/$defs/property' }, { maxItems: 1_000 }),
      identities: list('Sums of properties.', { $ref: '#/$defs/identity' }, { maxItems: 1_000 }),
      orders: list('Orders of times.', { $ref: '#/$defs/order' }, { maxItems: 1_000 }),
    },
  ),
  $defs: {
    key: {
      description: 'A lower-case letter, then letters, digits, underscores.',
      type: 'string',
      pattern: '^[a-z][A-Za-z0-9_]{0,63}$',
    },
    scheme,
    concept,
    property,
    identity,
    order,
    ...RECOGNITION_DEFS,
  },
} as const;
