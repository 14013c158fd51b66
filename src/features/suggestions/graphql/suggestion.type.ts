import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar, EdtfScalar } from '../../../graphql/scalars/index.js';
import { CertaintyEnum, PolarityEnum, QuoteType } from '../../claims/index.js';
import type { NamedScopeTerm, NamedValue } from '../suggested.js';
import { SuggestionPart, SuggestionReader, SuggestionStatus } from './suggestion.enums.js';

@ObjectType('UnlistedScopeTerm', {
  description: 'A narrowing by a concept that the text names and the vocabulary does not have.',
})
export class UnlistedScopeTermType {
  @Field(() => String, { description: 'The dimension.' })
  readonly dimension!: string;

  @Field(() => String, { description: 'What the text calls it.' })
  readonly text!: string;

  @Field(() => String, { description: 'Key of the scheme that it would be added to.' })
  readonly scheme!: string;
}

@ObjectType('ClaimSuggestion', {
  implements: () => [Node],
  description:
    'A claim read from text, waiting for a person to accept or reject it. Never stored as a claim by itself. One that suggestClaims gives is not stored at all, and its id finds nothing.',
})
export class ClaimSuggestionType extends Node {
  readonly __typename!: 'ClaimSuggestion';
  readonly localId!: string;
  readonly storyId!: string;
  /** Null for one of bare text. */
  readonly sourceId!: string | null;
  readonly propertyKey!: string;
  readonly named!: { readonly value: NamedValue; readonly scope: readonly NamedScopeTerm[] };
  readonly claimId!: string | null;
  readonly decidedById!: string | null;

  @Field(() => QuoteType, { description: 'The words that make it.' })
  readonly quote!: QuoteType;

  @Field(() => String, { nullable: true, description: 'What of the text’s words may name the subject: the crash.' })
  readonly subjectLabel!: string | null;

  @Field(() => PolarityEnum, { description: 'Whether it says that it is so, or that it is not.' })
  readonly polarity!: PolarityEnum;

  @Field(() => String, {
    nullable: true,
    description: 'Who is quoted or cited, in the text’s words; null where the text speaks in its own voice.',
  })
  readonly claimantName!: string | null;

  @Field(() => CertaintyEnum, { description: 'How sure whoever says it is, by the text’s own hedges.' })
  readonly certainty!: CertaintyEnum;

  @Field(() => EdtfScalar, {
    nullable: true,
    description: 'When it was said: the day that the text names, else that of its publication.',
  })
  readonly saidOn!: string | null;

  @Field(() => String, { description: 'What it claims, in a few words.' })
  readonly statement!: string;

  @Field(() => Float, { description: 'How sure the reading is, not the source: from 0 to 1.' })
  readonly confidence!: number;

  @Field(() => SuggestionReader, { description: 'What read it from the text.' })
  readonly reader!: SuggestionReader;

  @Field(() => SuggestionStatus, { description: 'What has become of it.' })
  readonly status!: SuggestionStatus;

  @Field(() => Int, { description: 'Goes up when it is read otherwise than before, and when it is decided on.' })
  readonly version!: number;

  @Field(() => [SuggestionPart], { description: 'What was corrected when it was accepted.' })
  readonly corrected!: readonly SuggestionPart[];

  @Field(() => String, { nullable: true, description: 'Why it was rejected, where that was said.' })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided on.' })
  readonly decidedAt!: Date | null;
}

export const ClaimSuggestionConnection = Connection<ClaimSuggestionType>(() => ClaimSuggestionType, 'ClaimSuggestion');

@ObjectType('SuggestionOutcomes', {
  description: 'How the suggestions of one property have fared in a story.',
})
export class SuggestionOutcomesType {
  @Field(() => String, { description: 'Key of the property that was suggested.' })
  readonly property!: string;

  @Field(() => Int, { description: 'Waiting for a decision.' })
  readonly pending!: number;

  @Field(() => Int, { description: 'Accepted as they were.' })
  readonly accepted!: number;

  @Field(() => Int, { description: 'Accepted with corrections.' })
  readonly corrected!: number;

  @Field(() => Int, { description: 'Rejected.' })
  readonly rejected!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of those decided that were accepted as they were; null while none is decided.',
  })
  readonly precision!: number | null;
}
