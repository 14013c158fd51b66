import type Big from 'big.js';
import { fail, succeed, type Problem, type Result } from '../result.js';
import { compareDecimals, decimal, decimalText, lastSignificantPlace, readDecimal } from './decimal.js';
import { isEmpty, relate, type Interval, type IntervalRelation } from './interval.js';
import { beginsAtZero, inBaseUnit, isKnownUnit, sameDimension, scaleOf, type UnitScale } from './units.js';
import type { QuantityValue } from './value.js';

export type QuantityProblemCode =
  | 'INVALID_DECIMAL'
  | 'BOUNDS_REVERSED'
  | 'AMOUNT_OUTSIDE_BOUNDS'
  | 'EMPTY_QUANTITY'
  | 'UNKNOWN_UNIT'
  | 'INCOMPATIBLE_UNIT';

/** A figure as a person or a reader of text states it: an amount, bounds, or both. */
export interface QuantityInput {
  readonly amount?: string | null | undefined;
  readonly lowerBound?: string | null | undefined;
  readonly upperBound?: string | null | undefined;
  /** "More than": the lower bound itself is left out. */
  readonly lowerExclusive?: boolean | null | undefined;
  /** "Fewer than": the upper bound itself is left out. */
  readonly upperExclusive?: boolean | null | undefined;
  readonly approximate?: boolean | null | undefined;
  /** Null or absent: the property's own unit. */
  readonly unit?: string | null | undefined;
}

type QuantityProblem = Problem<QuantityProblemCode>;
type Field = 'amount' | 'lowerBound' | 'upperBound';

/** How far "about" reaches to either side, as a share of the amount. A convention of Gainsay. */
const APPROXIMATION = '0.1';
const FIELDS: readonly Field[] = ['amount', 'lowerBound', 'upperBound'];

/**
 * The value that a stated figure denotes, for a property in `propertyUnit` (null: a bare number), or all that is
 * wrong with it.
 *
 * - Bounds, where given, are the set, and an amount beside them has to lie between them; on an exclusive bound it
 *   may lie too, since "nearly 40" is written with the figure 40 and means less.
 * - An upper bound alone starts at zero ("up to 40" is [0, 40]) unless it is negative or on a scale that does not
 *   begin at zero (°C).
 * - An amount alone is itself; if approximate, it reaches to either side by 10 %, or by half of its last significant
 *   digit's place where that is more ("40" ± 5, "1234" ± 123.4), but not below zero from above.
 */
export function quantityOf(
  input: QuantityInput,
  propertyUnit: string | null,
): Result<QuantityValue, QuantityProblemCode> {
  const unit = input.unit?.trim() ?? null;
  const { numbers, problems } = readNumbers(input);
  problems.push(...unitProblems(unit, propertyUnit));
  if (problems.length > 0) return fail(...problems);

  const scale = scaleOf(unit, propertyUnit);
  const bounds = boundsOf(numbers, input, scale);
  if (bounds === null) return fail(EMPTY);
  const misfit = misfitOf(numbers, bounds);
  if (misfit !== null) return fail(misfit);

  return succeed({
    kind: 'QUANTITY',
    amount: textOrNull(numbers.amount),
    lower: textOrNull(bounds.lower),
    upper: textOrNull(bounds.upper),
    lowerOpen: bounds.lowerOpen,
    upperOpen: bounds.upperOpen,
    approximate: input.approximate ?? false,
    unit,
  });
}

/** A quantity in the base unit of its dimension, ready to be compared with any other of that dimension. */
export interface Measure {
  /** See {@link UnitScale.dimension}. */
  readonly dimension: string;
  readonly interval: Interval<Big>;
}

const measures = new WeakMap<QuantityValue, { readonly propertyUnit: string | null; readonly measure: Measure }>();

/** The set a quantity denotes, in the base unit of its dimension. */
export function measureOf(value: QuantityValue, propertyUnit: string | null): Measure {
  const remembered = measures.get(value);
  if (remembered?.propertyUnit === propertyUnit) return remembered.measure;
  const scale = scaleOf(value.unit, propertyUnit);
  const convert = (bound: string | null): Big | null => (bound === null ? null : inBaseUnit(decimal(bound), scale));
  const measure: Measure = {
    dimension: scale.dimension,
    interval: {
      lower: convert(value.lower),
      upper: convert(value.upper),
      lowerOpen: value.lowerOpen,
      upperOpen: value.upperOpen,
    },
  };
  measures.set(value, { propertyUnit, measure });
  return measure;
}

/** How two quantities relate as sets; INCOMPARABLE where their dimensions differ. */
export function relateQuantities(
  a: QuantityValue,
  b: QuantityValue,
  propertyUnit: string | null,
): IntervalRelation | 'INCOMPARABLE' {
  const [first, second] = [measureOf(a, propertyUnit), measureOf(b, propertyUnit)];
  if (first.dimension !== second.dimension) return 'INCOMPARABLE';
  return relate(first.interval, second.interval, compareDecimals);
}

type Numbers = Readonly<Record<Field, Big | null>>;

const EMPTY: QuantityProblem = {
  code: 'EMPTY_QUANTITY',
  message: 'A quantity needs an amount, a lower bound or an upper bound.',
  field: [],
};

function readNumbers(input: QuantityInput): { numbers: Numbers; problems: QuantityProblem[] } {
  const numbers: Record<Field, Big | null> = { amount: null, lowerBound: null, upperBound: null };
  const problems: QuantityProblem[] = [];
  for (const field of FIELDS) {
    const text = input[field] ?? null;
    if (text === null) continue;
    numbers[field] = readDecimal(text);
    if (numbers[field] === null) problems.push(invalidDecimal(field, text));
  }
  return { numbers, problems };
}

function invalidDecimal(field: Field, text: string): QuantityProblem {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    code: 'INVALID_DECIMAL',
    message: `"${shown}" is not a decimal number of at most 40 digits. Write it like 38, -3 or 27.5, without separators.`,
    field: [field],
  };
}

function unitProblems(unit: string | null, propertyUnit: string | null): QuantityProblem[] {
  if (!isKnownUnit(unit, propertyUnit)) {
    const own = propertyUnit === null ? 'no unit' : `the property's own unit, "${propertyUnit}",`;
    const message = `"${unit}" is not a known unit. Use ${own} or a unit of measure such as "km".`;
    return [{ code: 'UNKNOWN_UNIT', message, field: ['unit'] }];
  }
  if (!sameDimension(unit, null, propertyUnit)) {
    const own = propertyUnit === null ? 'a bare number' : `in "${propertyUnit}"`;
    const message = `A figure in "${unit}" cannot be compared with this property, which is ${own}.`;
    return [{ code: 'INCOMPATIBLE_UNIT', message, field: ['unit'] }];
  }
  return [];
}

/** The set that the figures denote, or null where there are none. */
function boundsOf(numbers: Numbers, input: QuantityInput, scale: UnitScale): Interval<Big> | null {
  const { amount, lowerBound, upperBound } = numbers;
  if (lowerBound === null && upperBound === null) {
    if (amount === null) return null;
    return input.approximate === true ? around(amount, scale) : closed(amount, amount);
  }
  const lowerOpen = lowerBound !== null && input.lowerExclusive === true;
  const upperOpen = upperBound !== null && input.upperExclusive === true;
  const bounds = { lower: lowerBound, upper: upperBound, lowerOpen, upperOpen };
  if (lowerBound !== null || !beginsAtZero(scale) || amount?.lt(0) === true) return bounds;
  const fromZero = { ...bounds, lower: decimal('0') };
  return isEmpty(fromZero, compareDecimals) ? bounds : fromZero;
}

function around(amount: Big, scale: UnitScale): Interval<Big> {
  const share = amount.abs().times(APPROXIMATION);
  const halfPlace = lastSignificantPlace(amount).times('0.5');
  const reach = share.gt(halfPlace) ? share : halfPlace;
  const lower = amount.minus(reach);
  const stopsAtZero = beginsAtZero(scale) && amount.gte(0) && lower.lt(0);
  return closed(stopsAtZero ? decimal('0') : lower, amount.plus(reach));
}

function closed(lower: Big, upper: Big): Interval<Big> {
  return { lower, upper, lowerOpen: false, upperOpen: false };
}

function misfitOf({ amount }: Numbers, bounds: Interval<Big>): QuantityProblem | null {
  if (isEmpty(bounds, compareDecimals)) {
    const message = 'No number lies between these bounds: the lower one has to be the smaller.';
    return { code: 'BOUNDS_REVERSED', message, field: ['lowerBound'] };
  }
  const { lower, upper } = bounds;
  if (amount !== null && ((lower !== null && amount.lt(lower)) || (upper !== null && amount.gt(upper)))) {
    const message = `The amount ${decimalText(amount)} does not lie between the bounds given with it.`;
    return { code: 'AMOUNT_OUTSIDE_BOUNDS', message, field: ['amount'] };
  }
  return null;
}

function textOrNull(number: Big | null): string | null {
  return number === null ? null : decimalText(number);
}
