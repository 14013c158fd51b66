import { describe, expect, test } from '@jest/globals';
import { validateSync } from 'class-validator';
import { GraphQLError, parseValue, type GraphQLScalarType } from 'graphql';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  EdtfScalar,
  IsCalendarDate,
  IsDecimal,
  IsEdtf,
  IsHttpUrl,
  IsRfc3339,
  UrlScalar,
} from './index.js';

const SCALARS: readonly GraphQLScalarType[] = [DateScalar, DateTimeScalar, DecimalScalar, EdtfScalar, UrlScalar];

describe('output is strict', () => {
  test.each([
    [DateScalar, '2024-02-29', '2024-02-29'],
    [DateTimeScalar, new Date('2024-12-25T06:28:00Z'), '2024-12-25T06:28:00.000Z'],
    [DateTimeScalar, new Date(Date.UTC(2024, 11, 25, 6, 28, 0, 7)), '2024-12-25T06:28:00.007Z'],
    [DecimalScalar, '-27.50', '-27.50'],
    [EdtfScalar, '2024-12-25~', '2024-12-25~'],
    [UrlScalar, 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ])('%s gives %s', (scalar, value, expected) => {
    expect(scalar.serialize(value)).toBe(expected);
  });

  test.each([
    [DateScalar, new Date()],
    [DateScalar, '2023-02-29'],
    [DateTimeScalar, '2024-12-25T06:28:00Z'],
    [DateTimeScalar, new Date(NaN)],
    [DateTimeScalar, 0],
    [DecimalScalar, 27.5],
    [DecimalScalar, '1e3'],
    [DecimalScalar, ''],
    [EdtfScalar, ''],
    [EdtfScalar, new Date()],
    [UrlScalar, 'javascript:alert(1)'],
    [UrlScalar, '/path'],
    [UrlScalar, null],
  ])('%s does not give %p', (scalar, value) => {
    expect(() => scalar.serialize(value)).toThrow(TypeError);
  });
});

describe('input is any text', () => {
  test.each(SCALARS)('%s takes text as it is, from variables and from literals', (scalar) => {
    expect(scalar.parseValue(' anything at all ')).toBe(' anything at all ');
    expect(scalar.parseLiteral(parseValue('" anything at all "'))).toBe(' anything at all ');
  });

  test.each(
    SCALARS.flatMap((scalar) => [1.5, true, {}, [], 2 ** 53, new Date()].map((value) => [scalar, value] as const)),
  )('%s refuses %p', (scalar, value) => {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
  });

  test.each(
    SCALARS.flatMap((scalar) =>
      ['1.5', 'true', '{}', '[]', 'WORD', '9007199254740993'].map((text) => [scalar, text] as const),
    ),
  )('%s refuses the literal %s', (scalar, text) => {
    expect(() => scalar.parseLiteral(parseValue(text))).toThrow(`${scalar.name} must be given as a string.`);
  });

  test('Decimal takes whole numbers too', () => {
    expect(DecimalScalar.parseValue(-38)).toBe('-38');
    expect(DecimalScalar.parseLiteral(parseValue('38'))).toBe('38');
    expect(() => UrlScalar.parseValue(38)).toThrow(GraphQLError);
  });

  test.each(SCALARS)('%s is described', (scalar) => {
    expect(scalar.description).toBeTruthy();
  });
});

class Inputs {
  @IsCalendarDate()
  day: unknown = '2024-12-25';

  @IsRfc3339()
  instant: unknown = '2024-12-25T06:28:00Z';

  @IsHttpUrl()
  url: unknown = 'https://example.org';

  @IsEdtf()
  date: unknown = '2024-12';

  @IsDecimal()
  number: unknown = '38';

  @IsHttpUrl({ each: true })
  urls: unknown = [];
}

describe('rules for inputs', () => {
  const failed = (inputs: Partial<Inputs>): string[] =>
    validateSync(Object.assign(new Inputs(), inputs)).flatMap(({ constraints }) => Object.keys(constraints ?? {}));

  test.each<[string, Partial<Inputs>]>([
    ['a leap day of the calendar', { day: '2024-02-29' }],
    ['the first day', { day: '0001-01-01' }],
    ['an instant in UTC', { instant: '2024-12-25T06:28:00.123Z' }],
    ['an instant with an offset', { instant: '2024-12-25T11:28:00+05:00' }],
    ['a leap day', { instant: '2024-02-29T00:00:00Z' }],
    ['a leap day of a year before 100', { instant: '0004-02-29T00:00:00Z' }],
    ['an address with everything', { url: 'http://sub.example.org:8080/a/b?c=d#e' }],
    ['an address that is not ASCII', { url: 'https://пример.example/путь' }],
    ['several addresses', { urls: ['https://a.example', 'http://b.example'] }],
    ['an approximate date', { date: '2024-12-25~' }],
    ['an interval', { date: '2024-12-24/2024-12-26' }],
    ['a decimal', { number: '-27.50' }],
  ])('%s passes', (_name, inputs) => {
    expect(failed(inputs)).toEqual([]);
  });

  test.each<[string, Partial<Inputs>, string]>([
    ['a day with a time', { day: '2024-12-25T00:00:00Z' }, 'isCalendarDate'],
    ['a day of no calendar', { day: '2023-02-29' }, 'isCalendarDate'],
    ['a day of the year 0', { day: '0000-01-01' }, 'isCalendarDate'],
    ['a month alone', { day: '2024-12' }, 'isCalendarDate'],
    ['an instant without offset', { instant: '2024-12-25T06:28:00' }, 'isRfc3339DateTime'],
    ['a day', { instant: '2024-12-25' }, 'isRfc3339DateTime'],
    ['a day that there is not', { instant: '2023-02-29T00:00:00Z' }, 'isRfc3339DateTime'],
    ['a month that there is not', { instant: '2023-13-01T00:00:00Z' }, 'isRfc3339DateTime'],
    ['an hour that there is not', { instant: '2023-12-01T24:00:00Z' }, 'isRfc3339DateTime'],
    ['an instant in words', { instant: 'yesterday' }, 'isRfc3339DateTime'],
    ['no text', { instant: 7 }, 'isRfc3339DateTime'],
    ['another scheme', { url: 'ftp://example.org' }, 'isHttpUrl'],
    ['a script', { url: 'javascript:alert(1)' }, 'isHttpUrl'],
    ['an address without host', { url: 'https://' }, 'isHttpUrl'],
    ['an address with a password', { url: 'https://me:secret@example.org' }, 'isHttpUrl'],
    ['an address with spaces', { url: 'https://example.org/a b' }, 'isHttpUrl'],
    ['an address that lacks its slashes', { url: 'https:example.org' }, 'isHttpUrl'],
    ['an address that is too long', { url: `https://example.org/${'a'.repeat(2_048)}` }, 'isHttpUrl'],
    ['one of several addresses', { urls: ['https://a.example', 'b.example'] }, 'isHttpUrl'],
    ['a date in words', { date: 'Christmas' }, 'isEdtf'],
    ['a date that there is not', { date: '2024-13' }, 'isEdtf'],
    ['a decimal comma', { number: '27,5' }, 'isExactDecimal'],
    ['no decimal', { number: 'many' }, 'isExactDecimal'],
  ])('%s fails', (_name, inputs, rule) => {
    expect(failed(inputs)).toEqual([rule]);
  });
});
