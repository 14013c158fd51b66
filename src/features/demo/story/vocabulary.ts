import { AccrualEnum, DatatypeEnum } from '../../vocabulary/index.js';

interface SchemeData {
  readonly key: string;
  readonly label: string;
  /** A concept stands after the one that it is narrower than. */
  readonly concepts: readonly ConceptData[];
}

interface ConceptData {
  readonly label: string;
  readonly altLabels?: string[];
  /** Label of the broader concept of the same scheme. */
  readonly broader?: string;
}

interface PropertyData {
  readonly key: string;
  readonly label: string;
  readonly datatype: DatatypeEnum;
  readonly phrase?: string;
  readonly unit?: string;
  readonly scheme?: string;
  readonly singleValued?: boolean;
  readonly additive?: boolean;
  readonly accrual?: AccrualEnum;
  /** Dimensions by which the property can be narrowed; each is named like the scheme of its concepts. */
  readonly scopeDimensions?: readonly string[];
}

/** In every one of these schemes, siblings exclude each other. */
export const SCHEMES: readonly SchemeData[] = [
  {
    key: 'cause',
    label: 'Cause',
    concepts: [
      { label: 'bird strike', altLabels: ['collision with birds', 'birds'] },
      { label: 'technical failure', altLabels: ['malfunction', 'mechanical failure'] },
      { label: 'crew error', altLabels: ['pilot error'] },
      { label: 'external interference', altLabels: ['interference from outside', 'outside force', 'downing'] },
      {
        label: 'air-defence missile',
        altLabels: ['surface-to-air missile', 'anti-aircraft missile', 'air defence'],
        broader: 'external interference',
      },
      { label: 'drone strike', altLabels: ['collision with a drone'], broader: 'external interference' },
    ],
  },
  {
    key: 'nationality',
    label: 'Nationality',
    concepts: [
      { label: 'Azerbaijani citizens', altLabels: ['Azerbaijani', 'Azerbaijanis'] },
      { label: 'Kazakhstani citizens', altLabels: ['Kazakhstani', 'Kazakhstanis'] },
      { label: 'Kyrgyzstani citizens', altLabels: ['Kyrgyzstani', 'Kyrgyzstanis'] },
      { label: 'Russian citizens', altLabels: ['Russian', 'Russians'] },
    ],
  },
  {
    key: 'role',
    label: 'Role',
    concepts: [{ label: 'passengers' }, { label: 'crew', altLabels: ['crew members'] }],
  },
  {
    key: 'place',
    label: 'Place',
    concepts: [
      { label: 'Azerbaijan' },
      { label: 'Kazakhstan' },
      { label: 'Russia' },
      { label: 'Baku', broader: 'Azerbaijan' },
      { label: 'Aktau', broader: 'Kazakhstan' },
      { label: 'Grozny', broader: 'Russia' },
    ],
  },
];

export const PROPERTIES: readonly PropertyData[] = [
  {
    key: 'fatalities',
    label: 'Fatalities',
    datatype: DatatypeEnum.QUANTITY,
    phrase: '{value} killed',
    unit: 'person',
    additive: true,
    accrual: AccrualEnum.CUMULATIVE,
    scopeDimensions: ['nationality', 'role'],
  },
  {
    key: 'survivors',
    label: 'Survivors',
    datatype: DatatypeEnum.QUANTITY,
    phrase: '{value} survivors',
    unit: 'person',
    additive: true,
    scopeDimensions: ['nationality', 'role'],
  },
  {
    key: 'aboard',
    label: 'Aboard',
    datatype: DatatypeEnum.QUANTITY,
    phrase: '{value} aboard',
    unit: 'person',
    additive: true,
    scopeDimensions: ['nationality', 'role'],
  },
  { key: 'cause', label: 'Cause', datatype: DatatypeEnum.CONCEPT, phrase: '{value} as the cause', scheme: 'cause' },
  { key: 'occurredOn', label: 'Date', datatype: DatatypeEnum.TIME, phrase: 'on {value}' },
  { key: 'departedOn', label: 'Departure', datatype: DatatypeEnum.TIME, phrase: 'departed on {value}' },
  {
    key: 'crashedNear',
    label: 'Place of the crash',
    datatype: DatatypeEnum.CONCEPT,
    phrase: 'near {value}',
    scheme: 'place',
  },
  {
    key: 'divertedTo',
    label: 'Diverted to',
    datatype: DatatypeEnum.CONCEPT,
    phrase: 'diverted to {value}',
    scheme: 'place',
  },
  {
    key: 'landingRefused',
    label: 'Landing refused',
    datatype: DatatypeEnum.CONCEPT,
    phrase: 'landing refused in {value}',
    scheme: 'place',
    // One airport after another can turn an aircraft away.
    singleValued: false,
  },
  { key: 'gpsJammed', label: 'GPS jammed', datatype: DatatypeEnum.BOOLEAN },
];

/** Sums that must come out, and times that must follow each other. */
export const IDENTITIES = [
  {
    key: 'fates',
    label: 'whoever was aboard died or survived',
    whole: 'aboard',
    parts: ['fatalities', 'survivors'],
  },
];
export const ORDERS = [{ key: 'flight', earlier: 'departedOn', later: 'occurredOn' }];
