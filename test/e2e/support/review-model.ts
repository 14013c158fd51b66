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

/** What is proposed for a published claim and waits. */
interface ModelProposal {
  /** Read from the service, once it is made. */
  id: string | null;
  readonly what: 'claimUpdate' | 'citationAdd';
  readonly author: Actor;
}

/** A claim as it should be. */
export interface ModelClaim {
  readonly id: string;
  status: string;
  version: number;
  readonly authors: Set<string>;
  /** What was done to it and by whom, in order. */
  readonly acts: { readonly action: string; readonly by: string }[];
  /** Oldest first. */
  proposals: readonly ModelProposal[];
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
      if (this.makesVersion()) {
        claim.version += 1;
        claim.acts.push({ action: name, by: actor.name });
      }
    }
    const query = `query ($id: ID!) { claim(id: $id) { status version
      proposals(status: PENDING, first: 100) { nodes { id author { ... on User { name } ... on ServiceAccount { name } } } } } }`;
    const { proposals, ...found } = (await read(real.endpoint, query, { id: claim.id })).claim;
    const { status, version } = claim;
    expect(found).toEqual({ status, version });
    for (const [i, proposal] of claim.proposals.entries()) proposal.id ??= proposals.nodes[i]?.id ?? null;
    const waiting = claim.proposals.map(({ id, author }) => ({ id, author: { name: author.name } }));
    expect(proposals.nodes).toEqual(waiting);
  }

  protected of({ claims }: Readonly<Model>): ModelClaim {
    return claims[this.claim % claims.length]!;
  }

  abstract toString(): string;

  protected applies(_claim: ModelClaim): boolean {
    return true;
  }
  protected makesVersion(): boolean {
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
    // Nothing waits for a claim that is not published.
    claim.proposals = [];
  }

  override toString(): string {
    return `${this.move}${this.isStale ? ' (stale)' : ''}`;
  }
}

/** Changes what a claim says, or cites it once more. */
class WriteStep extends Step {
  constructor(
    actor: number,
    claim: number,
    protected readonly what: 'claimUpdate' | 'citationAdd',
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

/** The same of a published claim, for which it is only proposed. */
class ProposeStep extends WriteStep {
  protected override applies({ status }: ModelClaim): boolean {
    return status === 'PUBLISHED';
  }

  protected override makesVersion(): boolean {
    return false;
  }

  protected override mutation(claim: ModelClaim, real: Real): { name: MutationName; variables: object } {
    const { name, variables } = super.mutation(claim, real);
    const statement = `Proposed beside ${claim.proposals.length} others at version ${claim.version}.`;
    return { name, variables: { ...variables, ...(name === 'claimUpdate' && { input: { statement } }) } };
  }

  protected override apply(claim: ModelClaim, author: Actor): void {
    claim.proposals = [...claim.proposals, { id: null, what: this.what, author }];
  }

  override toString(): string {
    return `${this.what} (proposed)`;
  }
}

/** Decides on one of the proposals that wait. */
class DecideStep extends Step {
  constructor(
    actor: number,
    claim: number,
    private readonly pick: number,
    private readonly decision: 'claimProposalAccept' | 'claimProposalReject' | 'claimProposalWithdraw',
  ) {
    super(actor, claim);
  }

  protected override applies({ proposals }: ModelClaim): boolean {
    return proposals.length > 0;
  }

  protected override makesVersion(): boolean {
    return this.decision === 'claimProposalAccept';
  }

  protected expected(claim: ModelClaim, { name, role, person }: Actor): string {
    const { author } = this.proposalOf(claim);
    const isTheirs = name === author.name || name === author.person;
    if (this.decision === 'claimProposalWithdraw') return isTheirs ? 'DONE' : 'NOT_ALLOWED';
    if (role !== 'EDITOR') return 'FORBIDDEN';
    return this.decision === 'claimProposalAccept' && person === author.person ? 'OWN_WORK' : 'DONE';
  }

  protected mutation(claim: ModelClaim): { name: MutationName; variables: object } {
    const { id } = this.proposalOf(claim);
    const variables = {
      claimProposalAccept: { id, expectedVersion: claim.version },
      claimProposalReject: { id, reason: 'It was looked at.' },
      claimProposalWithdraw: { id },
    };
    return { name: this.decision, variables: variables[this.decision] };
  }

  protected apply(claim: ModelClaim): void {
    const decided = this.proposalOf(claim);
    const isAccepted = this.decision === 'claimProposalAccept';
    if (isAccepted) claim.authors.add(decided.author.person);
    // Who changes the words changes what all others would.
    const ends = (each: ModelProposal): boolean =>
      each === decided || (isAccepted && decided.what === 'claimUpdate' && each.what === 'claimUpdate');
    claim.proposals = claim.proposals.filter((each) => !ends(each));
  }

  private proposalOf({ proposals }: ModelClaim): ModelProposal {
    return proposals[this.pick % proposals.length]!;
  }

  override toString(): string {
    return `${this.decision} (${this.pick})`;
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

const propose = fc
  .tuple(fc.nat(9), fc.nat(9), fc.constantFrom('claimUpdate' as const, 'citationAdd' as const))
  .map(([actor, claim, what]) => new ProposeStep(actor, claim, what));
const decide = fc
  .tuple(
    fc.nat(9),
    fc.nat(9),
    fc.nat(9),
    fc.constantFrom(
      'claimProposalAccept' as const,
      'claimProposalAccept' as const,
      'claimProposalReject' as const,
      'claimProposalWithdraw' as const,
    ),
  )
  .map(([actor, claim, pick, decision]) => new DecideStep(actor, claim, pick, decision));

/** Acts of several people on a few claims. */
export const REVIEW = fc.commands([move, forward, forward, write, propose, decide, decide], {
  maxCommands: 40,
  size: '+1',
});
