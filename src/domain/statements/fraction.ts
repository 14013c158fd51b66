import Big from 'big.js';
import { hedgeAt, hedgedAmount, type Amount } from '../reading/amount.js';
import { numberAt } from '../reading/number.js';
import type { Token } from '../reading/sentence.js';

const PARTS = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);
const SLASHED = /^(\d{1,3})\/(\d{1,3})$/;
const PLACES = 4;

/**
 * A share of a whole as a percentage: "half of", "a third of", "two-thirds of", "1/3 of", "one in five", each with its hedge. Only before "of"
 * or between two numbers: "the third man" and "a quarter mile" are no shares.
 */
export function fractionAt(tokens: readonly Token[], from: number): Amount | null {
  const hedge = hedgeAt(tokens, from);
  const at = hedge?.to ?? from;
  const share = slashed(tokens, at) ?? inWords(tokens, at) ?? oneIn(tokens, at);
  if (share === null || hedge === null) return share;
  return { ...share, input: { ...hedgedAmount(share.input.amount ?? '0', hedge.hedge), unit: '%' }, from };
}

function slashed(tokens: readonly Token[], from: number): Amount | null {
  const [, part, whole] = SLASHED.exec(tokens[from]?.lower ?? '') ?? [];
  if (part === undefined || tokens[from + 1]?.lower !== 'of') return null;
  return share(Number(part), Number(whole), from, from + 1);
}

function inWords(tokens: readonly Token[], from: number): Amount | null {
  const isOne = /^(?:a|an)$/.test(tokens[from]?.lower ?? '');
  const number = isOne || tokens[from]?.lower === 'half' ? null : numberAt(tokens, from);
  const at = isOne ? from + 1 : (number?.to ?? from);
  const whole = PARTS.get(tokens[at]?.lower ?? '');
  if (whole === undefined || tokens[at + 1]?.lower !== 'of') return null;
  if (number === null && !isOne && tokens[at]?.lower !== 'half') return null;
  return share(number === null ? 1 : Number(number.lower), whole, from, at + 1);
}

/** "one in five", "3 out of 4", "two out of every three". */
function oneIn(tokens: readonly Token[], from: number): Amount | null {
  const part = numberAt(tokens, from);
  if (part === null || part.isNone || part.vague) return null;
  let at = part.to;
  if (tokens[at]?.lower === 'out' && tokens[at + 1]?.lower === 'of') at += 2;
  else if (tokens[at]?.lower === 'in' || (tokens[at]?.lower === 'of' && tokens[at + 1]?.lower === 'every')) at += 1;
  else return null;
  if (tokens[at]?.lower === 'every') at += 1;
  const whole = numberAt(tokens, at);
  if (whole === null || whole.vague || Number(whole.lower) > 1000) return null;
  return share(Number(part.lower), Number(whole.lower), from, whole.to);
}

function share(part: number, whole: number, from: number, to: number): Amount | null {
  if (!(part >= 0 && whole > 0 && part <= whole)) return null;
  const amount = new Big(part).times(100).div(whole).round(PLACES).toFixed();
  return { input: { amount, unit: '%' }, from, to, isNone: false, unit: '%', isBareDigits: false };
}
