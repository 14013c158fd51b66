import type { Finding } from './contradiction.js';

/** What a search across several questions has found, and whether it had to stop before it had seen everything. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly exhausted: boolean;
}

/** Findings in the order of their members, by code units, so that every machine sorts alike. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => compareMembers(a.members, b.members));
}

function compareMembers(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((id, position) => id !== b[position]);
  if (index < 0) return a.length - b.length;
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}
