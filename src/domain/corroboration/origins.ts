import { Components } from './components.js';

/** What of a citation decides whom it goes back to. */
export interface CitationOrigin {
  readonly sourceId: string;
  /** The source at the root of what this source reprints or derives from; itself or null where it is original. */
  readonly originSourceId: string | null;
  /** The owner or group that the publisher belongs to; null where it is not known. */
  readonly publisherGroupId: string | null;
  /** The group of whom the source quotes; null where it speaks in its own voice. */
  readonly claimantGroupId: string | null;
  /** SHA-256 of the source's text, equal where two sources carry the same text to the letter. */
  readonly textSha256: string;
  /** The sources whose texts this one is a near-duplicate of or carries: the names of its texts. */
  readonly textIds: readonly string[];
}

/**
 * Why citations go back to one origin, the plainest first.
 * - DERIVED_FROM: their sources derive from one another, or from one that need not be cited itself;
 * - NEAR_DUPLICATE: their sources carry the same text, as a whole or within a longer one;
 * - SAME_PUBLISHER_GROUP: their publishers are one or belong to one group;
 * - SAME_CLAIMANT: they quote the same claimant or parts of it, or one quotes whom the other was published by: an
 *   outlet that quotes a ministry adds nothing to the ministry's own statement.
 */
export const ORIGIN_REASONS = ['DERIVED_FROM', 'NEAR_DUPLICATE', 'SAME_PUBLISHER_GROUP', 'SAME_CLAIMANT'] as const;
export type OriginReason = (typeof ORIGIN_REASONS)[number];

/** One thing that several sources of an origin have in common. */
export interface OriginTie<T extends CitationOrigin = CitationOrigin> {
  readonly reason: OriginReason;
  /** The publisher group or claimant; null where the tie is a document. */
  readonly agentId: string | null;
  /** The document from which they derive, or the first that had their text; null where the tie is an agent. */
  readonly sourceId: string | null;
  /** The citations that it ties together, of two sources at least. */
  readonly citations: readonly T[];
}

/**
 * Puts citations into groups that go back to one origin each. Any common mark joins two citations, directly or through
 * others. Groups and their members keep the order of the citations.
 */
export function originsOf<T extends CitationOrigin>(citations: readonly T[]): T[][] {
  const components = new Components();
  for (const citation of citations) {
    const own = `source ${citation.sourceId}`;
    for (const mark of marksOf(citation)) components.join(own, mark);
  }
  const origins = new Map<string, T[]>();
  for (const citation of citations) {
    const root = components.rootOf(`source ${citation.sourceId}`);
    const origin = origins.get(root);
    if (origin) origin.push(citation);
    else origins.set(root, [citation]);
  }
  return [...origins.values()];
}

/** What citations of one origin have in common: any shared mark joins them. */
function marksOf(citation: CitationOrigin): readonly string[] {
  const { originSourceId, publisherGroupId, claimantGroupId, textSha256, textIds } = citation;
  return [
    ...(originSourceId === null ? [] : [`source ${originSourceId}`]),
    // A text is named by the source that had it first, so that carrying a text and being its source are one mark.
    ...textIds.map((id) => `source ${id}`),
    `text ${textSha256}`,
    ...[publisherGroupId, claimantGroupId].filter((id) => id !== null).map((id) => `agent ${id}`),
  ];
}
