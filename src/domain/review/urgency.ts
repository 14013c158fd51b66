import type { Strength } from '../contradiction/contradiction.js';

/** What happened to what a claim rests on. */
export type SourceChange =
  | 'QUOTE_MOVED'
  | 'QUOTE_DOUBLED'
  | 'QUOTE_VANISHED'
  | 'SOURCE_CORRECTED'
  | 'SOURCE_RETRACTED'
  | 'ORIGIN_CORRECTED'
  | 'ORIGIN_RETRACTED';

/** What would be done to a published claim: other words or another assertion, a citation more, one fewer. */
export type ProposedChange = 'REWRITE' | 'CITE' | 'UNCITE';

/** What waits for a person, as far as it matters for how soon it should be looked at. */
export type Waiting =
  | { readonly kind: 'SUBMITTED_CLAIM' }
  | { readonly kind: 'PROPOSAL'; readonly proposed: ProposedChange }
  | { readonly kind: 'CONTRADICTION'; readonly strength: Strength; readonly voices: number }
  | { readonly kind: 'SOURCE_CHANGE'; readonly change: SourceChange }
  | { readonly kind: 'NEW_EVIDENCE' }
  | { readonly kind: 'SUGGESTION' };

/** Voices beyond this are not counted. */
const MOST_VOICES = 4;

/** Least urgency first: the database computes the same, by which the queue is read (migrations review_queue, proposals_in_queue). */
const CHANGES: readonly SourceChange[] = [
  'QUOTE_VANISHED',
  'SOURCE_RETRACTED',
  'ORIGIN_RETRACTED',
  'QUOTE_DOUBLED',
  'QUOTE_MOVED',
  'SOURCE_CORRECTED',
  'ORIGIN_CORRECTED',
];
const PROPOSALS: Readonly<Record<ProposedChange, number>> = { REWRITE: 11, UNCITE: 12, CITE: 45 };
const CONTRADICTIONS: Readonly<Record<Strength, number>> = { CONFLICT: 24, TENSION: 54, POSSIBLE: 64 };

/**
 * How soon something should be looked at: the lower the sooner. Submitted claims first, as somebody waits for an answer;
 * then changes to what published claims say; then what cannot both hold, the better attested on every side the sooner; then
 * claims that have lost ground; then decisions that evidence came to; then published claims found made elsewhere too; then what
 * can be reconciled or may be none; then what nobody has claimed yet.
 */
export function urgencyOf(waiting: Waiting): number {
  switch (waiting.kind) {
    case 'SUBMITTED_CLAIM':
      return 10;
    case 'PROPOSAL':
      return PROPOSALS[waiting.proposed];
    case 'CONTRADICTION':
      return CONTRADICTIONS[waiting.strength] - Math.min(waiting.voices, MOST_VOICES);
    case 'SOURCE_CHANGE':
      return 30 + CHANGES.indexOf(waiting.change);
    case 'NEW_EVIDENCE':
      return 40;
    case 'SUGGESTION':
      return 70;
  }
}

const STRENGTH_TOLD: Readonly<Record<Strength, string>> = {
  CONFLICT: 'The claims cannot both hold',
  TENSION: 'The claims differ and can perhaps be reconciled',
  POSSIBLE: 'The claims may not fit: a reader has to say',
};
const PROPOSED_TOLD: Readonly<Record<ProposedChange, string>> = {
  REWRITE: 'Somebody proposes that a published claim says something else; readers are shown what it says now.',
  UNCITE: 'Somebody proposes that a published claim loses a citation that does not make it.',
  CITE: 'Somebody has found a published claim made elsewhere too.',
};
const CHANGE_TOLD: Readonly<Record<SourceChange, string>> = {
  QUOTE_MOVED: 'The quoted words stand elsewhere in the source’s newest text.',
  QUOTE_DOUBLED: 'It is not sure any more which place in the source’s newest text is quoted.',
  QUOTE_VANISHED: 'The quoted words are gone from the source’s newest text.',
  SOURCE_CORRECTED: 'The source has been corrected.',
  SOURCE_RETRACTED: 'The source has been retracted.',
  ORIGIN_CORRECTED: 'A source that the source derives from has been corrected.',
  ORIGIN_RETRACTED: 'A source that the source derives from has been retracted.',
};

/** Why something is as urgent as it is, in a sentence. */
export function reasonOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'SUBMITTED_CLAIM':
      return 'Submitted for review: whoever submitted it waits for an answer.';
    case 'PROPOSAL':
      return PROPOSED_TOLD[waiting.proposed];
    case 'CONTRADICTION':
      return `${STRENGTH_TOLD[waiting.strength]}, ${voicesTold(waiting.voices)}.`;
    case 'SOURCE_CHANGE':
      return CHANGE_TOLD[waiting.change];
    case 'NEW_EVIDENCE':
      return 'It was settled, and evidence has come since.';
    case 'SUGGESTION':
      return 'Read from a source’s text; nobody has accepted or rejected it.';
  }
}

function voicesTold(voices: number): string {
  if (voices <= 1) return 'at least one of them on one voice alone';
  return `and each is made by ${Math.min(voices, MOST_VOICES)} voices or more`;
}
