import { originsOf, type CitationOrigin } from './origins.js';

/** How well a claim is supported, from the coarsest count to the one that means most. */
export interface Corroboration {
  readonly citations: number;
  readonly sources: number;
  /** Publisher groups that are known. */
  readonly publishers: number;
  readonly independentOrigins: number;
}

/**
 * Counts who stands behind a claim: ten outlets quoting one ministry are one origin. The order of the citations does
 * not matter.
 */
export function corroborate(citations: readonly CitationOrigin[]): Corroboration {
  return {
    citations: citations.length,
    sources: distinct(citations.map(({ sourceId }) => sourceId)),
    publishers: distinct(citations.map(({ publisherGroupId }) => publisherGroupId)),
    independentOrigins: originsOf(citations).length,
  };
}

function distinct(ids: readonly (string | null)[]): number {
  return new Set(ids.filter((id) => id !== null)).size;
}
