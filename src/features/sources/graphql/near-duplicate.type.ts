import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';

@ObjectType('NearDuplicate', {
  description: 'A source whose text is the same as another’s, or carries it, or is carried by it.',
})
export class NearDuplicateType {
  readonly storyId!: string;
  readonly otherId!: string;

  @Field(() => Float, {
    description: 'Runs of four words (eight letters in scripts without spaces) in both, as a share of those in either.',
  })
  readonly similarity!: number;

  @Field(() => Float, { description: 'The share of the text asked about that this source has.' })
  readonly contained!: number;
}

export const NearDuplicateConnection = Connection<NearDuplicateType>(() => NearDuplicateType, 'NearDuplicate');
