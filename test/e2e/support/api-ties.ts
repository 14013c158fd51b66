import { change, type Endpoint } from './api-client.js';

const PERSONS = { datatype: 'QUANTITY', unit: 'person', additive: true } as const;
const COUNTED = [{ dimension: 'nationality', scheme: 'nationality' }];

/** What is counted and dated beside the properties that all tests have. */
const PROPERTIES = [
  { ...PERSONS, key: 'survivors', label: 'Survivors', phrase: '{value} survivors', scopeDimensions: COUNTED },
  { ...PERSONS, key: 'passengers', label: 'Passengers', phrase: '{value} passengers' },
  { ...PERSONS, key: 'crewAboard', label: 'Crew aboard', phrase: '{value} crew' },
  { key: 'departedAt', label: 'Departure', datatype: 'TIME' },
  { key: 'reportedAt', label: 'Report', datatype: 'TIME' },
] as const;

/** The ids of what ties the questions of a subject, by its key. */
export interface TestTies {
  readonly fates: string;
  readonly roles: string;
  readonly flight: string;
  readonly news: string;
}

/**
 * Ties the questions of every subject in a database with the test vocabulary: aboard = fatalities + survivors, aboard =
 * passengers + crewAboard, departedAt before occurredOn before reportedAt.
 */
export async function createTies(endpoint: Endpoint): Promise<TestTies> {
  for (const input of PROPERTIES) await change(endpoint, 'propertyCreate', { input });
  const identity = async (key: string, label: string, parts: string[]): Promise<string> =>
    (await change(endpoint, 'identityCreate', { input: { key, label, whole: 'aboard', parts } })).identity.id;
  const order = async (key: string, earlier: string, later: string): Promise<string> =>
    (await change(endpoint, 'propertyOrderCreate', { input: { key, earlier, later } })).propertyOrder.id;
  return {
    fates: await identity('fates', 'whoever was aboard died or survived', ['fatalities', 'survivors']),
    roles: await identity('roles', 'whoever was aboard was a passenger or crew', ['passengers', 'crewAboard']),
    flight: await order('flight', 'departedAt', 'occurredOn'),
    news: await order('news', 'occurredOn', 'reportedAt'),
  };
}
