import { MONTHS, WEEKDAYS } from '../reading/english/time-words.js';
import type { Token } from '../reading/sentence.js';
import { edtfOf, timesOf } from '../reading/time-mention.js';
import { timeOf } from '../values/time.js';
import type { TimeValue } from '../values/value.js';

/** A date or time as a statement names it. */
export interface OpenTime {
  readonly kind: 'TIME';
  readonly text: string;
  readonly value: TimeValue;
  /** Without it only day and month can be compared. */
  readonly hasYear: boolean;
  readonly from: number;
  readonly to: number;
}

/** Dates without a year are read as of a leap year, so that each of them exists. */
const ANY_YEAR = '2000';
const YEAR = /^(?:1[0-9]|20)\d{2}$/;
const DECADE = /^((?:1[0-9]|20)\d)0s$/;

/** Dates and times of a sentence. `published`: the day from which "on Wednesday" counts; null leaves such words unread. */
export function openTimesOf(text: string, tokens: readonly Token[], published: string | null): readonly OpenTime[] {
  const read = timesOf(tokens, published ?? `${ANY_YEAR}-12-31`, () => false).flatMap((mention): OpenTime[] => {
    const words = tokens.slice(mention.from, mention.to);
    const hasYear = published !== null || words.some(({ lower }) => YEAR.test(lower) || /^\d{4}-/.test(lower));
    if (!hasYear && !words.some((word) => MONTHS.has(word.lower))) return [];
    if (published === null && !hasYear && words.some(({ lower }) => WEEKDAYS.has(lower))) return [];
    return timeAt(text, tokens, mention.from, mention.to, edtfOf(mention, null), hasYear);
  });
  return [...read, ...bareYears(text, tokens, read)].sort((a, b) => a.from - b.from);
}

/** "(1885 - 1955)", "1990s": years that no preposition marks and that count nothing. */
function bareYears(text: string, tokens: readonly Token[], read: readonly OpenTime[]): readonly OpenTime[] {
  const taken = new Set(read.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  return tokens.flatMap(({ lower }, at) => {
    if (taken.has(at)) return [];
    const [, decade] = DECADE.exec(lower) ?? [];
    if (decade !== undefined) return timeAt(text, tokens, at, at + 1, `${decade}X`, true);
    const next = tokens[at + 1];
    const isCount = next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.pos === 'SYM' || next?.lower === 'of';
    const isMoney = tokens[at - 1]?.pos === 'SYM';
    return YEAR.test(lower) && !isCount && !isMoney ? timeAt(text, tokens, at, at + 1, lower, true) : [];
  });
}

function timeAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  edtf: string | null,
  hasYear: boolean,
): OpenTime[] {
  const value = edtf === null ? null : timeOf(edtf);
  if (value?.ok !== true) return [];
  const words = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return [{ kind: 'TIME', text: words, value: value.value, hasYear, from, to }];
}

/** The time with another's year, for comparing a date that names none. */
export function withYearOf(time: OpenTime, other: OpenTime): TimeValue {
  if (time.hasYear || !other.hasYear || time.value.edtf.includes('/')) return time.value;
  const moved = timeOf(`${other.value.edtf.slice(0, 4)}${time.value.edtf.slice(4)}`);
  return moved.ok ? moved.value : time.value;
}
