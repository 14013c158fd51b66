import type { IsoDay } from './calendar.js';
import type { Scene } from './scene.js';

/** Words that hold today's event against those of other years. */
const COMPARING =
  /^(?:first|last|only|most|least|record|unprecedented|(?:dead|bigg|larg|high|heav|strong|great|bad|bloodi|wor)\w*st)$/;

/** A year that lies this far back is another story's. */
const YEARS_BACK = 2;

/**
 * Whether a sentence speaks of something long past ("In 2003 a crash on the same route killed 40"): it names a year
 * well before the publication, and not the event's own. "The worst since 2003" speaks of today,
 * unless it goes on "when 40 died"; "400 have died there since 2014" sums up the years.
 */
export function isBackground({ tokens, times }: Scene, published: IsoDay | null, eventDay: IsoDay | null): boolean {
  if (published === null) return false;
  const latest = Number(published.slice(0, 4));
  return times.some(({ date, from, to }) => {
    if (date?.yearGiven !== true || date.edtf === null) return false;
    const year = Number(date.edtf.slice(0, 4));
    const isOwn = eventDay?.startsWith(date.edtf.slice(0, 4)) === true;
    const tells = tokens.slice(to, to + 3).some(({ lower }) => lower === 'when' || lower === 'which');
    const isSince = /^(?:since|until|before)$/.test(tokens[from - 1]?.lower ?? '') && !tells && compares(tokens);
    return !isOwn && !isSince && latest - year >= YEARS_BACK;
  });
}

function compares(tokens: Scene['tokens']): boolean {
  return tokens.some(({ lower }) => COMPARING.test(lower));
}
