/** What of a citation decides whom it goes back to. */
export interface CitationOrigin {
  readonly sourceId: string;
  /** The source at the root of what this source reprints or derives from; itself or null where it is original. */
  readonly originSourceId: string | null;
  /** The owner or group that the publisher belongs to; null where it is not known. */
  readonly publisherGroupId: string | null;
  /** Whom the source quotes; null where it speaks in its own voice. */
  readonly claimantId: string | null;
  /** SHA-256 of the source's text, equal where two sources carry the same text. */
  readonly textSha256: string;
}

/** How well a claim is supported, from the coarsest count to the one that means most. */
export interface Corroboration {
  readonly citations: number;
  readonly sources: number;
  /** Publisher groups that are known. */
  readonly publishers: number;
  readonly independentOrigins: number;
}

/**
 * Counts who stands behind a claim. Two citations share an origin, directly or through others, where their sources
 * are one or derive from one, belong to one publisher group, carry the same text, or quote the same claimant: ten
 * outlets quoting one ministry are one origin. The order of the citations does not matter.
 */
export function corroborate(citations: readonly CitationOrigin[]): Corroboration {
  return {
    citations: citations.length,
    sources: distinct(citations.map(({ sourceId }) => sourceId)),
    publishers: distinct(citations.map(({ publisherGroupId }) => publisherGroupId)),
    independentOrigins: countOrigins(citations),
  };
}

function distinct(ids: readonly (string | null)[]): number {
  return new Set(ids.filter((id) => id !== null)).size;
}

/** What citations of one origin have in common: any shared mark joins them. */
function marksOf(citation: CitationOrigin): readonly string[] {
  return [
    `source:${citation.sourceId}`,
    ...(citation.originSourceId === null ? [] : [`source:${citation.originSourceId}`]),
    ...(citation.publisherGroupId === null ? [] : [`publisher:${citation.publisherGroupId}`]),
    ...(citation.claimantId === null ? [] : [`claimant:${citation.claimantId}`]),
    `text:${citation.textSha256}`,
  ];
}

/** Union by mark, with path halving: near-linear in the number of citations. */
function countOrigins(citations: readonly CitationOrigin[]): number {
  const parents = new Map<string, string>();
  const rootOf = (mark: string): string => {
    let current = mark;
    for (let parent = parents.get(current); parent !== undefined; parent = parents.get(current)) {
      parents.set(current, parents.get(parent) ?? parent);
      current = parent;
    }
    return current;
  };
  const firstMarks = citations.map((citation) => {
    const [first = '', ...others] = marksOf(citation);
    for (const other of others) {
      const [root, otherRoot] = [rootOf(first), rootOf(other)];
      if (root !== otherRoot) parents.set(otherRoot, root);
    }
    return first;
  });
  return new Set(firstMarks.map(rootOf)).size;
}
