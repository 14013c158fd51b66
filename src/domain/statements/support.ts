import type { Unit } from './statement.js';

/** Where one unit of a statement is found in another. */
export interface Support {
  readonly unit: Unit;
  /** The unit that says it, or contradicts it; null where nothing is near. */
  readonly by: Unit | null;
  /** From 0 to 1. */
  readonly degree: number;
  /** The two cannot both be said of one thing. */
  readonly excludes: boolean;
}
