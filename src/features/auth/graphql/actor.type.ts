import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Node } from '../../../graphql/node/index.js';
import { Role } from '../role.js';

/** Whoever acted: told apart by `__typename`. */
@InterfaceType('Actor', {
  implements: () => [Node],
  description: 'Whoever made a change: a person or a service.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Actor extends Node {
  readonly __typename!: 'User' | 'ServiceAccount';

  @Field(() => String, { description: 'Name to show.' })
  readonly name!: string;

  @Field(() => Role, { description: 'What the actor may do at most.' })
  readonly role!: Role;
}

@ObjectType('User', { implements: () => [Actor, Node], description: 'A person with an account.' })
export class UserType extends Actor {}

@ObjectType('ServiceAccount', {
  implements: () => [Actor, Node],
  description: 'An account that no person signs in with: an integration, or the service itself.',
})
export class ServiceAccountType extends Actor {}
