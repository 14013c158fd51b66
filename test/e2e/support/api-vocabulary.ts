import { change, type Endpoint } from './api-client.js';

/** The schemes that tests use, each with its concepts: label, and the labels of what is broader. */
const SCHEMES = {
  nationality: {
    siblingsExclusive: true,
    concepts: [['Azerbaijani'], ['Russian'], ['Kazakh']],
  },
  role: { siblingsExclusive: true, concepts: [['crew'], ['passengers']] },
  cause: {
    siblingsExclusive: true,
    concepts: [['bird strike'], ['external interference'], ['missile', 'external interference']],
  },
  place: {
    siblingsExclusive: false,
    concepts: [['Kazakhstan'], ['Aktau', 'Kazakhstan'], ['Grozny'], ['Caspian shore']],
  },
} as const satisfies Record<string, { siblingsExclusive: boolean; concepts: readonly (readonly string[])[] }>;

const COUNTED = [
  { dimension: 'nationality', scheme: 'nationality' },
  { dimension: 'role', scheme: 'role' },
];

/** One property of each kind that the rules tell apart. */
const PROPERTIES = [
  {
    key: 'fatalities',
    label: 'Fatalities',
    datatype: 'QUANTITY',
    unit: 'person',
    additive: true,
    accrual: 'CUMULATIVE',
    phrase: '{value} killed',
    scopeDimensions: COUNTED,
  },
  { key: 'aboard', label: 'Aboard', datatype: 'QUANTITY', unit: 'person', additive: true, scopeDimensions: COUNTED },
  { key: 'altitude', label: 'Altitude', datatype: 'QUANTITY', unit: 'm' },
  { key: 'score', label: 'Score', datatype: 'QUANTITY' },
  { key: 'inHospital', label: 'In hospital', datatype: 'QUANTITY', unit: 'person', accrual: 'VARYING' },
  { key: 'cause', label: 'Cause', datatype: 'CONCEPT', scheme: 'cause' },
  { key: 'crashedAt', label: 'Place of the crash', datatype: 'CONCEPT', scheme: 'place' },
  { key: 'factors', label: 'Factors', datatype: 'CONCEPT', scheme: 'cause', singleValued: false },
  {
    key: 'occurredOn',
    label: 'Date',
    datatype: 'TIME',
    scopeDimensions: [{ dimension: 'place', scheme: 'place' }],
  },
  { key: 'jammed', label: 'GPS jammed', datatype: 'BOOLEAN' },
  { key: 'motive', label: 'Motive', datatype: 'TEXT' },
] as const;

/** The ids of the vocabulary that tests use, which is made once in each database. */
export interface TestVocabulary {
  /** Ids of concepts by their labels. */
  readonly concepts: Readonly<Record<string, string>>;
  /** Ids of schemes by their keys. */
  readonly schemes: Readonly<Record<string, string>>;
  /** Ids of properties by their keys. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Makes schemes, concepts and properties over the API. */
export async function createVocabulary(endpoint: Endpoint): Promise<TestVocabulary> {
  const concepts: Record<string, string> = {};
  const schemes: Record<string, string> = {};
  const properties: Record<string, string> = {};
  for (const [key, { siblingsExclusive, concepts: entries }] of Object.entries(SCHEMES)) {
    const made = await change(endpoint, 'conceptSchemeCreate', { input: { key, label: key, siblingsExclusive } });
    schemes[key] = made.conceptScheme.id;
    for (const [prefLabel, ...broader] of entries) {
      const input = { scheme: key, prefLabel, broader: broader.map((label) => concepts[label]) };
      concepts[prefLabel] = (await change(endpoint, 'conceptCreate', { input })).concept.id;
    }
  }
  for (const input of PROPERTIES) {
    properties[input.key] = (await change(endpoint, 'propertyCreate', { input })).property.id;
  }
  return { concepts, schemes, properties };
}
