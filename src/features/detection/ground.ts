import type { PropertyRow, VocabularySnapshot } from '../vocabulary/index.js';

/** Where a claim stands, and under which vocabulary it is compared. */
export interface Ground {
  readonly storyId: string;
  readonly subjectId: string;
  readonly questionId: string;
  /** Whether the last search beyond pairs of the question's claims stopped at its bound. */
  readonly searchExhausted: boolean;
  readonly property: PropertyRow;
  readonly vocabulary: VocabularySnapshot;
}

/** A question, and those of its claims that are new, have changed or take no part any more. */
export interface GroundChange {
  readonly ground: Ground;
  readonly changed: ReadonlySet<string>;
}
