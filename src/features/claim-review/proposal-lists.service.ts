import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  emptyConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { includes, Role, type Viewer } from '../auth/index.js';
import {
  PROPOSAL_ORDER,
  ProposalsRepository,
  toProposal,
  type ClaimProposalType,
  type ProposalStatus,
} from '../claims/index.js';

/** Proposals, for those who write: readers see what is published. */
@Injectable()
export class ProposalListsService {
  constructor(private readonly proposals: ProposalsRepository) {}

  /** A page of a claim's proposals, oldest first. */
  list(
    loaders: Loaders,
    viewer: Viewer,
    claim: StoryKey,
    status: ProposalStatus | null,
    args: PageArgs,
  ): ConnectionOf<ClaimProposalType> | Promise<ConnectionOf<ClaimProposalType>> {
    if (!includes(viewer.role, Role.CONTRIBUTOR)) return emptyConnection(args, PROPOSAL_ORDER);
    return batchedConnection(loaders, claim, args, {
      name: `claim.proposals ${status ?? ''}`,
      ordering: PROPOSAL_ORDER,
      nameOf: nameOfKey,
      read: (claims, page) => this.proposals.listByClaims(claims, status, page),
      ownerOf: ({ storyId, claimId }) => nameOfKey({ storyId, id: claimId }),
      toNode: toProposal,
      cursorOf: (proposal) => [proposal.localId],
      count: (claims) => this.proposals.countByClaims(claims, status),
    });
  }

  /** @returns null for those who may not see it */
  async load(loaders: Loaders, key: StoryKey, viewer: Viewer): Promise<ClaimProposalType | null> {
    if (!includes(viewer.role, Role.CONTRIBUTOR)) return null;
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.proposals.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toProposal(row));
    };
    return loaders.get<StoryKey, ClaimProposalType | null>('proposal', load, nameOfKey).load(key);
  }

  /** Others that wait and change the same. */
  rivals(loaders: Loaders, proposal: StoryKey): Promise<ClaimProposalType[]> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.proposals.findRivals(keys);
      return groupedBy(keys, rows, ({ owner }) => owner, nameOfKey).map((each) => each.map(toProposal));
    };
    return loaders.get<StoryKey, ClaimProposalType[]>('proposal.rivals', load, nameOfKey).load(proposal);
  }

  /** Whether what it would change has been changed since it was made. */
  async isStale(loaders: Loaders, proposal: StoryKey): Promise<boolean> {
    const load = async (keys: readonly StoryKey[]) => {
      const stale = new Set((await this.proposals.findStale(keys)).map(nameOfKey));
      return keys.map((key) => stale.has(nameOfKey(key)));
    };
    return loaders.get<StoryKey, boolean>('proposal.stale', load, nameOfKey).load(proposal);
  }
}
