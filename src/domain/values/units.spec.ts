import { describe, expect, test } from '@jest/globals';
import Qty from 'js-quantities';
import { decimal, decimalText } from './decimal.js';
import { beginsAtZero, inBaseUnit, isKnownUnit, isPhysicalUnit, sameDimension, scaleOf } from './units.js';

function inBase(amount: string, unit: string): string {
  const scale = scaleOf(unit, null);
  return `${decimalText(inBaseUnit(decimal(amount), scale))} ${scale.dimension}`;
}

describe('the same amount in two units is the same in the base unit', () => {
  test.each([
    ['kilometres and metres', '1.5', 'km', '1500', 'm'],
    ['names and symbols', '1.5', 'kilometers', '1.5', 'km'],
    ['singular and plural', '1', 'tonne', '1', 'tonnes'],
    ['hectares and square metres', '2.5', 'ha', '25000', 'm²'],
    ['feet and inches', '1', 'ft', '12', 'in'],
    ['square feet and square inches', '1', 'sqft', '144', 'in^2'],
    ['miles and feet', '1', 'mile', '5280', 'feet'],
    ['a third of an hour and minutes', '20', 'min', '1200', 's'],
    ['km/h and its symbol', '900', 'km/h', '900', 'kph'],
    ['km/h and m/s, whose ratio is no decimal', '36', 'km/h', '10', 'm/s'],
    ['knots and nautical miles an hour', '100', 'knots', '100', 'nmi/h'],
    ['knots and km/h, neither a decimal of m/s', '100', 'kt', '185.2', 'km/h'],
    ['pounds and ounces', '1', 'lb', '16', 'oz'],
    ['kilowatt hours and joules', '1', 'kWh', '3600000', 'J'],
    ['newton metres and joules, named in another order', '1', 'N*m', '1', 'J'],
    ['a full turn and degrees', '1', 'rotation', '360', 'deg'],
    ['turns a minute and degrees a second', '10', 'rpm', '60', 'deg/s'],
    ['freezing in Celsius and Fahrenheit', '0', '°C', '32', '°F'],
    ['absolute zero in Celsius and kelvins', '-273.15', 'celsius', '0', 'K'],
    ['where Celsius and Fahrenheit agree', '-40', 'tempC', '-40', 'degF'],
    ['warming an hour, where scales have no zero', '9', 'degC/h', '16.2', 'degF/h'],
    ['per cent and parts per million', '5', '%', '50000', 'ppm'],
    ['hectares by name', '2.5', 'hectares', '2.5', 'ha'],
    ['cubic feet and cubic inches', '1', 'ft³', '1728', 'in^3'],
    ['degrees by their sign', '180', '°', '0.5', 'rotation'],
    ['beats and turns of events a minute', '60', 'bpm', '60', 'cpm'],
    ['dozens and pieces', '3', 'dozen', '36', 'each'],
    ['gross and dozens', '1', 'gross', '12', 'dozen'],
  ])('%s: %s %s = %s %s', (_name, amount, unit, otherAmount, otherUnit) => {
    expect(inBase(amount, unit)).toBe(inBase(otherAmount, otherUnit));
  });

  test('figures longer than a float are kept to the last digit', () => {
    expect(inBase('12345678901234567890.123', 'km')).toBe('12345678901234567890123 meter');
  });
});

test('agrees with every unit of the library, but for what it rounds', () => {
  const strays = Qty.getUnits().filter((unit) => {
    const { numerator, denominator, dimension } = scaleOf(unit, null);
    const deviation = numerator.div(denominator).toNumber() / Qty(1, unit).baseScalar - 1;
    return !dimension.includes('degree') && Math.abs(deviation) > 5e-4;
  });
  // Thermometers have offsets there; it takes a point for a pint; and of sqft, ppi and dpi it has no figure in base units.
  expect(strays).toEqual(['dpi', 'point', 'ppi', 'sqft', 'temp-C', 'temp-F']);
});

test('units of one kind have one dimension', () => {
  const kinds = [
    'length',
    'mass',
    'time',
    'area',
    'volume',
    'speed',
    'temperature',
    'angle',
    'energy',
    'power',
    'pressure',
  ];
  const dimensions = kinds.map((kind) => [...new Set(Qty.getUnits(kind).map((unit) => scaleOf(unit, null).dimension))]);
  expect(dimensions).toEqual([
    ['meter'],
    ['kilogram'],
    ['second'],
    ['meter^2'],
    ['meter^3'],
    ['meter second^-1'],
    ['kelvin'],
    ['degree'],
    ['kilogram meter^2 second^-2'],
    ['kilogram meter^2 second^-3'],
    ['kilogram meter^-1 second^-2'],
  ]);
});

describe('isKnownUnit', () => {
  test.each([
    ['no unit', null, 'person', true],
    ['no unit where the property has none', null, null, true],
    ['the property’s own counted noun', 'person', 'person', true],
    ['the property’s own currency', 'EUR', 'EUR', true],
    ['a unit of measure', 'km', 'person', true],
    ['another counted noun', 'passenger', 'person', false],
    ['a counted noun for a bare number', 'person', null, false],
    ['the own noun in another case', 'Person', 'person', false],
    ['nothing', '', 'person', false],
    ['an amount and a unit', '2 km', 'km', false],
    ['the name of an object’s member', 'constructor', 'km', false],
    ['the same beneath a stroke', 'm/constructor', 'km', false],
    ['a unit with letters after it', 'parsecx', 'km', false],
    ['words with an s', 'victims', 'person', false],
    ['an endless unit', 'm*'.repeat(50) + 'm', 'km', false],
  ])('%s', (_name, unit, propertyUnit, expected) => {
    expect(isKnownUnit(unit, propertyUnit)).toBe(expected);
  });
});

describe('sameDimension', () => {
  test.each([
    ['lengths', 'km', 'ft', null, true],
    ['a length and the property’s own', 'km', null, 'm', true],
    ['a length and a mass', 'km', 'kg', null, false],
    ['speed and its composition', 'knot', 'm/s', null, true],
    ['energy and torque are one to the base units', 'J', 'N*m', null, true],
    ['a counted noun and a length', null, 'km', 'person', false],
    ['a counted noun and pieces', null, 'each', 'person', false],
    ['a ratio of lengths and a bare number', 'm/m', null, null, true],
    ['per cent and a bare number', '%', null, null, true],
    ['two currencies', 'EUR', 'CHF', 'EUR', false],
    ['two counted nouns', 'person', 'votes', null, false],
    ['a length and an area', 'm', 'm^2', null, false],
    ['an area and a volume', 'ha', 'L', null, false],
  ])('%s: %s, %s for a property in %s', (_name, a, b, propertyUnit, expected) => {
    expect(sameDimension(a, b, propertyUnit)).toBe(expected);
  });
});

test('counted nouns and currencies are not physical units', () => {
  expect(['person', 'people', 'EUR', 'gas', 'votes'].filter(isPhysicalUnit)).toEqual([]);
});

test('only thermometers do not begin at zero', () => {
  const units = ['km', 'K', '°C', '°F', 'degC/h', 'degC*m', 'person'];
  expect(units.filter((unit) => !beginsAtZero(scaleOf(unit, null)))).toEqual(['°C', '°F']);
});
