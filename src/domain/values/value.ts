/** An exact decimal number written as a string: "38", "27.5", "-3". Never a float. */
export type Decimal = string;

/**
 * A number, or a range of numbers, in a unit. Denotes the set between its bounds.
 * A null bound means unbounded on that side. `amount` is what the source wrote when it wrote one figure;
 * the bounds are always filled in from it ("38" is [38,38], "about 40" is [35,45]).
 */
export interface QuantityValue {
  readonly kind: 'QUANTITY';
  readonly amount: Decimal | null;
  readonly lower: Decimal | null;
  readonly upper: Decimal | null;
  /** The lower bound itself is not in the set ("more than 30"). */
  readonly lowerOpen: boolean;
  /** The upper bound itself is not in the set ("fewer than 40"). */
  readonly upperOpen: boolean;
  readonly approximate: boolean;
  /** The unit the source used, or null for a bare number. */
  readonly unit: string | null;
}

/** A time in Extended Date/Time Format (ISO 8601-2:2019, level 1) and the interval of instants it denotes. */
export interface TimeValue {
  readonly kind: 'TIME';
  readonly edtf: string;
  /** First millisecond (epoch, UTC) of the interval. */
  readonly earliest: number;
  /** Last millisecond (epoch, UTC) of the interval, inclusive. */
  readonly latest: number;
}

/** A concept of a concept scheme (SKOS), by its id. */
export interface ConceptValue {
  readonly kind: 'CONCEPT';
  readonly conceptId: string;
}

export interface BooleanValue {
  readonly kind: 'BOOLEAN';
  readonly boolean: boolean;
}

export interface TextValue {
  readonly kind: 'TEXT';
  readonly text: string;
  /** BCP 47 tag of the text's language, where known. */
  readonly language: string | null;
}

/** The source says that the value is not known. Conflicts with nothing. */
export interface UnknownValue {
  readonly kind: 'UNKNOWN';
}

/** What a claim says of its subject's property. Every value denotes a set. */
export type Value = QuantityValue | TimeValue | ConceptValue | BooleanValue | TextValue | UnknownValue;

/** The datatypes a property can have; UNKNOWN is a value of every property, not a datatype. */
export const DATATYPES = ['QUANTITY', 'TIME', 'CONCEPT', 'BOOLEAN', 'TEXT'] as const;
export type Datatype = (typeof DATATYPES)[number];
