import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';

export enum ReviewReason {
  QUOTE_MOVED = 'QUOTE_MOVED',
  QUOTE_DOUBLED = 'QUOTE_DOUBLED',
  QUOTE_VANISHED = 'QUOTE_VANISHED',
  SOURCE_CORRECTED = 'SOURCE_CORRECTED',
  SOURCE_RETRACTED = 'SOURCE_RETRACTED',
  ORIGIN_CORRECTED = 'ORIGIN_CORRECTED',
  ORIGIN_RETRACTED = 'ORIGIN_RETRACTED',
}

registerEnumType(ReviewReason, {
  name: 'ReviewReason',
  description: 'What happened to what a claim rests on.',
  valuesMap: {
    QUOTE_MOVED: { description: 'The words of a citation stand elsewhere in the source’s newest text.' },
    QUOTE_DOUBLED: {
      description: 'They stand in more places than they did, or which of several is meant is not sure.',
    },
    QUOTE_VANISHED: { description: 'They are gone.' },
    SOURCE_CORRECTED: { description: 'The source has been corrected.' },
    SOURCE_RETRACTED: { description: 'The source has been retracted.' },
    ORIGIN_CORRECTED: { description: 'A source that the source derives from has been corrected.' },
    ORIGIN_RETRACTED: { description: 'A source that the source derives from has been retracted.' },
  },
});

export enum ReviewState {
  OPEN = 'OPEN',
  SETTLED = 'SETTLED',
  LAPSED = 'LAPSED',
}

registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'Whether a person still has to look.',
  valuesMap: {
    OPEN: { description: 'Nobody has looked yet.' },
    SETTLED: { description: 'A person has looked and said what came of it.' },
    LAPSED: { description: 'What happened has been undone, or something else has happened since.' },
  },
});

@ObjectType('ReviewRequest', {
  implements: () => [Node],
  description: 'That a person should look at a claim again, since something happened to what it rests on.',
})
export class ReviewRequestType extends Node {
  readonly __typename!: 'ReviewRequest';
  readonly localId!: string;
  readonly storyId!: string;
  readonly claimId!: string;
  readonly citationId!: string;
  readonly sourceId!: string;
  readonly causeId!: string;
  readonly settledById!: string | null;

  @Field(() => ReviewReason, { description: 'What happened.' })
  readonly reason!: ReviewReason;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of words that moved or doubled: whether those before and after are the same as well. Null where it is about the source.',
  })
  readonly sameSurroundings!: boolean | null;

  @Field(() => ReviewState, { description: 'Whether it is still to be looked at.' })
  readonly state!: ReviewState;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'What came of it, by who settled it.' })
  readonly note!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled.' })
  readonly settledAt!: Date | null;
}

export const ReviewRequestConnection = Connection<ReviewRequestType>(() => ReviewRequestType, 'ReviewRequest');
