import type { ContradictionKind, Strength } from '../contradiction/contradiction.js';

/**
 * How one statement relates to another, read from the first to the second. REFINES: the first says all that the second
 * says, and more. COMPATIBLE: they speak of the same and neither follows from the other.
 */
export type Relation = 'EQUIVALENT' | 'REFINES' | 'GENERALISES' | 'COMPATIBLE' | 'CONTRADICTS' | 'UNRELATED';

/** What came out of comparing two statements. */
export interface Verdict {
  readonly relation: Relation;
  /** Of a contradiction only. */
  readonly kind: ContradictionKind | null;
  readonly strength: Strength | null;
  /** How sure the comparison is, between 0 and 1. */
  readonly confidence: number;
  /** For a reader, naming the words and figures that decided. */
  readonly explanation: string;
}

/** How the two statements are called in an explanation: "first" and "second", or the other way round. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

export type Explanation = (names: Names) => string;

/** A verdict whose explanation does not yet know which statement was given first. */
export type Ruling = Omit<Verdict, 'explanation'> & { readonly explanation: Explanation };

/** The same ruling with the statements exchanged. */
export function exchanged(ruling: Ruling): Ruling {
  const explanation: Explanation = ({ a, b }) => ruling.explanation({ a: b, b: a });
  return { ...ruling, relation: CONVERSE[ruling.relation] ?? ruling.relation, explanation };
}

const CONVERSE: Readonly<Partial<Record<Relation, Relation>>> = { REFINES: 'GENERALISES', GENERALISES: 'REFINES' };

export function verdictOf(ruling: Ruling): Verdict {
  const { confidence } = ruling;
  return {
    ...ruling,
    confidence: Number(confidence.toFixed(2)),
    explanation: ruling.explanation({ a: 'first', b: 'second' }),
  };
}

export function agreement(relation: Relation, confidence: number, explanation: Explanation): Ruling {
  return { relation, kind: null, strength: null, confidence, explanation };
}

export function contradiction(
  kind: ContradictionKind,
  strength: Strength,
  confidence: number,
  explanation: Explanation,
): Ruling {
  return { relation: 'CONTRADICTS', kind, strength, confidence, explanation };
}
