import type { Amount } from '../reading/amount.js';
import { numberAt } from '../reading/number.js';
import type { Token } from '../reading/sentence.js';

/** "23-year-old", "aged 38", "38 years old": an age, in years. */
export function ageAt(tokens: readonly Token[], from: number): Amount | null {
  const named = afterAgeWord(tokens, from);
  const number = numberAt(tokens, named);
  if (number === null || number.isNone || number.vague) return null;
  const [unit, old] = [tokens[number.to], tokens[number.to + 1]];
  const isJoined = unit?.joined === true && /^years?$/.test(unit.lower);
  const isOld = /^years?$/.test(unit?.lower ?? '') && old?.lower === 'old';
  if (!isJoined && !isOld && named === from) return null;
  const end = isOld ? number.to + 2 : isJoined ? number.to + 1 : number.to;
  return {
    input: { amount: number.lower, unit: 'year' },
    from,
    to: end,
    isNone: false,
    unit: 'year',
    isBareDigits: false,
  };
}

function afterAgeWord(tokens: readonly Token[], from: number): number {
  const word = tokens[from]?.lower;
  if (word === 'aged') return from + 1;
  if (word !== 'age' && word !== 'ages') return from;
  return tokens[from + 1]?.lower === 'of' ? from + 2 : from + 1;
}
