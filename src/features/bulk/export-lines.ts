import { MAX_LIST } from '../../graphql/validation/words.js';
import type { Value } from '../../domain/values/value.js';
import type { AgentRow } from '../agents/index.js';
import { CertaintyEnum, PolarityEnum } from '../claims/index.js';
import { fromColumns } from '../detection/index.js';
import type {
  CitationToExport,
  ClaimToExport,
  SourceNameRow,
  SourceToExport,
  StoryToExport,
  SubjectToExport,
} from './export.repository.js';
import type {
  AgentLine,
  AgentName,
  CitationLine,
  CitationOfLine,
  ClaimLine,
  SourceLine,
  SourceName,
  StoryLine,
  SubjectLine,
  SubjectName,
  ValueOfLine,
} from './line.js';

/** How what a line speaks of is named. */
export interface Names {
  agent(id: string): AgentName;
  subject(id: string): SubjectName;
  source(id: string): SourceName;
  concept(id: string): string;
  property(id: string): string;
}

export function storyLine({ slug, title, summary }: StoryToExport): StoryLine {
  return { type: 'story', slug, title, ...(summary !== null && { summary }) };
}

export function agentLine(agent: AgentRow, name: AgentName): AgentLine {
  return { type: 'agent', ...name, ...listed('aliases', agent.aliases), ...listed('sameAs', agent.sameAs) };
}

export function subjectLine(story: string, subject: SubjectToExport, name: SubjectName): SubjectLine {
  const { aliases, sameAs } = subject;
  return { type: 'subject', story, ...name, ...listed('aliases', aliases), ...listed('sameAs', sameAs) };
}

/** The first of those alike has no number. */
export function numbered(number: number): { number?: number } {
  return number > 1 ? { number } : {};
}

export function sourceName({ url, sha256, number }: SourceNameRow): SourceName {
  return { ...(url === null ? { sha256 } : { url }), ...numbered(number) };
}

export function sourceLine(story: string, source: SourceToExport, names: Names): SourceLine {
  const { url, number, title, kind, publisherId, authors, language, publishedAt, derivedFromId, reliability } = source;
  return {
    type: 'source',
    story,
    ...(url !== null && { url }),
    ...numbered(number),
    title,
    kind,
    ...(publisherId !== null && { publisher: names.agent(publisherId) }),
    ...listed('authors', authors),
    ...(language !== null && { language }),
    ...(publishedAt !== null && { publishedAt: publishedAt.toISOString() }),
    ...(derivedFromId !== null && { derivedFrom: names.source(derivedFromId) }),
    ...(reliability !== null && { reliability }),
    ...(source.mediaType !== 'text/plain' && { mediaType: source.mediaType }),
    text: source.text,
  };
}

/** A claim with as many citations as a line may have, and a line for each further one. */
export function claimLines(story: string, row: ClaimToExport, names: Names): [ClaimLine, ...CitationLine[]] {
  const claim = {
    subject: names.subject(row.subjectId),
    property: names.property(row.propertyId),
    ...(row.polarity === PolarityEnum.DENIED && { polarity: row.polarity }),
    value: valueOf(fromColumns(row), names),
    ...listed(
      'scope',
      row.scope.map(({ dimension, conceptId }) => ({ dimension, concept: names.concept(conceptId) })),
    ),
  };
  const citations = row.citations.map((citation) => citationOf(citation, names));
  return [
    { type: 'claim', story, ...claim, statement: row.statement, citations: citations.slice(0, MAX_LIST) },
    ...citations.slice(MAX_LIST).map((citation) => ({ type: 'citation' as const, story, claim, ...citation })),
  ];
}

function citationOf(
  { sourceId, exact, start, claimantId, certainty, saidOn }: CitationToExport,
  names: Names,
): CitationOfLine {
  return {
    source: names.source(sourceId),
    quote: { exact, start },
    ...(claimantId !== null && { claimant: names.agent(claimantId) }),
    ...(certainty !== CertaintyEnum.CERTAIN && { certainty }),
    ...(saidOn !== null && { saidOn }),
  };
}

function valueOf(value: Value, names: Names): ValueOfLine {
  switch (value.kind) {
    case 'QUANTITY': {
      const { amount, lower, upper, lowerOpen, upperOpen, approximate, unit } = value;
      const isExact = amount !== null && amount === lower && amount === upper && !lowerOpen && !upperOpen;
      return {
        quantity: {
          ...(amount !== null && { amount }),
          ...(!isExact && lower !== null && { lowerBound: lower }),
          ...(!isExact && upper !== null && { upperBound: upper }),
          ...(lowerOpen && lower !== null && { lowerExclusive: true }),
          ...(upperOpen && upper !== null && { upperExclusive: true }),
          ...(approximate && !isExact && { approximate }),
          ...(unit !== null && { unit }),
        },
      };
    }
    case 'TIME':
      return { time: value.edtf };
    case 'CONCEPT':
      return { concept: names.concept(value.conceptId) };
    case 'BOOLEAN':
      return { boolean: value.boolean };
    case 'TEXT':
      return { text: value.text };
    case 'UNKNOWN':
      return { unknown: true };
  }
}

function listed<K extends string, T>(name: K, items: readonly T[]): Partial<Record<K, T[]>> {
  return (items.length > 0 ? { [name]: [...items] } : {}) as Partial<Record<K, T[]>>;
}
