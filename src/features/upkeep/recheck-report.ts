import type { Finding } from '../../domain/contradiction/contradiction.js';
import type { SubjectDifferences } from '../detection/index.js';
import type { DerivedFault } from './derived.js';

/** Everything about one subject that is not as the engine would have it. */
export interface SubjectFaults {
  readonly contradictions: SubjectDifferences;
  readonly derived: readonly DerivedFault[];
}

/** One line for each fault of a subject, for the person who runs the command. */
export function faultLines({ contradictions, derived }: SubjectFaults): readonly string[] {
  const { missing, surplus, different, wronglyDisputed, wronglyExhausted } = contradictions;
  return [
    ...missing.map(({ finding }) => `missing: ${toldOf(finding)}`),
    ...surplus.map((row) => `without ground: ${toldOf(row)} [contradiction ${row.id}]`),
    ...different.map(({ row, finding }) => `different: ${changesOf(row, finding)} [contradiction ${row.id}]`),
    ...wronglyDisputed.map((id) => `disputed: question ${id} is marked as the contrary of what it is`),
    ...wronglyExhausted.map((id) => `search: question ${id} says wrongly whether its search was cut short`),
    ...derived.map(derivedLine),
  ];
}

type Told = Pick<Finding, 'kind' | 'strength' | 'rule' | 'explanation'>;

function toldOf({ kind, strength, rule, explanation }: Told): string {
  return `${kind} ${strength} by ${rule}: ${explanation}`;
}

function changesOf(row: Told & { readonly status: string }, finding: Told): string {
  if (row.status === 'LAPSED') return `is LAPSED, and holds: ${toldOf(finding)}`;
  return (['kind', 'strength', 'rule', 'explanation'] as const)
    .filter((column) => row[column] !== finding[column])
    .map((column) => `${column} is "${row[column]}", not "${finding[column]}"`)
    .join('; ');
}

/** One line for something stored that is not what it follows from. */
export function derivedLine({ what, told, id, stored, actual }: DerivedFault): string {
  const facts = Object.keys(actual)
    .sort()
    .filter((fact) => text(stored[fact]) !== text(actual[fact]))
    .map((fact) => `has ${fact} ${text(stored[fact])}, not ${text(actual[fact])}`);
  return `${what}: "${told}" ${facts.join('; ')} [${what} ${id}]`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
