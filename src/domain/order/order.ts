/** That one thing comes before another, or at the same time: departure before crash, an accident before its report. */
export interface Order {
  readonly id: string;
  /** Key of the TIME property that comes first. */
  readonly earlier: string;
  /** Key of the TIME property that comes after it. */
  readonly later: string;
}

/** That one property comes before another by a chain of declared orders. */
export interface Precedence {
  /** Property keys from the earlier to the later, two or more, each before the next. */
  readonly chain: readonly string[];
}

/**
 * Every pair of different properties of which one comes before the other, with the shortest chain that says so (of
 * several, the first in code unit order). In a cycle of orders each comes before each other: all are simultaneous.
 */
export function precedencesOf(orders: readonly Order[]): readonly Precedence[] {
  const starts = [...new Set(orders.map(({ earlier }) => earlier))].sort();
  return starts.flatMap((start) => chainsFrom(start, orders)).map((chain) => ({ chain }));
}

/** Breadth first, so that the first chain to reach a property is the shortest. */
function chainsFrom(start: string, orders: readonly Order[]): readonly (readonly string[])[] {
  const chains = new Map<string, readonly string[]>([[start, [start]]]);
  // A map hands out what is added while it is walked, each key once: so cycles end.
  for (const [key, chain] of chains) {
    const next = orders.filter(({ earlier }) => earlier === key).map(({ later }) => later);
    for (const later of next.sort()) if (!chains.has(later)) chains.set(later, [...chain, later]);
  }
  return [...chains.values()].filter(({ length }) => length > 1);
}
