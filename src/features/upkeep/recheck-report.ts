import type { Finding } from '../../domain/contradiction/contradiction.js';
import type { SubjectDifferences } from '../detection/index.js';
import type { CitationFacts, StaleClaimRow } from './recheck.repository.js';

/** Everything about one subject that is not as the engine would have it. */
export interface SubjectFaults {
  readonly contradictions: SubjectDifferences;
  readonly claims: readonly StaleClaimRow[];
}

/** One line for each fault of a subject, for the person who runs the command. */
export function faultLines({ contradictions, claims }: SubjectFaults): readonly string[] {
  const { missing, surplus, different, wronglyDisputed, wronglyExhausted } = contradictions;
  return [
    ...missing.map(({ finding }) => `missing: ${toldOf(finding)}`),
    ...surplus.map((row) => `without ground: ${toldOf(row)} [contradiction ${row.id}]`),
    ...different.map(({ row, finding }) => `different: ${changesOf(row, finding)} [contradiction ${row.id}]`),
    ...wronglyDisputed.map((id) => `disputed: question ${id} is marked as the contrary of what it is`),
    ...wronglyExhausted.map((id) => `search: question ${id} says wrongly whether its search was cut short`),
    ...claims.map((claim) => `claim: "${claim.statement}" ${factsOf(claim)} [claim ${claim.id}]`),
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

const FACTS = ['hedged', 'firstSaidFrom', 'firstSaidTo', 'leadCitationId'] as const satisfies (keyof CitationFacts)[];

function factsOf({ stored, actual }: StaleClaimRow): string {
  return FACTS.filter((fact) => stored[fact] !== actual[fact])
    .map((fact) => `has ${fact} ${String(stored[fact])}, not ${String(actual[fact])}`)
    .join('; ');
}
