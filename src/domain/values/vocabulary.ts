import type { SetRelation } from './relation.js';

/** A concept as the engine sees it (SKOS: prefLabel, broader, and disjointness beside it). */
export interface Concept {
  readonly id: string;
  readonly schemeId: string;
  readonly prefLabel: string;
  readonly broader: readonly string[];
  /** Concepts declared to have nothing in common with this one; stated on either side, it holds for both. */
  readonly disjointWith: readonly string[];
  /** Whether its narrower concepts are a complete division of it (see {@link Division}); absent: nobody says so. */
  readonly narrowerComplete?: boolean;
  /**
   * Concepts of one scheme that name the same group exclude each other wherever they stand, as those of one level of a
   * classification do (XKOS): countries, though some of them lie in two regions.
   */
  readonly exclusiveGroup?: string | null;
}

export interface ConceptScheme {
  readonly id: string;
  /** Whether concepts that share a broader concept (or are both top concepts) exclude each other. */
  readonly siblingsExclusive: boolean;
  /** Whether its top concepts are a complete division of everything (see {@link Division}); absent: nobody says so. */
  readonly topConceptsComplete?: boolean;
}

/**
 * That concepts are mutually exclusive and together everything, or everything within one concept: whoever is aboard is
 * a passenger or crew, and nobody is both.
 *
 * SKOS has no term for it. XKOS, its extension for statistical classifications, has two for a level of a
 * classification, `xkos:coversMutuallyExclusively` and `xkos:coversExhaustively`; OWL 2 has `DisjointUnion` for a class.
 */
export interface Division {
  /** The concept that is divided; null for everything. */
  readonly whole: string | null;
  /** At least two concepts, each DISJOINT from all others. */
  readonly parts: readonly string[];
}

/** Read access to the concepts that values and scopes name. Immutable: a change makes a new one. */
export interface Vocabulary {
  label(conceptId: string): string;
  /**
   * How concept `a` relates to concept `b`, by their ancestors alone: EQUAL, NARROWER, BROADER, DISJOINT (an ancestor
   * or self of one is declared disjoint from, an exclusive sibling of, or in one exclusive group with, an ancestor or
   * self of the other), else
   * UNDETERMINED. Adding a concept never changes the relation of two older ones.
   */
  relate(a: string, b: string): SetRelation;
  /**
   * Whether the two are disjoint by a declaration (of theirs, or of ancestors of theirs), and not merely because the
   * siblings of their scheme, or the concepts of a group, exclude each other.
   */
  declaredDisjoint(a: string, b: string): boolean;
  /** The divisions that are declared complete and whose parts are at least two and exclude each other. */
  readonly divisions: readonly Division[];
}
