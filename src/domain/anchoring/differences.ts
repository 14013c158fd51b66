import { diffArrays } from 'diff';

/** A stretch of a text that another stretch has come in place of; either may be empty. Ends are exclusive. */
export interface Difference {
  /** Offsets into the earlier text, in UTF-16 code units. */
  readonly oldStart: number;
  readonly oldEnd: number;
  /** Offsets into the later text. */
  readonly newStart: number;
  readonly newEnd: number;
}

/** Words, runs of white space, and marks one by one. */
const WORDS = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+|\s+|[^\p{L}\p{N}\s]/gsu;
const LINES = /[^\n]*\n|[^\n]+$/g;
/**
 * Most words or lines that are taken out or put in before a coarser measure is taken: the work grows with the square of it
 * (Myers, "An O(ND) difference algorithm and its variations", 1986).
 */
const MAX_EDITS = 1000;

/**
 * How a text differs from an earlier one, by words; by lines where they differ in more than a thousand words; and where they
 * differ in more than a thousand lines, as one stretch. Without the differences both texts are the same.
 */
export function differencesOf(before: string, after: string): readonly Difference[] {
  if (before === after) return [];
  const found = differingTokens(before, after, WORDS) ?? differingTokens(before, after, LINES);
  return found ?? [{ oldStart: 0, oldEnd: before.length, newStart: 0, newEnd: after.length }];
}

function differingTokens(before: string, after: string, tokens: RegExp): Difference[] | null {
  const parts = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], { maxEditLength: MAX_EDITS }) as
    { readonly value: readonly string[]; readonly added: boolean; readonly removed: boolean }[] | undefined;
  if (parts === undefined) return null;
  const found: Difference[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { value, added, removed } of parts) {
    const length = value.reduce((sum, token) => sum + token.length, 0);
    const [oldEnd, newEnd] = [added ? oldAt : oldAt + length, removed ? newAt : newAt + length];
    if (added || removed) found.push({ oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
    [oldAt, newAt] = [oldEnd, newEnd];
  }
  return joined(found, after);
}

/** Differences with nothing but white space between them read as one. */
function joined(differences: readonly Difference[], after: string): Difference[] {
  const result: Difference[] = [];
  for (const difference of differences) {
    const last = result.at(-1);
    if (last !== undefined && after.slice(last.newEnd, difference.newStart).trim() === '') {
      const { oldEnd, newEnd } = difference;
      result[result.length - 1] = { ...last, oldEnd, newEnd };
    } else {
      result.push(difference);
    }
  }
  return result;
}
