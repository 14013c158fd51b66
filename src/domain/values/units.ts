import type Big from 'big.js';
import Qty from 'js-quantities';
import { Exact } from './decimal.js';

/**
 * Where a unit stands among those of its dimension: an amount in it is
 * (amount + offset) × numerator / denominator in the dimension's base unit.
 */
export interface UnitScale {
  /** Equal for two units exactly where their amounts can be compared: "meter", "meter second^-1", "unit:person". */
  readonly dimension: string;
  readonly numerator: Big;
  readonly denominator: Big;
  /** Not zero only for temperatures, whose scales begin elsewhere. */
  readonly offset: Big;
}

/** A ratio and the base units it is in, each with its exponent. */
interface Ratio {
  readonly numerator: Big;
  readonly denominator: Big;
  readonly powers: ReadonlyMap<string, number>;
}

/**
 * Units whose definition js-quantities rounds, or holds as a float that is no decimal. Values: international yard and
 * pound agreement (1959), US customary units (NIST Handbook 44, appendix C), SI Brochure (9th edition), IAU 2012
 * resolution B2, PostScript's point (1/72 inch). Angles are counted in degrees here, since most of their ratios are exact
 * only so.
 */
const EXACT_DEFINITIONS: Readonly<Record<string, readonly [numerator: string, denominator: string, base: string]>> = {
  furlong: ['201.168', '1', 'meter'],
  rod: ['5.0292', '1', 'meter'],
  fathom: ['1.8288', '1', 'meter'],
  pica: ['0.0254', '6', 'meter'],
  // The library's cache takes a point for a pint, once it has seen one: both are "pt" to it.
  point: ['0.0254', '72', 'meter'],
  league: ['4828.032', '1', 'meter'],
  AU: ['149597870700', '1', 'meter'],
  'light-second': ['299792458', '1', 'meter'],
  'light-minute': ['17987547480', '1', 'meter'],
  'light-year': ['9460730472580800', '1', 'meter'],
  kph: ['1000', '3600', 'meter second^-1'],
  knot: ['1852', '3600', 'meter second^-1'],
  ounce: ['0.028349523125', '1', 'kilogram'],
  acre: ['4046.8564224', '1', 'meter^2'],
  gallon: ['0.003785411784', '1', 'meter^3'],
  quart: ['0.000946352946', '1', 'meter^3'],
  pint: ['0.000473176473', '1', 'meter^3'],
  'fluid-ounce': ['0.0000295735295625', '1', 'meter^3'],
  radian: ['57.295779513082320876798154814105170332405', '1', 'degree'],
  degree: ['1', '1', 'degree'],
  arcminute: ['1', '60', 'degree'],
  arcsecond: ['1', '3600', 'degree'],
  gradian: ['9', '10', 'degree'],
  rotation: ['360', '1', 'degree'],
  rpm: ['6', '1', 'degree second^-1'],
  gross: ['144', '1', 'each'],
  cpm: ['1', '60', 'each second^-1'],
  dpm: ['1', '60', 'each second^-1'],
  bpm: ['1', '60', 'each second^-1'],
  kelvin: ['1', '1', 'kelvin'],
  celsius: ['1', '1', 'kelvin'],
  fahrenheit: ['5', '9', 'kelvin'],
  rankine: ['5', '9', 'kelvin'],
  'temp-K': ['1', '1', 'kelvin'],
  'temp-C': ['1', '1', 'kelvin'],
  'temp-F': ['5', '9', 'kelvin'],
  'temp-R': ['5', '9', 'kelvin'],
};

/** What is added to a reading of a thermometer before it is scaled to kelvins. */
const TEMPERATURE_OFFSETS: Readonly<Record<string, string>> = {
  kelvin: '0',
  celsius: '273.15',
  fahrenheit: '459.67',
  rankine: '0',
  'temp-K': '0',
  'temp-C': '273.15',
  'temp-F': '459.67',
  'temp-R': '0',
};

/** Everyday spellings that js-quantities does not read. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['°C', 'celsius'],
  ['°F', 'fahrenheit'],
  ['K', 'kelvin'],
  ['°', 'degree'],
  ['ha', 'hectare'],
]);

const MAX_UNIT_LENGTH = 32;
/** As many as a written figure may have: what division leaves beyond them is not meant. */
const MAX_DERIVED_DIGITS = 40;
const MAX_REMEMBERED = 1_000;
const DIMENSIONLESS: UnitScale = scaleOfRatio({ numerator: one(), denominator: one(), powers: new Map() });

/** Every unit js-quantities has; any other name in a unit that it parsed is a prefix. */
const LIBRARY_UNITS: ReadonlySet<string> = new Set(Qty.getUnits());
const ratiosByName = new Map<string, Ratio>();
const scalesByUnit = new Map<string, UnitScale | null>();

function one(): Big {
  return new Exact(1);
}

/**
 * Whether a claim about a property in `propertyUnit` (null: a bare number) can state its figure in `unit`: a physical
 * unit (as js-quantities reads it, singular or plural), or the property's own unit, whatever it is ("person", "EUR").
 */
export function isKnownUnit(unit: string | null, propertyUnit: string | null): boolean {
  return unit === null || unit === propertyUnit || isPhysicalUnit(unit);
}

/** Whether the unit is one of measure and not a counted noun: a length, a mass, a duration, per cent ... */
export function isPhysicalUnit(unit: string): boolean {
  return physicalScale(unit) !== null;
}

/** Whether amounts in the two units can be compared. Null stands for the property's own unit. */
export function sameDimension(a: string | null, b: string | null, propertyUnit: string | null): boolean {
  return scaleOf(a, propertyUnit).dimension === scaleOf(b, propertyUnit).dimension;
}

/**
 * The scale of a unit; null stands for the property's own unit, and a property without one counts bare numbers.
 * A unit that is not physical is a dimension of its own.
 */
export function scaleOf(unit: string | null, propertyUnit: string | null): UnitScale {
  const name = unit ?? propertyUnit;
  if (name === null) return DIMENSIONLESS;
  return physicalScale(name) ?? { ...DIMENSIONLESS, dimension: `unit:${name}` };
}

/** An amount in the base unit of its dimension. Equal amounts give equal results: 1.5 km and 1500 m are both 1500. */
export function inBaseUnit(amount: Big, { numerator, denominator, offset }: UnitScale): Big {
  return amount.plus(offset).times(numerator).div(denominator);
}

/** The other way round: an amount of the base unit in this unit, to 40 significant digits. */
export function fromBaseUnit(amount: Big, { numerator, denominator, offset }: UnitScale): Big {
  const converted = amount.times(denominator).div(numerator).minus(offset);
  return converted.eq(0) ? converted : converted.prec(MAX_DERIVED_DIGITS);
}

/** Whether amounts in this unit begin at zero, as counts and lengths do and temperatures in Celsius do not. */
export function beginsAtZero(scale: UnitScale): boolean {
  return scale.offset.eq(0);
}

function physicalScale(unit: string): UnitScale | null {
  const remembered = scalesByUnit.get(unit);
  if (remembered !== undefined) return remembered;
  const scale = readPhysicalUnit(unit);
  // Units come from outside: forget them all now and then rather than grow without bound.
  if (scalesByUnit.size >= MAX_REMEMBERED) scalesByUnit.clear();
  scalesByUnit.set(unit, scale);
  return scale;
}

function readPhysicalUnit(unit: string): UnitScale | null {
  const parsed = parse(unit);
  if (parsed === null) return null;
  const scale = scaleOfRatio(multiply(parsed.numerator, parsed.denominator));
  const [only, ...others] = parsed.numerator;
  const offset = only !== undefined && others.length === 0 ? TEMPERATURE_OFFSETS[only] : undefined;
  const standsAlone = parsed.denominator.length === 0;
  return offset !== undefined && standsAlone ? { ...scale, offset: new Exact(offset) } : scale;
}

interface ParsedUnit {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** The prefixes and units a unit is made of, as js-quantities names them, or null where it is not a unit to it. */
function parse(unit: string): ParsedUnit | null {
  // js-quantities would take a leading number for the amount, and an empty string for the number one.
  if (unit.length > MAX_UNIT_LENGTH || !/^[\p{L}%°]/u.test(unit)) return null;
  const spelt = SPELLINGS.get(unit) ?? unit.replace(/²/g, '^2').replace(/³/g, '^3');
  return parseSpelt(spelt) ?? (/.{3,}s$/.test(spelt) ? parseSpelt(spelt.slice(0, -1)) : null);
}

function parseSpelt(unit: string): ParsedUnit | null {
  const quantity = attempt(() => Qty(1, unit));
  if (quantity === null) return null;
  return { numerator: names(quantity.numerator), denominator: names(quantity.denominator) };
}

/** js-quantities reports what it cannot read by throwing, and stumbles over names such as "constructor". */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** "<kilo>", "<meter>", "<1>" → "kilo", "meter". */
function names(entries: readonly string[]): readonly string[] {
  return entries.map((entry) => entry.slice(1, -1)).filter((name) => name !== '1');
}

function multiply(numerator: readonly string[], denominator: readonly string[]): Ratio {
  let above = one();
  let beneath = one();
  const powers = new Map<string, number>();
  const apply = (name: string, sign: 1 | -1): void => {
    const ratio = ratioOf(name);
    above = above.times(sign === 1 ? ratio.numerator : ratio.denominator);
    beneath = beneath.times(sign === 1 ? ratio.denominator : ratio.numerator);
    for (const [base, power] of ratio.powers) powers.set(base, (powers.get(base) ?? 0) + sign * power);
  };
  for (const name of numerator) apply(name, 1);
  for (const name of denominator) apply(name, -1);
  return { numerator: above, denominator: beneath, powers };
}

function ratioOf(name: string): Ratio {
  const remembered = ratiosByName.get(name);
  if (remembered !== undefined) return remembered;
  const ratio = exactRatio(name) ?? libraryRatio(name);
  ratiosByName.set(name, ratio);
  return ratio;
}

function exactRatio(name: string): Ratio | null {
  const definition = EXACT_DEFINITIONS[name];
  if (definition === undefined) return null;
  const [numerator, denominator, base] = definition;
  return { numerator: new Exact(numerator), denominator: new Exact(denominator), powers: readPowers(base) };
}

/** "meter second^-1" → meter 1, second -1. */
function readPowers(base: string): ReadonlyMap<string, number> {
  return new Map(
    base.split(' ').map((factor) => {
      const [name = '', power = '1'] = factor.split('^');
      return [name, Number(power)];
    }),
  );
}

/**
 * js-quantities defines each unit by a number and other units, down to base units. Its floats are short decimals, so
 * their shortest notation gives the definition back exactly. It does not reduce all units in one go (sqft → foot²).
 */
function libraryRatio(name: string): Ratio {
  const isPrefix = !LIBRARY_UNITS.has(name);
  const base = Qty(1, isPrefix ? `${name}meter` : name).toBase();
  const factor = new Exact(String(base.scalar));
  if (isPrefix) return { numerator: factor, denominator: one(), powers: new Map() };
  const [numerator, denominator] = [names(base.numerator), names(base.denominator)];
  if (numerator.length === 1 && numerator[0] === name) {
    return { numerator: factor, denominator: one(), powers: new Map([[name, 1]]) };
  }
  const rest = multiply(numerator, denominator);
  return { ...rest, numerator: rest.numerator.times(factor) };
}

function scaleOfRatio({ numerator, denominator, powers }: Ratio): UnitScale {
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
    .sort()
    .join(' ');
  return { dimension: dimension === '' ? '1' : dimension, numerator, denominator, offset: new Exact(0) };
}
