import { collectProblems, UserErrors, validated, type UserProblem } from '../../graphql/errors/index.js';
import { ClaimCreateInput } from '../claims/index.js';
import type { AgentName, CitationLine, CitationOfLine, ClaimLine, SourceName } from './line.js';
import type { KnownNames, UsedNames } from './names.service.js';

/** A line that makes or cites a claim. */
export type CitedLine = ClaimLine | CitationLine;

/** Paths of the input's fields in the line, where they are not the same. */
const IN_CITATION_LINE: Readonly<Record<string, readonly string[]>> = {
  subject: ['claim', 'subject'],
  property: ['claim', 'property'],
  polarity: ['claim', 'polarity'],
  value: ['claim', 'value'],
  scope: ['claim', 'scope'],
  statement: ['claim', 'statement'],
};

/** Where a field of the claim's input stands in its line. */
export function fieldInLine(line: CitedLine, field: readonly string[]): readonly string[] {
  if (line.type === 'claim') return field;
  const [first = '', ...rest] = field;
  if (first === 'citations') return rest.slice(1);
  return [...(IN_CITATION_LINE[first] ?? [first]), ...rest];
}

/** What the lines name. */
export function namesInClaims(lines: readonly CitedLine[]): UsedNames {
  const citations = lines.flatMap(citationsOf);
  return {
    subjects: lines.map((line) => claimOf(line).subject),
    sources: citations.map(({ source }): SourceName => source),
    agents: citations.flatMap(({ claimant }): AgentName[] => (claimant ? [claimant] : [])),
  };
}

/**
 * The claim of a line as claimImport takes it.
 * @throws UserErrors naming all that is missing or cannot stand, by fields of the input
 */
export function claimInputOf(line: CitedLine, names: KnownNames): ClaimCreateInput {
  const problems: UserProblem[] = [];
  const look = (find: () => string): string => collectProblems(problems, find) ?? '';
  const { subject, property, polarity, value, scope = [], statement } = claimOf(line);
  const { concept, ...other } = value;
  const path = ['value', 'concept'];
  const input = {
    subject: look(() => names.requireSubject(subject, ['subject'])),
    property,
    ...(polarity && { polarity }),
    value: concept === undefined ? other : { concept: look(() => names.requireConcept(concept, path)) },
    scope: scope.map(({ dimension, concept: path }, i) => ({
      dimension,
      concept: look(() => names.requireConcept(path, ['scope', String(i), 'concept'])),
    })),
    ...(statement !== undefined && { statement }),
    citations: citationsOf(line).map(({ source, quote, claimant, certainty, saidOn }, i) => ({
      source: look(() => names.requireSource(source, ['citations', String(i), 'source'])),
      quote,
      ...(claimant && { claimant: look(() => names.requireAgent(claimant, ['citations', String(i), 'claimant'])) }),
      ...(certainty && { certainty }),
      ...(saidOn !== undefined && { saidOn }),
    })),
  };
  if (problems.length > 0) throw new UserErrors(problems);
  return validated(ClaimCreateInput, input);
}

function claimOf(line: CitedLine): CitationLine['claim'] {
  return line.type === 'claim' ? line : line.claim;
}

function citationsOf(line: CitedLine): readonly CitationOfLine[] {
  return line.type === 'claim' ? line.citations : [line];
}
