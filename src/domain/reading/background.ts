import type { IsoDay } from './calendar.js';
import { RELATIVES } from './english/words.js';
import type { Scene } from './scene.js';
import type { Token } from './sentence.js';
import { isComparison } from './time-mention.js';

/** A year that lies this far back is another story's. */
const YEARS_BACK = 2;

/**
 * Whether a sentence speaks of something long past ("In 2003 a crash on the same route killed 40"): it names a year
 * well before the publication, and not the event's own. "The worst since 2003" and "down from 40 in 2003" speak of
 * today, unless it goes on "when 40 died"; "400 have died there since 2014" sums up the years.
 */
export function isBackground({ tokens, times }: Scene, published: IsoDay | null, eventDay: IsoDay | null): boolean {
  if (published === null) return false;
  const latest = Number(published.slice(0, 4));
  return times.some(({ date, from, to }) => {
    if (date?.yearGiven !== true || date.edtf === null) return false;
    const year = Number(date.edtf.slice(0, 4));
    const isOwn = eventDay?.startsWith(date.edtf.slice(0, 4)) === true;
    if (isOwn || latest - year < YEARS_BACK) return false;
    const tells = tokens.slice(to, to + 3).some(({ lower }) => lower === 'when' || lower === 'which');
    const isCompared = isSince(tokens, from) ? !isSum(tokens, from, to) : isComparison(tokens, from);
    return tells || !isCompared;
  });
}

function isSince(tokens: readonly Token[], from: number): boolean {
  return /^(?:since|until|before)$/.test(tokens[from - 1]?.lower ?? '');
}

/** "20,000 people have died there since 2014": have, in the clause that the year is in. */
function isSum(tokens: readonly Token[], from: number, to: number): boolean {
  const start = tokens.findLastIndex(({ text }, at) => at < from && /^[,;:]$/.test(text)) + 1;
  const clause = from === 1 ? tokens.slice(to) : tokens.slice(start, from);
  const isRelative = clause.some(({ lower }) => RELATIVES.has(lower));
  return !isRelative && clause.some(({ lower }) => lower === 'have' || lower === 'has') && !clause.some(isSuperlative);
}

function isSuperlative({ lower, pos }: Token): boolean {
  return (pos === 'ADJ' && lower.endsWith('est')) || /^(?:worst|first|last|only|record|most|least)$/.test(lower);
}
