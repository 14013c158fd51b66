import type { AgentKind } from '../agents/index.js';
import type { CertaintyEnum, PolarityEnum } from '../claims/index.js';
import type { Reliability, SourceKind } from '../sources/index.js';
import type { SubjectKind } from '../stories/index.js';

/**
 * The lines of the bulk format (docs/bulk.md). Nothing is named by an id: stories by slug, agents by kind, name and
 * whole, subjects by kind and label, sources by address or text, concepts by "scheme/label".
 */
export interface AgentName {
  readonly kind: AgentKind;
  readonly name: string;
  readonly partOf?: AgentName;
}

export interface SubjectName {
  readonly kind: SubjectKind;
  readonly label: string;
  /** Which of those of its story that are alike, in the order in which they were made, from 1. */
  readonly number?: number;
}

/** A source by its address or, where it has none, by the SHA-256 of its text in hex. */
export interface SourceName {
  readonly url?: string;
  readonly sha256?: string;
  readonly number?: number;
}

export interface StoryLine {
  readonly type: 'story';
  readonly slug: string;
  readonly title: string;
  readonly summary?: string;
}

export interface AgentLine extends AgentName {
  readonly type: 'agent';
  readonly aliases?: string[];
  readonly sameAs?: string[];
}

export interface SubjectLine extends SubjectName {
  readonly type: 'subject';
  readonly story: string;
  readonly aliases?: string[];
  readonly sameAs?: string[];
}

export interface SourceLine {
  readonly type: 'source';
  readonly story: string;
  readonly url?: string;
  readonly number?: number;
  readonly title: string;
  readonly kind?: SourceKind;
  readonly publisher?: AgentName;
  readonly authors?: string[];
  readonly language?: string;
  readonly publishedAt?: string;
  readonly derivedFrom?: SourceName;
  readonly reliability?: Reliability;
  readonly mediaType?: string;
  readonly text: string;
}

/** Exactly one field. */
export interface ValueOfLine {
  readonly quantity?: {
    readonly amount?: string;
    readonly lowerBound?: string;
    readonly upperBound?: string;
    readonly lowerExclusive?: boolean;
    readonly upperExclusive?: boolean;
    readonly approximate?: boolean;
    readonly unit?: string;
  };
  readonly time?: string;
  /** "scheme/label". */
  readonly concept?: string;
  readonly boolean?: boolean;
  readonly text?: string;
  readonly unknown?: true;
}

export interface CitationOfLine {
  readonly source: SourceName;
  readonly quote: {
    readonly exact: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly start?: number;
  };
  readonly claimant?: AgentName;
  readonly certainty?: CertaintyEnum;
  readonly saidOn?: string;
}

export interface ClaimLine {
  readonly type: 'claim';
  readonly story: string;
  readonly subject: SubjectName;
  readonly property: string;
  readonly polarity?: PolarityEnum;
  readonly value: ValueOfLine;
  readonly scope?: readonly { readonly dimension: string; readonly concept: string }[];
  readonly statement?: string;
  readonly citations: readonly CitationOfLine[];
}

/** A further citation of a claim, which the line names by what it says. */
export interface CitationLine extends CitationOfLine {
  readonly type: 'citation';
  readonly story: string;
  readonly claim: Omit<ClaimLine, 'type' | 'story' | 'citations'>;
}

export type Line = StoryLine | AgentLine | SubjectLine | SourceLine | ClaimLine | CitationLine;
