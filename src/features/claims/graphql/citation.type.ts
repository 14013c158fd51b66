import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar, EdtfScalar } from '../../../graphql/scalars/index.js';
import type { Carried } from '../../../platform/reading/index.js';
import { AnchorState, CertaintyEnum } from './claim.enums.js';

@ObjectType('Quote', {
  description:
    'W3C Web Annotation TextQuoteSelector and TextPositionSelector; offsets count UTF-16 code units, end exclusive.',
})
export class QuoteType {
  @Field(() => String, { description: "The words, to the letter of the snapshot's text." })
  readonly exact!: string;

  @Field(() => String, { description: 'The text just before, at most 32 code units.' })
  readonly prefix!: string;

  @Field(() => String, { description: 'The text just after, at most 32 code units.' })
  readonly suffix!: string;

  @Field(() => Int, { description: 'Offset of the first code unit.' })
  readonly start!: number;

  @Field(() => Int, { description: 'Offset after the last code unit.' })
  readonly end!: number;
}

@ObjectType('TextPosition', {
  description: 'W3C Web Annotation TextPositionSelector: offsets count UTF-16 code units, end exclusive.',
})
export class TextPositionType {
  @Field(() => Int, { description: 'Offset of the first code unit.' })
  readonly start!: number;

  @Field(() => Int, { description: 'Offset after the last code unit.' })
  readonly end!: number;
}

@ObjectType('Citation', {
  implements: () => [Node],
  description:
    'Who said it, where, when, in which words. The quote was found in the stored text when this was written.',
})
export class CitationType extends Node {
  readonly __typename!: 'Citation';
  readonly localId!: string;
  readonly storyId!: string;
  readonly claimId!: string;
  readonly sourceId!: string;
  readonly snapshotId!: string;
  readonly claimantId!: string | null;
  readonly createdById!: string;
  /** What came with its row, where it was read with a list. */
  readonly carried?: Carried | undefined;

  @Field(() => QuoteType, { description: 'The words that make the claim.' })
  readonly quote!: QuoteType;

  @Field(() => AnchorState, { description: "Where the quote stands in the source's newest text." })
  readonly anchor!: AnchorState;

  @Field(() => TextPositionType, {
    nullable: true,
    description: "Where the words stand in the source's newest text; null where they stand nowhere that can be told.",
  })
  readonly currentPosition!: TextPositionType | null;

  @Field(() => CertaintyEnum, { description: "How sure whoever says it is, by the source's own hedges." })
  readonly certainty!: CertaintyEnum;

  @Field(() => EdtfScalar, {
    nullable: true,
    description: "When the claimant said it; the source's date where that is not known.",
  })
  readonly saidOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written here.' })
  readonly createdAt!: Date;
}

export const CitationConnection = Connection<CitationType>(() => CitationType, 'Citation');
