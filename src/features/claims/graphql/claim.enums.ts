import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's view of the domain's `Polarity`. */
export enum PolarityEnum {
  AFFIRMED = 'AFFIRMED',
  DENIED = 'DENIED',
}

registerEnumType(PolarityEnum, {
  name: 'Polarity',
  description: 'Whether a claim says that something is so, or that it is not.',
  valuesMap: {
    AFFIRMED: { description: 'It is so.' },
    DENIED: { description: 'It is not so.' },
  },
});

/** GraphQL's view of the domain's `Certainty`. */
export enum CertaintyEnum {
  CERTAIN = 'CERTAIN',
  PROBABLE = 'PROBABLE',
  POSSIBLE = 'POSSIBLE',
}

registerEnumType(CertaintyEnum, {
  name: 'Certainty',
  description: "How sure whoever says it is, by the source's own words.",
  valuesMap: {
    CERTAIN: { description: 'Said outright.' },
    PROBABLE: { description: 'Said to be likely: probably, is believed to.' },
    POSSIBLE: { description: 'Said with a hedge: may have, reportedly, is feared.' },
  },
});

export enum ClaimStatus {
  DRAFT = 'DRAFT',
  IN_REVIEW = 'IN_REVIEW',
  CHANGES_REQUESTED = 'CHANGES_REQUESTED',
  PUBLISHED = 'PUBLISHED',
  REJECTED = 'REJECTED',
  RETRACTED = 'RETRACTED',
}

registerEnumType(ClaimStatus, {
  name: 'ClaimStatus',
  description: 'Where a claim stands in review.',
  valuesMap: {
    DRAFT: { description: 'Written, not yet submitted.' },
    IN_REVIEW: { description: 'Submitted, waiting for a second person.' },
    CHANGES_REQUESTED: { description: 'Sent back with a reason.' },
    PUBLISHED: { description: 'Approved by a second person.' },
    REJECTED: { description: 'Refused with a reason; raises no contradictions.' },
    RETRACTED: { description: 'Withdrawn with a reason; raises no contradictions.' },
  },
});

export enum Rank {
  PREFERRED = 'PREFERRED',
  NORMAL = 'NORMAL',
  DEPRECATED = 'DEPRECATED',
}

registerEnumType(Rank, {
  name: 'Rank',
  description: 'How editors rank a claim among the answers to its question. Set by people, never by the detector.',
  valuesMap: {
    PREFERRED: { description: 'The answer to show first.' },
    NORMAL: { description: 'One answer among others.' },
    DEPRECATED: { description: 'Known to be wrong, kept for the record; raises no contradictions.' },
  },
});

export enum AnchorState {
  ANCHORED = 'ANCHORED',
  MOVED = 'MOVED',
  AMBIGUOUS = 'AMBIGUOUS',
  ORPHANED = 'ORPHANED',
}

registerEnumType(AnchorState, {
  name: 'AnchorState',
  description: "Where a quote stands in its source's newest text.",
  valuesMap: {
    ANCHORED: { description: 'At its place.' },
    MOVED: { description: 'Elsewhere than it was.' },
    AMBIGUOUS: { description: 'Where its words stand, but they stand or stood in several places: none is sure.' },
    ORPHANED: { description: 'Gone.' },
  },
});
