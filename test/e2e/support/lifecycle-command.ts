import fc from 'fast-check';
import { expectKept } from '../../support/settled.js';
import type { TestApp } from '../../support/start-app.js';
import { attempt, type Json, type MutationName } from './api-client.js';
import type { TestTies } from './api-ties.js';
import type { World } from './api-world.js';

/** What has come up so far, to be picked from. */
export interface Known {
  readonly claims: string[];
  readonly citations: string[];
  readonly contradictions: string[];
  /** Partitions that were declared. */
  readonly partitions: string[];
  /** Ids of identities and orders that stand. */
  readonly identities: string[];
  readonly orders: string[];
  /** How many keys have been given. */
  keys: number;
  /** What was changed and decided, and what came of it, so that a run that does nothing is noticed. */
  readonly done: Map<string, number>;
}

/** A story whose vocabulary changes under it. */
export interface Stage {
  readonly app: TestApp;
  readonly world: World;
  /** Its sources: without a publisher, with one, and a late one. */
  readonly sources: readonly string[];
  readonly agents: readonly string[];
  readonly subjects: readonly string[];
}

export const known = (ties: TestTies): Known => ({
  claims: [],
  citations: [],
  contradictions: [],
  partitions: [],
  identities: [ties.fates, ties.roles],
  orders: [ties.flight, ties.news],
  keys: 0,
  done: new Map(),
});

export type Command = fc.AsyncCommand<Known, Stage>;
type Act = (stage: Stage, seen: Known) => Promise<void>;

/** A command with a name that tells it in a failure's report. What the API refuses is refused, whatever it is. */
export function command(name: string, given: unknown, act: Act, ready: (seen: Known) => boolean = () => true): Command {
  return {
    check: (seen) => ready(seen),
    run: async (seen, stage) => {
      await act(stage, seen);
      await expectKept(stage.app);
    },
    toString: () => `${name}(${JSON.stringify(given)})`,
  };
}

export async function perform(
  stage: Stage,
  seen: Known,
  name: MutationName,
  variables: object,
  selection?: string,
): Promise<Json> {
  const payload = await attempt(stage.app, name, variables, selection);
  const outcome = payload.userErrors.length === 0 ? name : `${name} refused`;
  seen.done.set(outcome, (seen.done.get(outcome) ?? 0) + 1);
  return payload;
}

export const pick = (ids: readonly string[], which: number): string => ids[which % ids.length]!;
/** Picks one of what there is by then. */
export const which = fc.nat({ max: 99 });
