import { expect } from '@jest/globals';
import fc from 'fast-check';
import { documentOf, read, type Endpoint, type Json, type MutationName } from './api-client.js';

/** Somebody who acts, by a key of theirs. */
export interface Actor {
  readonly name: string;
  readonly role: 'CONTRIBUTOR' | 'EDITOR';
  readonly key: string;
  /** Whose work it is: their own, or of whom answers for them. */
  readonly person: string;
}

/** A claim as it should be. */
export interface ModelClaim {
  readonly id: string;
  status: string;
  version: number;
  readonly authors: Set<string>;
  /** What was done to it and by whom, in order. */
  readonly acts: { readonly action: string; readonly by: string }[];
}

export interface Model {
  readonly claims: readonly ModelClaim[];
}

export interface Real {
  readonly endpoint: Endpoint;
  readonly actors: readonly Actor[];
  /** The input of a citation that no claim has yet. */
  citation(): Json;
}

const STANDING = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'];

/** What moves a claim, told apart from the code that does it: from where, to where, and who may. */
export const MOVES = {
  claimSubmit: { from: ['DRAFT', 'CHANGES_REQUESTED'], to: 'IN_REVIEW', role: 'CONTRIBUTOR' },
  claimWithdraw: { from: ['IN_REVIEW'], to: 'DRAFT', role: 'CONTRIBUTOR' },
  claimRequestChanges: { from: ['IN_REVIEW'], to: 'CHANGES_REQUESTED', role: 'EDITOR' },
  claimApprove: { from: ['IN_REVIEW'], to: 'PUBLISHED', role: 'EDITOR' },
  claimReject: { from: ['IN_REVIEW'], to: 'REJECTED', role: 'EDITOR' },
  claimRetract: { from: [...STANDING, 'PUBLISHED'], to: 'RETRACTED', role: 'EDITOR' },
  claimReopen: { from: ['REJECTED', 'RETRACTED'], to: 'DRAFT', role: 'EDITOR' },
} as const satisfies Partial<Record<MutationName, object>>;
export type Move = keyof typeof MOVES;

const REASONED: readonly string[] = ['claimRequestChanges', 'claimReject', 'claimRetract', 'claimReopen'];

/** The arguments of a move beside the claim. */
export function becauseOf(move: Move): object {
  return REASONED.includes(move) ? { reason: 'It was looked at.' } : {};
}

/** DONE, or the code of what it was refused with. */
export async function outcomeOf(
  endpoint: Endpoint,
  name: MutationName,
  variables: object,
  { key }: Pick<Actor, 'key'>,
): Promise<string> {
  const { body } = await endpoint.graphql(documentOf(name, '__typename'), variables, { key });
  return body.errors?.[0].extensions.code ?? body.data[name].userErrors[0]?.code ?? 'DONE';
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly actor: number,
    private readonly claim: number,
  ) {}

  check(model: Readonly<Model>): boolean {
    return this.applies(this.of(model));
  }

  async run(model: Model, real: Real): Promise<void> {
    const claim = this.of(model);
    const actor = real.actors[this.actor % real.actors.length]!;
    const expected = this.expected(claim, actor);
    const { name, variables } = this.mutation(claim, real);
    const outcome = await outcomeOf(real.endpoint, name, variables, actor);
    expect({ step: this.toString(), by: actor.name, claim, outcome }).toMatchObject({ outcome: expected });
    if (expected === 'DONE') {
      this.apply(claim, actor);
      claim.version += 1;
      claim.acts.push({ action: name, by: actor.name });
    }
    const query = 'query ($id: ID!) { claim(id: $id) { status version } }';
    const { status, version } = claim;
    expect((await read(real.endpoint, query, { id: claim.id })).claim).toEqual({ status, version });
  }

  protected of({ claims }: Readonly<Model>): ModelClaim {
    return claims[this.claim % claims.length]!;
  }

  abstract toString(): string;

  protected applies(_claim: ModelClaim): boolean {
    return true;
  }
  protected abstract expected(claim: ModelClaim, actor: Actor): string;
  protected abstract mutation(claim: ModelClaim, real: Real): { name: MutationName; variables: object };
  protected abstract apply(claim: ModelClaim, actor: Actor): void;
}

/** Moves a claim, from the version that it is at or from the one before. */
class MoveStep extends Step {
  constructor(
    actor: number,
    claim: number,
    private readonly move: Move,
    private readonly isStale: boolean,
  ) {
    super(actor, claim);
  }

  protected expected({ status, authors }: ModelClaim, { role, person }: Actor): string {
    const { from, role: least } = MOVES[this.move];
    if (least === 'EDITOR' && role !== 'EDITOR') return 'FORBIDDEN';
    if (this.isStale) return 'STALE_VERSION';
    if (!(from as readonly string[]).includes(status)) return 'ILLEGAL_STATE';
    return this.move === 'claimApprove' && authors.has(person) ? 'OWN_WORK' : 'DONE';
  }

  protected mutation({ id, version }: ModelClaim): { name: MutationName; variables: object } {
    const expectedVersion = this.isStale ? version - 1 || 2 : version;
    return { name: this.move, variables: { id, expectedVersion, ...becauseOf(this.move) } };
  }

  protected apply(claim: ModelClaim): void {
    claim.status = MOVES[this.move].to;
  }

  override toString(): string {
    return `${this.move}${this.isStale ? ' (stale)' : ''}`;
  }
}

/** Changes what a claim says, or cites it once more. What is published is changed by proposals, which have tests of their own. */
class WriteStep extends Step {
  constructor(
    actor: number,
    claim: number,
    private readonly what: 'claimUpdate' | 'citationAdd',
  ) {
    super(actor, claim);
  }

  protected override applies({ status }: ModelClaim): boolean {
    return STANDING.includes(status);
  }

  protected expected(): string {
    return 'DONE';
  }

  protected mutation({ id, version }: ModelClaim, real: Real): { name: MutationName; variables: object } {
    const input = { statement: `Put anew at version ${version}.` };
    const variables =
      this.what === 'claimUpdate'
        ? { id, expectedVersion: version, input }
        : { input: { claim: id, citation: real.citation() } };
    return { name: this.what, variables };
  }

  protected apply({ authors }: ModelClaim, { person }: Actor): void {
    authors.add(person);
  }

  override toString(): string {
    return this.what;
  }
}

const move = fc
  .tuple(fc.nat(9), fc.nat(9), fc.constantFrom(...(Object.keys(MOVES) as Move[])), fc.nat(9))
  .map(([actor, claim, name, luck]) => new MoveStep(actor, claim, name, luck === 0));
/** What leads on, so that not every run ends at the first refusal. */
const forward = fc
  .tuple(fc.nat(9), fc.nat(9), fc.constantFrom<Move>('claimSubmit', 'claimApprove'))
  .map(([actor, claim, name]) => new MoveStep(actor, claim, name, false));
const write = fc
  .tuple(fc.nat(9), fc.nat(9), fc.constantFrom('claimUpdate' as const, 'citationAdd' as const))
  .map(([actor, claim, what]) => new WriteStep(actor, claim, what));

/** Acts of several people on a few claims. */
export const REVIEW = fc.commands([move, move, forward, forward, write], { maxCommands: 40, size: '+1' });
