import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar, JsonScalar } from '../../../graphql/scalars/index.js';
import { Role } from '../../auth/index.js';

@ObjectType('AuditEvent', {
  implements: () => [Node],
  description:
    'One change to one object, as it was recorded in the transaction that made it. Never changed or removed; the hash shows whether that has been kept to. For administrators.',
})
export class AuditEventType extends Node {
  readonly __typename!: 'AuditEvent';
  readonly localId!: string;
  readonly storyId!: string | null;
  readonly actorId!: string;

  @Field(() => Int, { description: 'Its place among all events: 1, 2, 3 without gaps, in the order of their commits.' })
  readonly entry!: number;

  @Field(() => String, {
    description:
      'SHA-256 in hex of the event and of the hash before it. Noted elsewhere, it proves this event and all before it.',
  })
  readonly hash!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly createdAt!: Date;

  @Field(() => Role, { description: 'The role in which the actor did it, which may have changed since.' })
  readonly role!: Role;

  @Field(() => String, { description: 'What was done: the mutation’s name.' })
  readonly action!: string;

  @Field(() => String, { description: 'The type of what it was done to.' })
  readonly objectType!: string;

  @Field(() => ID, { nullable: true, description: 'The id of what it was done to, by which node finds it.' })
  readonly objectId!: string | null;

  @Field(() => String, { description: 'The id of the request, which is in the service’s log, too.' })
  readonly requestId!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What changed, before; null where it was made.' })
  readonly before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What changed, after; null where it was removed.' })
  readonly after!: unknown;
}

export const AuditEventConnection = Connection<AuditEventType>(() => AuditEventType, 'AuditEvent');
