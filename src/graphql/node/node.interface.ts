import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { NodeType } from './node-type.js';

/** What every value behind `Node` carries, so that its GraphQL type is known without looking at its class. */
export interface TypeTagged {
  readonly __typename: NodeType;
}

/** The Relay interface. Values are plain objects tagged with `__typename`. */
@InterfaceType('Node', {
  description: 'An object with a global id, which `node` and `nodes` find again.',
  resolveType: (value: TypeTagged) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id: opaque, unique over all types, and stable for the life of the object.' })
  readonly id!: string;
}
