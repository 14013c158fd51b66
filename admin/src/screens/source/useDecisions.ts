import { useCallback, useState } from 'react';
import { useAct, type Refusal } from '../../graphql/useAct';
import { ACCEPT, REJECT, type RaisedContradiction } from './decisions.query';
import { bySeverity } from './severity';
import type { Decided, Suggestion } from './notes';

/** The contradictions that an acceptance raised, and the claim that raised them. */
export interface RaisedBy {
  readonly claim: string;
  readonly contradictions: readonly RaisedContradiction[];
}

/** Deciding on suggestions, and what was decided since the text was read. */
export interface Decisions {
  readonly decided: ReadonlyMap<string, Decided>;
  /** @returns whether it was done */
  readonly accept: (suggestion: Suggestion) => Promise<boolean>;
  /** @returns whether it was done */
  readonly reject: (suggestion: Suggestion) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why the last decision was refused. */
  readonly refusals: readonly Refusal[];
  readonly clearRefusals: () => void;
  /** What the last acceptance that raised any contradiction raised; null before, and once it was closed. */
  readonly raised: RaisedBy | null;
  readonly closeRaised: () => void;
}

export function useDecisions(): Decisions {
  const acceptance = useAct(ACCEPT);
  const rejection = useAct(REJECT);
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());
  const [raised, setRaised] = useState<RaisedBy | null>(null);
  const keep = (id: string, decision: Decided): void => setDecided((before) => new Map(before).set(id, decision));

  const accept = async ({ id, version }: Suggestion): Promise<boolean> => {
    rejection.clear();
    const payload = await acceptance.run({ id, expectedVersion: version, input: {} });
    if (payload === null) return false;
    keep(id, { status: 'ACCEPTED', claim: payload.claim });
    const { claim, contradictions } = payload;
    if (claim !== null && contradictions.length > 0) {
      setRaised({ claim: claim.id, contradictions: bySeverity(contradictions) });
    }
    return true;
  };
  const reject = async ({ id, version }: Suggestion): Promise<boolean> => {
    acceptance.clear();
    if ((await rejection.run({ id, expectedVersion: version })) === null) return false;
    keep(id, { status: 'REJECTED', claim: null });
    return true;
  };
  const clearAcceptance = acceptance.clear;
  const clearRejection = rejection.clear;
  const clearRefusals = useCallback(() => {
    clearAcceptance();
    clearRejection();
  }, [clearAcceptance, clearRejection]);

  return {
    decided,
    accept,
    reject,
    isBusy: acceptance.isBusy || rejection.isBusy,
    refusals: [...acceptance.refusals, ...rejection.refusals],
    clearRefusals,
    raised,
    closeRaised: () => setRaised(null),
  };
}
