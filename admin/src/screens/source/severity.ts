import type { RaisedContradiction } from './decisions.query';

const ORDER = ['CONFLICT', 'TENSION', 'POSSIBLE'] as const satisfies readonly RaisedContradiction['strength'][];

/** Those first that fit least. */
export function bySeverity(contradictions: readonly RaisedContradiction[]): readonly RaisedContradiction[] {
  return [...contradictions].sort((a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength));
}
