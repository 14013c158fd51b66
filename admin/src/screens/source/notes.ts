import type { ResultOf } from '../../graphql/graphql';
import type { Accepted } from './decisions.query';
import type { READER_CITATIONS, READER_SUGGESTIONS } from './reader.query';

export type Citation = NonNullable<ResultOf<typeof READER_CITATIONS>['source']>['citations']['nodes'][number];
export type Suggestion = NonNullable<ResultOf<typeof READER_SUGGESTIONS>['source']>['suggestions']['nodes'][number];
type NotedClaim = Citation['claim'];

/** What was decided here of a suggestion, before it is read anew. */
export interface Decided {
  readonly status: 'ACCEPTED' | 'REJECTED';
  readonly claim: Accepted['claim'];
}

/** Something that stands beside a passage: a claim that is made there, or may be. */
export interface Note {
  readonly id: string;
  /** Offsets of its words in the text, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly statement: string;
  /** What is to be made of it: to be decided on, refused, or where its claim stands in review. */
  readonly state: 'PENDING' | 'REFUSED' | NotedClaim['status'];
  readonly isDenial: boolean;
  readonly certainty: Citation['certainty'];
  readonly claimant: string | null;
  readonly saidOn: string | null;
  readonly suggestion: Suggestion | null;
  readonly claim: NotedClaim | null;
  /** Contradictions of its claim that nobody has settled. */
  readonly disputes: readonly NotedClaim['contradictions']['nodes'][number][];
}

/**
 * What stands beside a text, in its order: citations, and suggestions that wait or were decided on just now. A suggestion
 * whose claim has a citation at the same place is shown once.
 */
export function notesOf(
  citations: readonly Citation[],
  suggestions: readonly Suggestion[],
  decided: ReadonlyMap<string, Decided>,
): readonly Note[] {
  const suggested = suggestions
    .map((suggestion) => ofSuggestion(suggestion, decided.get(suggestion.id)))
    .filter(({ id, state }) => state === 'PENDING' || decided.has(id));
  const shown = new Set(suggested.map(placeOf));
  const cited = citations.flatMap(ofCitation).filter((note) => !shown.has(placeOf(note)));
  return [...cited, ...suggested].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

function ofCitation({ id, currentPosition, claim, claimant, certainty, saidOn }: Citation): Note[] {
  if (currentPosition === null) return [];
  return [
    {
      ...ofClaim(claim),
      id,
      ...currentPosition,
      claimant: claimant?.name ?? null,
      certainty,
      saidOn,
      suggestion: null,
    },
  ];
}

function ofSuggestion(suggestion: Suggestion, decided: Decided | undefined): Note {
  const { id, quote, statement, polarity, certainty, claimantName, saidOn } = suggestion;
  const claim = decided?.claim ?? suggestion.claim;
  const status = decided?.status ?? suggestion.status;
  const place = { id, start: quote.start, end: quote.end, certainty, claimant: claimantName, saidOn, suggestion };
  if (status === 'ACCEPTED' && claim !== null) return { ...ofClaim(claim), ...place };
  const state = status === 'PENDING' ? ('PENDING' as const) : ('REFUSED' as const);
  return { ...place, statement, state, isDenial: polarity === 'DENIED', claim: null, disputes: [] };
}

function ofClaim(claim: NotedClaim): Pick<Note, 'statement' | 'state' | 'isDenial' | 'claim' | 'disputes'> {
  return {
    statement: claim.statement,
    state: claim.status,
    isDenial: claim.polarity === 'DENIED',
    claim,
    disputes: claim.contradictions.nodes.filter(({ status }) => status === 'OPEN' || status === 'IN_REVIEW'),
  };
}

function placeOf({ claim, start, end }: Note): string {
  return `${claim?.id ?? ''} ${start} ${end}`;
}
