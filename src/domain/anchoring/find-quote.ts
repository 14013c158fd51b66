import { foldText, type FoldedText } from './fold.js';
import { occurrenceIndex } from './occurrence-index.js';
import { occurrencesOf } from './occurrences.js';

/** A quote as somebody gives it; prefix, suffix and start single out one of several occurrences. */
export interface QuoteInput {
  readonly exact: string;
  /** Text immediately before the quote. */
  readonly prefix?: string | null | undefined;
  /** Text immediately after the quote. */
  readonly suffix?: string | null | undefined;
  /** Offset at which the quote begins, in UTF-16 code units. */
  readonly start?: number | null | undefined;
}

/**
 * A quote as it stands in a text: W3C Web Annotation TextQuoteSelector and TextPositionSelector. Every string is the
 * text's own; offsets count UTF-16 code units, the end is exclusive.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export type QuoteProblemCode = 'QUOTE_EMPTY' | 'QUOTE_NOT_FOUND' | 'QUOTE_AMBIGUOUS' | 'QUOTE_NOT_AT_START';

export interface QuoteProblem {
  readonly code: QuoteProblemCode;
  readonly message: string;
  /** Offsets at which the quote does begin, the first 20 of them. */
  readonly occurrences?: readonly number[];
}

export type FoundQuote =
  { readonly ok: true; readonly quote: Quote } | { readonly ok: false; readonly problem: QuoteProblem };

/** How much of the text around a quote is kept with it, in code units. */
const CONTEXT_LENGTH = 32;
const MAX_LISTED = 20;

/**
 * Finds the one place in `text` that a quote means. The words have to be the text's own, but for what editors and
 * browsers change by themselves: white space, the shape of quotation marks, the length of dashes (see
 * {@link foldText}). White space around the quote is ignored. Fails where the quote is blank, does not occur, occurs
 * more than once with nothing to single one out, or occurs elsewhere than at `start`. Linear in the text's length.
 */
export function findQuote(text: string, input: QuoteInput): FoundQuote {
  return quoteFinder(text)(input);
}

/** {@link findQuote} for many quotes of one text, which is made ready only once. */
export type QuoteFinder = (input: QuoteInput) => FoundQuote;

export function quoteFinder(text: string): QuoteFinder {
  let folded: FoldedText | undefined;
  return (input) => findIn(text, () => (folded ??= foldText(text)), input);
}

function findIn(text: string, folded: () => FoldedText, input: QuoteInput): FoundQuote {
  const exact = foldText(input.exact).folded.trim();
  if (exact === '') return failure('QUOTE_EMPTY', 'The quote is empty.');

  const source = folded();
  const everywhere = spansOf(text, source, exact, occurrencesOf(exact, source.folded));
  if (everywhere.length === 0) return failure('QUOTE_NOT_FOUND', 'The quote does not occur in the text.');

  const inContext = selectByContext(source, everywhere, input);
  if (inContext.length === 0) {
    const message = 'The quote occurs in the text, but not with the given words before and after it.';
    return failure('QUOTE_NOT_FOUND', message, everywhere);
  }
  const chosen = selectByStart(text, inContext, input);
  const [only, ...others] = chosen;
  if (only === undefined) {
    return failure('QUOTE_NOT_AT_START', `The quote occurs in the text, but not at offset ${input.start}.`, inContext);
  }
  if (others.length > 0) {
    const message = `The quote occurs ${chosen.length} times. Add the words before or after it, or its offset.`;
    return failure('QUOTE_AMBIGUOUS', message, chosen);
  }
  return { ok: true, quote: quoteAt(text, only) };
}

/** Of the positions in the folded text those at which a quote stands whole. */
function spansOf(text: string, source: FoldedText, exact: string, positions: readonly number[]): Span[] {
  return positions.map((position) => spanAt(source, position, exact.length)).filter((span) => isWhole(text, span));
}

/** All places of a quote's words in a text, and those among them that have all the words around it as well. */
export interface Places {
  readonly everywhere: readonly Place[];
  readonly surrounded: readonly Place[];
}

/** Offsets in UTF-16 code units, the end exclusive. */
export type Place = Pick<Quote, 'start' | 'end'>;

/**
 * {@link Places} of many quotes in one text, by the same measure as {@link findQuote}. The text is gone through once; a
 * quote then costs about as much as it and its places are long, and words that other quotes had no places anew.
 */
export function placeFinder(text: string): (quote: Pick<Quote, 'exact' | 'prefix' | 'suffix'>) => Places {
  const source = foldText(text);
  const positionsOf = occurrenceIndex(source.folded);
  const known = new Map<string, readonly Place[]>();
  // Words that repeat themselves all over the text may have more places than can be remembered.
  let room = 2 * text.length;
  const everywhereOf = (exact: string): readonly Place[] => {
    const places = known.get(exact) ?? spansOf(text, source, exact, positionsOf(exact));
    if (!known.has(exact) && places.length <= room) {
      known.set(exact, places);
      room -= places.length + 1;
    }
    return places;
  };
  return (quote) => {
    const exact = foldText(quote.exact).folded.trim();
    const starts = contextsOf(quote).flatMap(([before, after]) =>
      positionsOf(before + exact + after).map((position) => position + before.length),
    );
    const sorted = [...new Set(starts)].sort((a, b) => a - b);
    return { everywhere: everywhereOf(exact), surrounded: spansOf(text, source, exact, sorted) };
  };
}

/** What may stand before and after a quote: the (folded) words of its context, with a space between or without. */
function contextsOf({
  prefix,
  suffix,
}: Pick<Quote, 'prefix' | 'suffix'>): (readonly [before: string, after: string])[] {
  const before = foldText(prefix).folded.trimEnd();
  const after = foldText(suffix).folded.trimStart();
  const befores = before === '' ? [before] : [before, `${before} `];
  const afters = after === '' ? [after] : [after, ` ${after}`];
  return befores.flatMap((each) => afters.map((other) => [each, other] as const));
}

/** Where a quote stands, in the text as it is and in the folded one. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly foldedStart: number;
  readonly foldedEnd: number;
}

function failure(code: QuoteProblemCode, message: string, spans: readonly Span[] = []): FoundQuote {
  if (spans.length === 0) return { ok: false, problem: { code, message } };
  const occurrences = spans.slice(0, MAX_LISTED).map(({ start }) => start);
  return { ok: false, problem: { code, message, occurrences } };
}

function spanAt({ offsets }: FoldedText, position: number, length: number): Span {
  // A quote ends with a character that is not white space, which is one code unit long.
  const lastUnit = offsets[position + length - 1] ?? 0;
  return {
    start: offsets[position] ?? 0,
    end: lastUnit + 1,
    foldedStart: position,
    foldedEnd: position + length,
  };
}

function isWhole(text: string, { start, end }: Span): boolean {
  return !splitsCharacter(text, start) && !splitsCharacter(text, end);
}

/** "cafe" does not occur in "cafe\u0301": the mark belongs to the letter before it. */
function splitsCharacter(text: string, offset: number): boolean {
  return splitsPair(text, offset) || (offset > 0 && /^\p{Mn}/u.test(text.slice(offset, offset + 2)));
}

function splitsPair(text: string, offset: number): boolean {
  return isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff);
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}

function selectByContext({ folded }: FoldedText, spans: readonly Span[], input: QuoteInput): readonly Span[] {
  const prefix = foldText(input.prefix ?? '').folded.trimEnd();
  const suffix = foldText(input.suffix ?? '').folded.trimStart();
  const prefixEnds = new Set(occurrencesOf(prefix, folded).map((position) => position + prefix.length));
  const suffixStarts = new Set(occurrencesOf(suffix, folded));
  const follows = ({ foldedStart }: Span): boolean =>
    prefix === '' || prefixEnds.has(foldedStart) || isSpaced(folded, foldedStart - 1, prefixEnds, foldedStart - 1);
  const precedes = ({ foldedEnd }: Span): boolean =>
    suffix === '' || suffixStarts.has(foldedEnd) || isSpaced(folded, foldedEnd, suffixStarts, foldedEnd + 1);
  return spans.filter((span) => follows(span) && precedes(span));
}

/** Whether there is one (folded) space at `space`, and the context's edge on its other side. */
function isSpaced(folded: string, space: number, edges: ReadonlySet<number>, edge: number): boolean {
  return folded.charAt(space) === ' ' && edges.has(edge);
}

/** The given offset may point at white space that the quote was given with. */
function selectByStart(text: string, spans: readonly Span[], { exact, start }: QuoteInput): readonly Span[] {
  if (start === null || start === undefined) return spans;
  const leading = exact.length - exact.trimStart().length;
  const latest = leading === 0 ? start : start + (/\S/.exec(text.slice(start))?.index ?? 0);
  return spans.filter((span) => span.start === start || span.start === latest);
}

/** The quote that stands between two offsets, with its context. */
export function quoteAt(text: string, { start, end }: Pick<Quote, 'start' | 'end'>): Quote {
  const before = Math.max(0, start - CONTEXT_LENGTH);
  const after = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, splitsPair(text, after) ? after - 1 : after),
    start,
    end,
  };
}
