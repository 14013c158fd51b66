import type { Property } from '../../src/domain/claim/claim.js';
import { conceptGraph } from '../../src/domain/values/concept-graph.js';
import type { Concept, Vocabulary } from '../../src/domain/values/vocabulary.js';
import type { Random } from './random.js';
import { noRows, type Rows } from './rows.js';

/** A property with its row's id and, for concepts, the concepts that its claims name. */
export interface SharedProperty extends Property {
  readonly id: string;
  readonly concepts: readonly Concept[];
}

export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** What all stories share. */
export interface World {
  readonly rows: Rows;
  readonly accountId: string;
  readonly publishers: readonly Agent[];
  readonly speakers: readonly Agent[];
  readonly properties: readonly SharedProperty[];
  /** The concepts by which claims are narrowed. */
  readonly groups: readonly Concept[];
  readonly vocabulary: Vocabulary;
}

/** The dimension in which figures are narrowed. */
export const GROUP_DIMENSION = 'group';

const CAUSES: Readonly<Record<string, readonly string[]>> = {
  'technical failure': ['engine failure', 'brake failure', 'software fault', 'metal fatigue'],
  'human error': ['navigation error', 'loading error', 'skipped inspection'],
  'outside force': ['lightning', 'collision', 'sabotage', 'flood'],
};
const GROUPS = ['passengers', 'crew', 'rescuers', 'residents', 'children', 'visitors'];

const PROPERTIES: readonly (Omit<Property, 'singleValued' | 'accrual'> & Partial<Property>)[] = [
  { key: 'killed', label: 'Killed', datatype: 'QUANTITY', unit: null, additive: true, phrase: '{value} killed' },
  { key: 'injured', label: 'Injured', datatype: 'QUANTITY', unit: null, additive: true, phrase: '{value} injured' },
  { key: 'onBoard', label: 'On board', datatype: 'QUANTITY', unit: null, additive: true, phrase: '{value} on board' },
  { key: 'speed', label: 'Speed', datatype: 'QUANTITY', unit: 'km/h', additive: false, phrase: null },
  { key: 'distance', label: 'Distance from shore', datatype: 'QUANTITY', unit: 'km', additive: false, phrase: null },
  { key: 'damage', label: 'Damage in millions', datatype: 'QUANTITY', unit: null, additive: false, phrase: null },
  { key: 'occurredOn', label: 'Date', datatype: 'TIME', unit: null, additive: false, phrase: null },
  { key: 'reportedOn', label: 'First reported', datatype: 'TIME', unit: null, additive: false, phrase: null },
  { key: 'cause', label: 'Cause', datatype: 'CONCEPT', unit: null, additive: false, phrase: null },
  { key: 'warned', label: 'Warning given', datatype: 'BOOLEAN', unit: null, additive: false, phrase: null },
  { key: 'wording', label: 'What was said', datatype: 'TEXT', unit: null, additive: false, phrase: null },
  { key: 'motive', label: 'Motive', datatype: 'TEXT', unit: null, additive: false, phrase: null },
];

const OUTLETS = ['Courier', 'Gazette', 'Herald', 'Observer', 'Post', 'Tribune', 'Wire', 'Dispatch'];
const TOWNS = ['Arden', 'Brekke', 'Calder', 'Dorn', 'Elvas', 'Fosse', 'Garda', 'Hamar', 'Ilmen', 'Jura'];
const OFFICES = ['Harbour master', 'Mayor', 'Fire chief', 'Operator', 'Ministry of transport', 'Union', 'Hospital'];

/** Makes the vocabulary, the agents and the account that the stories of a data set share. */
export function makeWorld(random: Random, moment: number): World {
  const rows = noRows();
  const created_at = new Date(moment).toISOString();
  const id = (): string => random.uuidAt(moment);
  const accountId = id();
  rows.account.push({ id: accountId, kind: 'SERVICE', name: 'Benchmark', role: 'ADMIN', created_at });

  const agents = (kind: string, names: readonly string[]): Agent[] =>
    names.map((name) => {
      const agent = { id: id(), name };
      rows.agent.push({ ...agent, kind, part_of_id: null, group_id: agent.id, same_as: [], created_at });
      return agent;
    });
  const scheme = (key: string, siblings_exclusive: boolean): string => {
    const row = { id: id(), key, label: key, siblings_exclusive, created_at };
    rows.concept_scheme.push(row);
    return row.id;
  };
  const concept = (schemeId: string, prefLabel: string, broader: readonly string[]): Concept => {
    const made = { id: id(), schemeId, prefLabel, broader, disjointWith: [] };
    const { id: narrower_id } = made;
    const names = { pref_label: prefLabel, alt_labels: [], exact_match: [] };
    rows.concept.push({ id: narrower_id, scheme_id: schemeId, ...names, created_at });
    rows.concept_broader.push(...broader.map((broader_id) => ({ narrower_id, broader_id })));
    return made;
  };

  const causeScheme = scheme('bench-causes', true);
  const groupScheme = scheme('bench-groups', false);
  const causes = Object.entries(CAUSES).flatMap(([label, narrower]) => {
    const broad = concept(causeScheme, label, []);
    return [broad, ...narrower.map((each) => concept(causeScheme, each, [broad.id]))];
  });
  const groups = GROUPS.map((label) => concept(groupScheme, label, []));

  const properties = PROPERTIES.map((spec) => {
    const scheme_id = spec.datatype === 'CONCEPT' ? causeScheme : null;
    const property = { id: id(), singleValued: true, accrual: 'FIXED' as const, ...spec };
    const { singleValued: single_valued, ...columns } = property;
    rows.property.push({ ...columns, single_valued, scheme_id, created_at });
    if (spec.additive) {
      rows.property_dimension.push({ property_id: property.id, dimension: GROUP_DIMENSION, scheme_id: groupScheme });
    }
    return { ...property, concepts: scheme_id === null ? [] : causes };
  });

  return {
    rows,
    accountId,
    publishers: agents(
      'OUTLET',
      TOWNS.flatMap((town) => OUTLETS.map((outlet) => `${town} ${outlet}`)),
    ),
    speakers: agents(
      'OFFICE',
      TOWNS.flatMap((town) => OFFICES.map((office) => `${office} of ${town}`)),
    ),
    properties,
    groups,
    vocabulary: conceptGraph(
      [...causes, ...groups],
      [
        { id: causeScheme, siblingsExclusive: true },
        { id: groupScheme, siblingsExclusive: false },
      ],
    ),
  };
}
