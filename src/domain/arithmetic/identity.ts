import type { Property } from '../claim/claim.js';
import { beginsAtZero, scaleOf } from '../values/units.js';

/**
 * That a whole is the sum of its parts, at every scope: aboard = fatalities + survivors, for all of them as for the
 * Azerbaijanis among them. Several identities may share properties: aboard = passengers + crew.
 */
export interface Identity {
  readonly id: string;
  /** For readers, as the end of a sentence: "whoever was aboard died or survived", "aboard = fatalities + survivors". */
  readonly label: string;
  /** Key of the property that is the sum. */
  readonly whole: string;
  /** Keys of the properties that are added up, each once. */
  readonly parts: readonly string[];
}

/**
 * Whether figures of this property can be added up: it has one figure at a time, in a unit that begins at zero (as
 * counts, lengths and money do, and temperatures do not). Its figures are then taken to be zero or more.
 */
export function canBeSummed(property: Property): boolean {
  return property.datatype === 'QUANTITY' && property.singleValued && beginsAtZero(scaleOf(null, property.unit));
}

/**
 * The identities that can be reckoned with, by id: all that is known of their properties can be summed, in one
 * dimension. A property that is not given is taken to be like those that are.
 */
export function usableIdentities(
  identities: readonly Identity[],
  properties: ReadonlyMap<string, Property>,
): readonly Identity[] {
  return identities
    .filter(({ whole, parts }) => {
      const known = [whole, ...parts].flatMap((key) => properties.get(key) ?? []);
      const dimensions = new Set(known.map(({ unit }) => scaleOf(null, unit).dimension));
      return known.every(canBeSummed) && dimensions.size === 1;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
