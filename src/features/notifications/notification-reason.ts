import { registerEnumType } from '@nestjs/graphql';

/** Why somebody is told of something. */
export enum NotificationReason {
  MENTIONED = 'MENTIONED',
  COMMENTED = 'COMMENTED',
  ASSIGNED = 'ASSIGNED',
  UNASSIGNED = 'UNASSIGNED',
  DUE_CHANGED = 'DUE_CHANGED',
  CLAIM_APPROVED = 'CLAIM_APPROVED',
  CLAIM_CHANGES_REQUESTED = 'CLAIM_CHANGES_REQUESTED',
  CLAIM_REJECTED = 'CLAIM_REJECTED',
  PROPOSAL_ACCEPTED = 'PROPOSAL_ACCEPTED',
  PROPOSAL_REJECTED = 'PROPOSAL_REJECTED',
  PROPOSAL_ENDED = 'PROPOSAL_ENDED',
}

registerEnumType(NotificationReason, {
  name: 'InboxReason',
  description: 'Why something is in an inbox.',
  valuesMap: {
    MENTIONED: { description: 'A comment mentions its owner.' },
    COMMENTED: { description: 'A comment on what its owner wrote, decided on, has been assigned or commented on.' },
    ASSIGNED: { description: 'Something was assigned to its owner.' },
    UNASSIGNED: { description: 'What its owner had been assigned was taken back, or given to somebody else.' },
    DUE_CHANGED: { description: 'What its owner has been assigned is due on another day, or on none any more.' },
    CLAIM_APPROVED: { description: 'A claim that its owner wrote was approved.' },
    CLAIM_CHANGES_REQUESTED: { description: 'Changes were asked for of a claim that its owner wrote.' },
    CLAIM_REJECTED: { description: 'A claim that its owner wrote was rejected.' },
    PROPOSAL_ACCEPTED: { description: 'A published claim was changed as its owner proposed.' },
    PROPOSAL_REJECTED: { description: 'A change to a published claim that its owner proposed was rejected.' },
    PROPOSAL_ENDED: {
      description:
        'A change that its owner proposed waits no more: another of the same was accepted, or the claim was retracted.',
    },
  },
});
