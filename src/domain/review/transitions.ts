/** Where a claim stands in review. */
export const REVIEW_STATES = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'RETRACTED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What a person can do about where a claim stands. */
export const REVIEW_ACTS = ['SUBMIT', 'WITHDRAW', 'REQUEST_CHANGES', 'APPROVE', 'REJECT', 'RETRACT', 'REOPEN'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** One act: from where it may be done, where it leads, and who may do it. */
export interface Transition {
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
  /** The least role. */
  readonly role: 'CONTRIBUTOR' | 'EDITOR';
  /** Whether it cannot be done without saying why. */
  readonly needsReason: boolean;
  /** Whether somebody has to do it who wrote no part of what it decides on. */
  readonly fourEyes: boolean;
}

/** All that can be done: what is not here is not allowed. */
export const TRANSITIONS: Readonly<Record<ReviewAct, Transition>> = {
  SUBMIT: {
    from: ['DRAFT', 'CHANGES_REQUESTED'],
    to: 'IN_REVIEW',
    role: 'CONTRIBUTOR',
    needsReason: false,
    fourEyes: false,
  },
  WITHDRAW: { from: ['IN_REVIEW'], to: 'DRAFT', role: 'CONTRIBUTOR', needsReason: false, fourEyes: false },
  REQUEST_CHANGES: {
    from: ['IN_REVIEW'],
    to: 'CHANGES_REQUESTED',
    role: 'EDITOR',
    needsReason: true,
    fourEyes: false,
  },
  APPROVE: { from: ['IN_REVIEW'], to: 'PUBLISHED', role: 'EDITOR', needsReason: false, fourEyes: true },
  REJECT: { from: ['IN_REVIEW'], to: 'REJECTED', role: 'EDITOR', needsReason: true, fourEyes: false },
  RETRACT: {
    from: ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED'],
    to: 'RETRACTED',
    role: 'EDITOR',
    needsReason: true,
    fourEyes: false,
  },
  // The same statement cannot be made twice in a story, so what was refused or withdrawn has to have a way back.
  REOPEN: { from: ['REJECTED', 'RETRACTED'], to: 'DRAFT', role: 'EDITOR', needsReason: true, fourEyes: false },
};

/** Whether an act may be done where a claim is in this state. */
export function isPossible(act: ReviewAct, state: ReviewState): boolean {
  return TRANSITIONS[act].from.includes(state);
}

/** Whether a claim in this state is one of the answers to its question, which can contradict each other. */
export function stands(state: ReviewState): boolean {
  return state !== 'REJECTED' && state !== 'RETRACTED';
}

/** Whether what a claim says is changed only by a proposal that a second person accepts. */
export function changesByProposal(state: ReviewState): boolean {
  return state === 'PUBLISHED';
}
