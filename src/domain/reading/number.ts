import Big from 'big.js';
import type { Token } from './sentence.js';

/** A number as words or digits state it, at tokens `from` to `to` (exclusive). */
export interface ReadNumber {
  /** "12000", "0.5"; of a vague number ("dozens") the least it can be. */
  readonly lower: string;
  /** The same as `lower`, but for a vague number. */
  readonly upper: string;
  readonly to: number;
  /** "dozens", "hundreds": not one figure. */
  readonly vague: boolean;
  /** "no", "none", "nobody". */
  readonly isNone: boolean;
  /** Written in digits. */
  readonly inDigits: boolean;
}

const UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALES = new Map<string, string>([
  ['hundred', '100'],
  ['thousand', '1000'],
  ['million', '1000000'],
  ['billion', '1000000000'],
  ['trillion', '1000000000000'],
]);
/** Scales that are written against a figure: "2.5m", "3bn". */
const SUFFIXES = new Map<string, string>([
  ['k', '1000'],
  ['m', '1000000'],
  ['mn', '1000000'],
  ['bn', '1000000000'],
  ['tn', '1000000000000'],
]);
/** What a plural without a figure means; conventions of Gainsay ("dozens" is 24 to 99). */
const VAGUE = new Map<string, readonly [string, string]>([
  ['tens', ['20', '99']],
  ['dozens', ['24', '99']],
  ['scores', ['40', '99']],
  ['hundreds', ['200', '999']],
  ['thousands', ['2000', '9999']],
  ['millions', ['2000000', '9999999']],
  ['billions', ['2000000000', '9999999999']],
]);
const NONE = new Set(['no', 'none', 'nobody', 'zero', 'nil']);
const SEVERAL = new Set(['several', 'few']);
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const DIGITS_AND_SCALE = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(k|m|mn|bn|tn)$/;

/** Reads the number that begins at a token: "1,200", "2.5 million", "twenty-three", "two dozen", "dozens", "no". */
export function numberAt(tokens: readonly Token[], from: number): ReadNumber | null {
  const word = tokens[from]?.lower ?? '';
  return none(tokens, from, word) ?? vague(tokens, from, word) ?? inDigits(tokens, from, word) ?? inWords(tokens, from);
}

function none(tokens: readonly Token[], from: number, word: string): ReadNumber | null {
  const next = tokens[from + 1]?.lower ?? '';
  const isNoOne = word === 'no' && next === 'one';
  const isNotOne = word === 'not' && (next === 'a' || next === 'one') && tokens[from + 2]?.lower === 'single';
  if (!NONE.has(word) && !isNotOne) return null;
  if (word === 'no' && (COMPARATIVES.has(next) || next === 'longer')) return null;
  const to = isNotOne ? from + 3 : from + (isNoOne ? 2 : 1);
  return { lower: '0', upper: '0', to, vague: false, isNone: true, inDigits: false };
}

const COMPARATIVES = new Set(['more', 'fewer', 'less']);

/** "dozens", "tens of thousands", "several hundred", "a few dozen". */
function vague(tokens: readonly Token[], from: number, word: string): ReadNumber | null {
  const plural = VAGUE.get(word);
  if (plural !== undefined) {
    const scale = tokens[from + 1]?.lower === 'of' ? VAGUE.get(tokens[from + 2]?.lower ?? '') : undefined;
    if (scale === undefined) return vagueNumber(plural, '1', from + 1);
    const unit = new Big(scale[0]).div(2).toFixed();
    return vagueNumber(plural, unit, from + 3);
  }
  const few = word === 'a' ? from + 1 : from;
  if (!SEVERAL.has(tokens[few]?.lower ?? '')) return null;
  const scale = tokens[few + 1]?.lower ?? '';
  const range = scale === 'dozen' ? VAGUE.get('dozens') : VAGUE.get(`${scale}s`);
  return range === undefined ? null : vagueNumber(range, '1', few + 2);
}

function vagueNumber([lower, upper]: readonly [string, string], unit: string, to: number): ReadNumber {
  const size = new Big(unit);
  const top = unit === '1' ? new Big(upper) : new Big(upper).plus(1).times(size).minus(1);
  return { lower: size.times(lower).toFixed(), upper: top.toFixed(), to, vague: true, isNone: false, inDigits: false };
}

function inDigits(tokens: readonly Token[], from: number, word: string): ReadNumber | null {
  const [, digits, suffix] = DIGITS_AND_SCALE.exec(word) ?? (DIGITS.test(word) ? [word, word] : []);
  if (digits === undefined) return null;
  const amount = new Big(digits.replaceAll(',', ''));
  if (suffix !== undefined) return exact(amount.times(SUFFIXES.get(suffix) ?? 1), from + 1, true);
  const next = tokens[from + 1];
  const isTight = next !== undefined && next.start === tokens[from]?.end;
  const isSuffix = isTight || /^(?:mn|bn|tn)$/.test(next?.lower ?? '');
  const scale = SCALES.get(next?.lower ?? '') ?? (isSuffix ? SUFFIXES.get(next?.lower ?? '') : undefined);
  if (scale !== undefined) return exact(amount.times(scale), from + 2, true);
  return next?.lower === 'dozen' ? exact(amount.times(12), from + 2, true) : exact(amount, from + 1, true);
}

/** "two hundred and five", "a dozen", "half a million", "twenty-three thousand". */
function inWords(tokens: readonly Token[], from: number): ReadNumber | null {
  const first = tokens[from]?.lower ?? '';
  const isHalf = first === 'half';
  const article = isHalf ? from + 1 : from;
  const hasArticle = ['a', 'an'].includes(tokens[article]?.lower ?? '');
  let at = hasArticle ? article + 1 : article;
  if (isHalf || hasArticle) {
    const word = tokens[at]?.lower ?? '';
    if (hasArticle && word === 'couple') return exact(new Big(2), skipOf(tokens, at + 1), false);
    if (!isHalf && hasArticle && word === 'half') return null;
    const scale = word === 'dozen' ? '12' : SCALES.get(word);
    if (scale === undefined) return null;
    if (isHalf) return exact(new Big(scale).div(2), at + 1, false);
  }
  let total = new Big(0);
  let group = hasArticle ? new Big(1) : null;
  let smallest = Infinity;
  for (; at < tokens.length; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const small = SMALL.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) {
      const fits = small < 10 ? smallest >= 10 : smallest >= 100;
      if (!fits && group !== null) break;
      group = (group ?? new Big(0)).plus(small);
      smallest = small;
    } else if (group !== null && word === 'dozen') {
      return exact(total.plus(group.times(12)), at + 1, false);
    } else if (group !== null && scale === '100') {
      group = group.times(100);
      smallest = 100;
    } else if (group !== null && scale !== undefined) {
      total = total.plus(group.times(scale));
      group = new Big(0);
      smallest = 1000;
    } else if (!(word === 'and' && smallest >= 100 && smallest < Infinity && SMALL.has(tokens[at + 1]?.lower ?? ''))) {
      break;
    }
  }
  return group === null ? null : exact(total.plus(group), at, false);
}

function skipOf(tokens: readonly Token[], at: number): number {
  return tokens[at]?.lower === 'of' && tokens[at + 1]?.lower !== 'the' ? at + 1 : at;
}

function exact(amount: Big, to: number, digits: boolean): ReadNumber {
  const text = amount.toFixed();
  return { lower: text, upper: text, to, vague: false, isNone: false, inDigits: digits };
}
