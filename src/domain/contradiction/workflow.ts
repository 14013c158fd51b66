/** Where a contradiction stands. LAPSED is the engine's doing; the rest is people's. */
export type ContradictionState = 'OPEN' | 'IN_REVIEW' | 'RESOLVED' | 'DISMISSED' | 'LAPSED';

/** What a person does with a contradiction. */
export type ContradictionAct = 'take' | 'release' | 'resolve' | 'dismiss' | 'confirm' | 'reopen';

/** What was decided of a contradiction. */
export type ContradictionOutcome =
  | 'CLAIM_WRONG'
  | 'ALL_WRONG'
  | 'SUPERSEDED'
  | 'DIFFERENT_SCOPE'
  | 'DIFFERENT_MEANING'
  | 'BOTH_STAND'
  | 'NOT_A_CONFLICT';

interface Transition {
  readonly from: readonly ContradictionState[];
  /** Null where it stays as it is. */
  readonly to: ContradictionState | null;
}

/** Every way in which people move a contradiction; what stands not here cannot be done. */
export const CONTRADICTION_ACTS: Readonly<Record<ContradictionAct, Transition>> = {
  take: { from: ['OPEN'], to: 'IN_REVIEW' },
  release: { from: ['IN_REVIEW'], to: 'OPEN' },
  resolve: { from: ['OPEN', 'IN_REVIEW'], to: 'RESOLVED' },
  dismiss: { from: ['OPEN', 'IN_REVIEW'], to: 'DISMISSED' },
  // A decision that new evidence does not change.
  confirm: { from: ['RESOLVED', 'DISMISSED'], to: null },
  reopen: { from: ['RESOLVED', 'DISMISSED'], to: 'OPEN' },
};

/** Where an act leads from a state; null where it cannot be done there. */
export function afterAct(act: ContradictionAct, state: ContradictionState): ContradictionState | null {
  const { from, to } = CONTRADICTION_ACTS[act];
  return from.includes(state) ? (to ?? state) : null;
}

/** The act that decides for an outcome: deciding that it is no contradiction is dismissing it. */
export function actOf(outcome: ContradictionOutcome): 'resolve' | 'dismiss' {
  return outcome === 'NOT_A_CONFLICT' ? 'dismiss' : 'resolve';
}

/** Members that an outcome holds to be wrong. Those of other outcomes differ from the others and are not wrong. */
export function losersOf<Id>(
  outcome: ContradictionOutcome,
  members: readonly Id[],
  upheld: readonly Id[],
): readonly Id[] {
  if (outcome !== 'CLAIM_WRONG' && outcome !== 'ALL_WRONG') return [];
  return members.filter((member) => !upheld.includes(member));
}

/** What is wrong with the members that an outcome upholds; null where they fit it. */
export function upheldProblem(outcome: ContradictionOutcome, members: number, upheld: number): string | null {
  const picksSide = outcome === 'CLAIM_WRONG' || outcome === 'SUPERSEDED';
  if (picksSide && (upheld === 0 || upheld === members)) {
    return `For ${outcome} name the claims that are right: at least one, and not all.`;
  }
  return outcome === 'ALL_WRONG' && upheld > 0 ? 'For ALL_WRONG no claim can be upheld.' : null;
}
