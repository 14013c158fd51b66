import pg from 'pg';
import type { StatementRunner } from './driver.js';

type Parse = (text: string) => unknown;

const TIMESTAMPTZ = 1184;
const TEXT_ARRAY = 1009;

/** pg's own parsers; its type for OIDs lists scalars only. */
const builtinParser = pg.types.getTypeParser as (oid: number) => Parse;
const parseBuiltinTimestamptz = builtinParser(TIMESTAMPTZ);
const parseTextArray = builtinParser(TEXT_ARRAY) as (text: string) => NestedArray;

type NestedArray = (string | null | NestedArray)[];

/** ISO forms take V8's fast path; what is left (BC, infinity, years above 9999) goes to the driver's own parser. */
function parseTimestamptz(text: string): unknown {
  const isPlain = text.length <= 29 && text.endsWith('+00') && text.charCodeAt(4) === 45;
  return isPlain ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parseBuiltinTimestamptz(text);
}

/** Adds the offset of UTC to a time without a zone, ahead of a trailing "BC". */
function atUtc(text: string): string {
  return text.endsWith(' BC') ? `${text.slice(0, -3)}+00 BC` : `${text}+00`;
}

function parseDate(text: string): unknown {
  const [day, era] = text.split(' ');
  return parseTimestamptz(`${day} 00:00:00+00${era ? ` ${era}` : ''}`);
}

/** A count or a sum. Beyond 2^53 a JavaScript number would be wrong in silence, so that is refused. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} does not fit a JavaScript number.`);
  return value;
}

const parseBytes: Parse = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
const parseText: Parse = (text) => text;
const parseJson: Parse = (text) => JSON.parse(text) as unknown;

/** Scalar type, its array type, and how one value is read. OIDs are those of PostgreSQL's pg_type.dat. */
const BUILTIN: readonly (readonly [scalar: number, array: number, parse: Parse])[] = [
  [16, 1000, (text) => text === 't'],
  [17, 1001, parseBytes],
  [20, 1016, parseInteger],
  [21, 1005, Number],
  [23, 1007, Number],
  [26, 1028, Number],
  [700, 1021, Number],
  [701, 1022, Number],
  [114, 199, parseJson],
  [3802, 3807, parseJson],
  [1082, 1182, parseDate],
  [1114, 1115, (text) => parseTimestamptz(atUtc(text))],
  [TIMESTAMPTZ, 1185, parseTimestamptz],
  // Numbers of any precision stay text; so do uuid, name, varchar, char(n), time and interval.
  [1700, 1231, parseText],
  [2950, 2951, parseText],
  [19, 1003, parseText],
  [25, TEXT_ARRAY, parseText],
  [1042, 1014, parseText],
  [1043, 1015, parseText],
  [1083, 1183, parseText],
  [1186, 1187, parseText],
];

function parseArrayOf(parse: Parse): Parse {
  const each = (items: NestedArray): unknown[] =>
    items.map((item) => (item === null ? null : typeof item === 'string' ? parse(item) : each(item)));
  return (text) => each(parseTextArray(text));
}

/**
 * How the text that PostgreSQL sends becomes JavaScript values, the same for a server and for the embedded database:
 * timestamptz, timestamp (read as UTC) and date are `Date`; int8, and so count(*), is a number and refused beyond
 * 2^53; numeric is text with its digits as stored; json and jsonb are parsed; bytea is `Uint8Array`; arrays are
 * arrays, those of enums included; every other type is its text. The session's time zone must be UTC.
 */
export class ResultTypes {
  readonly #parsers: Record<number, Parse> = {};

  constructor() {
    for (const [scalar, array, parse] of BUILTIN) {
      this.#parsers[scalar] = parse;
      this.#parsers[array] = parseArrayOf(parse);
    }
  }

  /** The parsers by type OID, in the form that PGlite takes. */
  get byOid(): Readonly<Record<number, Parse>> {
    return this.#parsers;
  }

  /** The parser for a column of this type, in the form that pg takes. */
  readonly getTypeParser = (oid: number): Parse => this.#parsers[oid] ?? parseText;

  /** Learns the arrays of the enums and domains that the database defines; their OIDs differ in every database. */
  async learnFrom(runner: StatementRunner): Promise<void> {
    const found = await runner.run<{ array: number }>(
      `SELECT typarray AS "array" FROM pg_type WHERE typtype IN ('e', 'd') AND typarray <> 0 AND oid >= 16384`,
      [],
    );
    for (const { array } of found) this.#parsers[array] = parseArrayOf(parseText);
  }
}
