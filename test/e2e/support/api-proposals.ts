import { attempt, change, read, type Endpoint, type Json } from './api-client.js';
import type { World } from './api-world.js';

/** All of a proposal but who may see it. */
export const PROPOSAL = `proposal { id status kind baseVersion madeVersion stale reason note author { name } decidedBy { name }
  changes { field before after } rivals { id } claim { id } }`;

/** A claim with all that a proposal for it must leave as it is. */
export const STANDING = `claim { id version status statement polarity rank updatedAt corroboration { citations }
  citations { nodes { id quote { exact } } } revisions { nodes { version } } contradictions { nodes { id version status } } }`;

/** A claim as it stands. */
export async function standing(world: World, id: string): Promise<Json> {
  const query = `query ($id: ID!) { claim(id: $id) { ${STANDING.slice('claim {'.length)} }`;
  return (await read(world.endpoint, query, { id })).claim;
}

/** What is proposed for a claim, oldest first. */
export async function proposalsOf(by: Endpoint, claim: string, status: string | null = 'PENDING'): Promise<Json[]> {
  const query = `query ($id: ID!, $status: ProposalStatus) { claim(id: $id) { proposals(status: $status) {
    totalCount nodes { ${PROPOSAL.slice('proposal {'.length)} } } }`;
  const { nodes, totalCount } = (await read(by, query, { id: claim, status })).claim.proposals;
  if (nodes.length !== totalCount) throw new Error('There are other proposals than are counted.');
  return nodes;
}

/** Publishes a claim that somebody wrote. */
export async function publish(world: World, editor: Endpoint, claim: string): Promise<string> {
  await change(editor, 'claimSubmit', await world.at(claim));
  await change(editor, 'claimApprove', await world.at(claim));
  return claim;
}

/** Proposes other words for a published claim. @returns the proposal */
export async function propose(world: World, by: Endpoint, claim: string, statement: string): Promise<Json> {
  const given = { ...(await world.at(claim)), input: { statement }, reason: 'The log says so.' };
  return (await change(by, 'claimUpdate', given, PROPOSAL)).proposal;
}

/** Accepts a proposal on the claim as it is. @returns the payload, refused or not */
export async function accept(
  world: World,
  by: Endpoint,
  { id, claim }: { readonly id: string; readonly claim: { readonly id: string } },
  rest: object = {},
): Promise<Json> {
  const { expectedVersion } = await world.at(claim.id);
  return attempt(by, 'claimProposalAccept', { id, expectedVersion, ...rest }, `${STANDING} ${PROPOSAL}`);
}
