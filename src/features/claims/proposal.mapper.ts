import { encodeId } from '../../graphql/node/index.js';
import type { ClaimProposalType } from './graphql/proposal.types.js';
import type { ProposalRow } from './proposals.repository.js';

export function toProposal(row: ProposalRow): ClaimProposalType {
  const { storyId, id: localId, claimId, kind, status, baseVersion, changes, reason, authorId, createdAt } = row;
  const { decidedById, decidedAt, note, madeVersion } = row;
  return {
    __typename: 'ClaimProposal',
    id: encodeId('ClaimProposal', row),
    ...{ localId, storyId, claimId, kind, status, baseVersion, changes: [...changes], reason, authorId, createdAt },
    ...{ decidedById, decidedAt, note, madeVersion },
  };
}
