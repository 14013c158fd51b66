import type { Property } from '../claim/claim.js';
import { property } from '../contradiction/scenario.spec-kit.js';
import type { Ties } from '../examination/ties.js';
import { conceptGraph } from '../values/concept-graph.js';
import type { Concept } from '../values/vocabulary.js';

/** The properties, concepts and ties with which a newsroom could have followed the stories that scenarios tell. */

const people = { unit: 'person', additive: true } as const;

function counted(key: string, rest: Partial<Property> = {}): Property {
  return property('QUANTITY', { key, label: key, phrase: `{value} ${key}`, ...people, ...rest });
}

function measured(key: string, unit: string | null): Property {
  return property('QUANTITY', { key, label: key, unit });
}

function dated(key: string): Property {
  return property('TIME', { key, label: key });
}

function named(key: string, rest: Partial<Property> = {}): Property {
  return property('CONCEPT', { key, label: key, ...rest });
}

/** How those aboard are told apart: not by whether they were on board. */
const ABOARD: Partial<Property> = { scopeDimensions: ['nationality', 'role', 'capacity'] };

const ALL: readonly Property[] = [
  counted('killed', { accrual: 'CUMULATIVE' }),
  counted('injured', { accrual: 'CUMULATIVE' }),
  counted('missing', { accrual: 'VARYING' }),
  counted('aboard', ABOARD),
  counted('survivors'),
  counted('passengers'),
  counted('crew'),
  counted('marchers'),
  counted('votes', { unit: null }),
  property('QUANTITY', { key: 'share', label: 'share', unit: '%', additive: true, phrase: '{value} of the vote' }),
  measured('turnout', '%'),
  measured('magnitude', null),
  measured('depth', 'km'),
  measured('altitude', 'm'),
  measured('wind', 'km/h'),
  measured('temperature', 'celsius'),
  measured('damage', 'USD'),
  dated('date'),
  dated('departure'),
  dated('crash'),
  dated('rescue'),
  dated('collapse'),
  dated('broadcast'),
  named('cause'),
  named('factor', { singleValued: false }),
  named('weapon', { singleValued: false }),
  named('perpetrator'),
  named('place'),
  named('winner'),
  property('BOOLEAN', { key: 'warned', label: 'warned' }),
  property('BOOLEAN', { key: 'jammed', label: 'GPS jammed' }),
  property('TEXT', { key: 'motive', label: 'motive' }),
];

export const PROPERTIES: ReadonlyMap<string, Property> = new Map(ALL.map((each) => [each.key, each]));

/** Reads a line for each concept: "missile", "Aktau < Kazakhstan", "Crimea < Ukraine, Russia", "hostile ≠ accident". */
function scheme(schemeId: string, lines: string): readonly Concept[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, id = '', , broader = '', , apart = ''] =
        /^\s*([\w-]+)( < ([\w-]+(?:, [\w-]+)*))?( ≠ ([\w-]+))?\s*$/.exec(line) ?? [];
      return {
        id,
        schemeId,
        prefLabel: id.replaceAll('-', ' '),
        broader: broader === '' ? [] : broader.split(', '),
        disjointWith: apart === '' ? [] : [apart],
      };
    });
}

const CAUSES = scheme(
  'cause',
  `accident
   technical-failure < accident
   engine-failure < technical-failure
   fuel-tank-explosion < technical-failure
   faulty-sensor < technical-failure
   stored-chemicals < accident
   pilot-error < accident
   poor-training < accident
   bird-strike < accident
   bad-weather < accident
   fog < bad-weather
   hostile-act ≠ accident
   bomb < hostile-act
   missile < hostile-act
   surface-missile < missile
   fighter-jet < hostile-act
   pilot-suicide < hostile-act`,
);

const PLACES = scheme(
  'place',
  `Kazakhstan
   Aktau < Kazakhstan
   Russia
   Chechnya < Russia
   Grozny < Chechnya
   Ukraine
   Donetsk < Ukraine
   Crimea < Ukraine, Russia
   Sevastopol < Crimea
   Turkey
   Hatay < Turkey
   Syria
   Idlib < Syria
   Hungary
   Paris < France
   France
   IndianOcean
   SouthernIndianOcean < IndianOcean
   GulfOfThailand
   GulfCoast
   Missouri`,
);

const OTHERS: readonly Concept[] = [
  ...scheme(
    'nationality',
    ['Azerbaijani', 'Russian', 'Dutch', 'Malaysian', 'Australian', 'Chinese', 'American'].join('\n'),
  ),
  ...scheme('role', 'crew\npilots < crew\nchildren\nrescuers\ncivilians ≠ fighters\nfighters'),
  ...scheme('whereabouts', 'onboard\nground'),
  ...scheme('capacity', 'passengers\nstaff\ncockpit < staff\ncabin < staff').map((concept) => ({
    ...concept,
    narrowerComplete: concept.id === 'staff',
  })),
  ...scheme('candidate', ['Maduro', 'Gonzalez', 'Martinez', 'Bertucci', 'Lukashenko', 'Tsikhanouskaya'].join('\n')),
  ...scheme('group', 'IslamicState\nKhorasan < IslamicState\nIslamicJihad\nArmy'),
  ...scheme('weapon', 'explosives\nsuicide-vest < explosives\nrifle\nnerve-agent'),
];

export const vocabulary = conceptGraph(
  [...CAUSES, ...PLACES, ...OTHERS],
  [
    { id: 'cause', siblingsExclusive: false },
    { id: 'role', siblingsExclusive: false },
    { id: 'group', siblingsExclusive: false },
    { id: 'weapon', siblingsExclusive: false },
    { id: 'place', siblingsExclusive: true },
    { id: 'nationality', siblingsExclusive: true },
    { id: 'whereabouts', siblingsExclusive: true },
    { id: 'capacity', siblingsExclusive: true, topConceptsComplete: true },
    { id: 'candidate', siblingsExclusive: true },
  ],
);

/** What ties the questions about a flight. */
export const FLIGHT: Ties = {
  identities: [
    { id: 'fates', label: 'whoever was aboard died or survived', whole: 'aboard', parts: ['killed', 'survivors'] },
    {
      id: 'roles',
      label: 'whoever was aboard was a passenger or crew',
      whole: 'aboard',
      parts: ['passengers', 'crew'],
    },
  ],
  orders: [
    { id: 'flight', earlier: 'departure', later: 'crash' },
    { id: 'rescue', earlier: 'crash', later: 'rescue' },
    { id: 'news', earlier: 'collapse', later: 'broadcast' },
  ],
  properties: ALL,
};

/** On a ship people stay missing, so that the dead and the survivors need not be all. */
export const SHIP: Ties = {
  identities: [
    {
      id: 'fates',
      label: 'whoever was aboard died, survived or is missing',
      whole: 'aboard',
      parts: ['killed', 'survivors', 'missing'],
    },
  ],
  orders: [],
  properties: ALL,
};
