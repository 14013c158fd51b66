export const CONTRADICTION_KINDS = [
  'QUANTITY',
  'TIME',
  'CATEGORY',
  'POLARITY',
  'SCOPE',
  'UPDATE',
  'ARITHMETIC',
  'ORDER',
  'TEXT',
] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** CONFLICT: cannot both hold. TENSION: they differ and can be reconciled. POSSIBLE: needs a reader. */
export const STRENGTHS = ['CONFLICT', 'TENSION', 'POSSIBLE'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A contradiction as the engine finds it, before it is stored. */
export interface Finding {
  /** Ids of the claims that do not fit, sorted, each once. */
  readonly members: readonly string[];
  readonly kind: ContradictionKind;
  readonly strength: Strength;
  /** Stable id of the rule that fired, for example `quantity-disjoint`. */
  readonly rule: string;
  /** For a reader, naming the figures, the sources and why they do not fit. */
  readonly explanation: string;
}
