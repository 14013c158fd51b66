/** How much work a search may still do. Made for one search, and used up by it. */
export interface Budget {
  /** Takes one step; false where none is left, after which the search has to end. */
  readonly spend: () => boolean;
  /** Whether a step was refused: the search has not seen everything. */
  readonly isExhausted: () => boolean;
}

/** A budget of this many steps. */
export function budgetOf(steps: number): Budget {
  let left = steps;
  let exhausted = false;
  return {
    spend: () => {
      if (left === 0) exhausted = true;
      else left -= 1;
      return !exhausted;
    },
    isExhausted: () => exhausted,
  };
}
