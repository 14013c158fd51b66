import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OriginReason } from '../../../domain/corroboration/origins.js';
import { Connection } from '../../../graphql/connections/index.js';
import type { StoryKey } from '../../../platform/database/index.js';

/** Why citations go back to one origin. */
const OriginReasonEnum = {
  DERIVED_FROM: 'DERIVED_FROM',
  NEAR_DUPLICATE: 'NEAR_DUPLICATE',
  SAME_PUBLISHER_GROUP: 'SAME_PUBLISHER_GROUP',
  SAME_CLAIMANT: 'SAME_CLAIMANT',
} as const satisfies Record<OriginReason, OriginReason>;

registerEnumType(OriginReasonEnum, {
  name: 'OriginReason',
  description: 'Why citations go back to one origin.',
  valuesMap: {
    DERIVED_FROM: { description: 'Their sources derive from one another, or from one that need not be cited itself.' },
    NEAR_DUPLICATE: { description: 'Their sources carry the same text, as a whole or within a longer one.' },
    SAME_PUBLISHER_GROUP: { description: 'Their publishers are one, or parts of one.' },
    SAME_CLAIMANT: {
      description: 'They quote the same claimant or parts of it, or one quotes whom the other was published by.',
    },
  },
});

@ObjectType('OriginTie', { description: 'One thing that several sources of an origin have in common.' })
export class OriginTieType {
  readonly storyId!: string;
  readonly agentId!: string | null;
  readonly sourceId!: string | null;

  @Field(() => OriginReasonEnum, { description: 'What kind of thing it is.' })
  readonly reason!: OriginReason;

  @Field(() => Int, { description: 'How many citations it ties together.' })
  readonly citations!: number;

  @Field(() => Int, { description: 'How many sources it ties together: two at least.' })
  readonly sources!: number;
}

@ObjectType('Origin', {
  description: 'Citations of a claim that go back to one another or to one origin, and so count once.',
})
export class OriginType {
  readonly claim!: StoryKey;
  /** The sources of its citations, the least id first. */
  readonly sourceIds!: readonly string[];
  readonly citationCount!: number;

  @Field(() => Int, { description: 'How many documents make the claim from this origin.' })
  readonly sources!: number;

  @Field(() => [OriginReasonEnum], {
    description: 'Why they are one origin, the plainest first; empty for one source.',
  })
  readonly reasons!: readonly OriginReason[];

  @Field(() => [OriginTieType], {
    description: 'What they have in common, the plainest reason first, then what ties the most sources; at most 20.',
  })
  readonly ties!: readonly OriginTieType[];
}

export const OriginConnection = Connection<OriginType>(() => OriginType, 'Origin');
