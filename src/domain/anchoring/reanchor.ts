import { placeFinder, type Place, type Quote } from './find-quote.js';

/** Where a quote of an earlier text stands in a later one. */
export type Anchoring =
  | {
      /** ANCHORED: at the offset where it was. MOVED: elsewhere, or with nothing left of what surrounded it. */
      readonly state: 'ANCHORED' | 'MOVED';
      readonly place: Place;
      /** Whether the words before and after it are the same as well. */
      readonly sameSurroundings: boolean;
      /** Whether its words stand in more places than they did. */
      readonly doubled: boolean;
    }
  | {
      /** AMBIGUOUS: its words stand or stood in several places and nothing tells which is meant. ORPHANED: they stand nowhere. */
      readonly state: 'AMBIGUOUS' | 'ORPHANED';
    };

/** Finds a quote of an earlier text again. */
export type Reanchor = (quote: Quote) => Anchoring;

/**
 * Finds quotes of earlier texts in a later one. A quote is only ever found where its words stand, by the measure of
 * `findQuote`, and of several such places one is taken only where it is certain:
 *
 * 1. all before and around it is unchanged, or all after and around it (and the two do not name different places);
 * 2. else it is the only place with the same 32 code units before and after it, as it was before;
 * 3. else no place has them, and it is the only place at all, as it was before.
 *
 * Where the words stood in several places, the one that is left may be another's, so it is not taken by 2 or 3. Each text
 * is gone through once; a quote then costs about as much as it and its places are long.
 */
export function reanchorer(after: string): (before: string) => Reanchor {
  const findLater = placeFinder(after);
  return (before) => {
    const findEarlier = placeFinder(before);
    const head = commonHead(before, after);
    const tail = commonTail(before, after);
    return (quote) => {
      const later = findLater(quote);
      if (later.everywhere.length === 0) return { state: 'ORPHANED' };
      const earlier = findEarlier(quote);
      const certain = new Set<number>();
      if (quote.end + quote.suffix.length <= head) certain.add(quote.start);
      if (before.length - (quote.start - quote.prefix.length) <= tail) {
        certain.add(quote.start + after.length - before.length);
      }
      const isCertain = certain.size > 0;
      const isSurrounded = isCertain || later.surrounded.length > 0;
      const by = later.surrounded.length > 0 ? 'surrounded' : 'everywhere';
      const places = isCertain ? later.everywhere.filter(({ start }) => certain.has(start)) : later[by];
      const [place, ...others] = places;
      if (!place || others.length > 0 || (!isCertain && earlier[by].length > 1)) return { state: 'AMBIGUOUS' };
      const stays = place.start === quote.start && (isSurrounded || touches(quote, place, before, after));
      return {
        state: stays ? 'ANCHORED' : 'MOVED',
        place: { start: place.start, end: place.end },
        sameSurroundings: isSurrounded,
        doubled: later.everywhere.length > earlier.everywhere.length,
      };
    };
  };
}

/** Whether the text on one side of a quote is what it was. */
function touches(quote: Quote, place: Place, before: string, after: string): boolean {
  const headIsSame = after.slice(place.start - quote.prefix.length, place.start) === quote.prefix;
  const tailIsSame = after.slice(place.end, place.end + quote.suffix.length) === quote.suffix;
  const hasHead = quote.prefix !== '' || place.start === 0;
  const hasTail = quote.suffix !== '' || (place.end === after.length && quote.end === before.length);
  return (hasHead && headIsSame) || (hasTail && tailIsSame);
}

/** How many code units two texts begin with alike. */
function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** How many code units two texts end with alike. */
function commonTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}
