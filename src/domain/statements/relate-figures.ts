import { isPhysicalUnit } from '../values/units.js';
import { relateQuantities } from '../values/quantity.js';
import type { IntervalRelation } from '../values/interval.js';
import { relateTimes } from '../values/time.js';
import { areKin } from './kinship.js';
import type { OpenFigure } from './open-figure.js';
import { withYearOf, type OpenTime } from './open-time.js';
import type { Thesaurus } from './thesaurus.js';
import { shareStem } from './word-match.js';

/** How two figures relate as sets; INCOMPARABLE where they are in units that cannot be compared. */
export function relateOpenFigures(a: OpenFigure, b: OpenFigure): IntervalRelation | 'INCOMPARABLE' {
  const [first, second] = [a.value.unit, b.value.unit];
  if (first !== second && (!isMeasure(first) || !isMeasure(second))) return 'INCOMPARABLE';
  const relation = relateQuantities(a.value, b.value, isMeasure(first) ? first : null);
  return relation === 'DISJOINT' && isRounding(a, b) ? 'OVERLAPPING' : relation;
}

function isMeasure(unit: string | null): boolean {
  return unit !== null && isPhysicalUnit(unit);
}

/** "nearly 3,000" leaves 3,000 out and is said of it all the same. */
function isRounding({ value: a }: OpenFigure, { value: b }: OpenFigure): boolean {
  const isNear = (value: typeof a): boolean => value.upperOpen && value.lower !== null && value.lower !== '0';
  return a.amount !== null && a.amount === b.amount && (isNear(a) || isNear(b)) && !a.lowerOpen && !b.lowerOpen;
}

/** How what two figures count relates: SAME noun, perhaps the same (one is bare, or the nouns are akin), or OTHER. */
export function relateCounted(a: OpenFigure, b: OpenFigure, thesaurus: Thesaurus): 'SAME' | 'MAYBE' | 'OTHER' {
  const [first, second] = [a.counted.at(-1), b.counted.at(-1)];
  if (first === undefined || second === undefined) return 'MAYBE';
  if (first === second || a.counted.includes(second) || b.counted.includes(first)) return 'SAME';
  const relation = thesaurus.relate(first, second, 'NOUN');
  if (relation === 'SYNONYM') return 'SAME';
  if (relation === 'NARROWER' || relation === 'BROADER' || relation === 'RELATED') return 'MAYBE';
  if (isOfPeople(first, thesaurus) && isOfPeople(second, thesaurus)) return 'MAYBE';
  return shareStem(first, second) || areKin(first, second) ? 'MAYBE' : 'OTHER';
}

/** Suspects may be citizens, and whoever counts deaths or arrests counts people. */
function isOfPeople(noun: string, thesaurus: Thesaurus): boolean {
  return ANYBODY.has(noun) || OF_PEOPLE.has(noun) || thesaurus.relate(noun, 'person', 'NOUN') === 'NARROWER';
}

const ANYBODY = new Set([
  'people',
  'person',
  'other',
  'others',
  'man',
  'woman',
  'child',
  'victim',
  'member',
  'resident',
]);

const OF_PEOPLE = new Set(
  'death fatality casualty injury arrest survivor personnel police staff crew troop victim'.split(' '),
);

/** How two dates relate as sets; a date without a year takes the other's. */
export function relateOpenTimes(a: OpenTime, b: OpenTime): IntervalRelation {
  return relateTimes(withYearOf(a, b), withYearOf(b, a));
}
