import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';

@ObjectType('Identity', {
  implements: () => [Node],
  description:
    'That a whole is the sum of its parts, for one subject and at every scope: aboard = fatalities + survivors. Figures that cannot all hold by it contradict each other.',
})
export class IdentityType extends Node {
  readonly __typename!: 'Identity';
  readonly localId!: string;
  readonly wholeId!: string;
  readonly partIds!: readonly string[];

  @Field(() => String, { description: 'Stable name for programs.' })
  readonly key!: string;

  @Field(() => String, { description: 'Why it holds, as the end of a sentence: whoever was aboard died or survived.' })
  readonly label!: string;

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const IdentityConnection = Connection<IdentityType>(() => IdentityType, 'Identity');

@ObjectType('PropertyOrder', {
  implements: () => [Node],
  description:
    'That one time of a subject comes before another, or is the same: departure before crash. Times that cannot follow each other so contradict each other.',
})
export class PropertyOrderType extends Node {
  readonly __typename!: 'PropertyOrder';
  readonly localId!: string;
  readonly earlierId!: string;
  readonly laterId!: string;

  @Field(() => String, { description: 'Stable name for programs.' })
  readonly key!: string;
}

export const PropertyOrderConnection = Connection<PropertyOrderType>(() => PropertyOrderType, 'PropertyOrder');
