import { Field, ObjectType } from '@nestjs/graphql';
import type { StoryKey } from '../../../platform/database/index.js';
import type { ScopeTerm } from '../../../domain/claim/claim.js';
import { QuantityValueType } from './claim-value.types.js';

@ObjectType('DerivedPosition', {
  description:
    'What the answers to other questions about the subject imply for this one by the identities of the vocabulary: survivors 29 from 67 aboard and 38 killed. Derived, not claimed: no source need have said it, and what is answered to the question itself plays no part in it.',
})
export class DerivedPositionType {
  readonly scopeTerms!: readonly ScopeTerm[];
  readonly claimKeys!: readonly StoryKey[];
  readonly identityIds!: readonly string[];

  @Field(() => QuantityValueType, {
    description: "The tightest bounds that follow, in the property's own unit: 29, up to 32, at least 20.",
  })
  readonly value!: QuantityValueType;

  @Field(() => String, { description: 'For readers: how it follows, from whose figures, and why.' })
  readonly explanation!: string;
}
