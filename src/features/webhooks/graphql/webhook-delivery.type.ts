import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { WebhookDeliveryState, WebhookEventKind } from './webhook-event-kind.js';

@ObjectType('WebhookDelivery', {
  implements: () => [Node],
  description:
    'One event for one webhook, as the log has it until some days after. Its id is not the header webhook-id: that is messageId.',
})
export class WebhookDeliveryType extends Node {
  readonly __typename!: 'WebhookDelivery';
  readonly localId!: string;
  readonly webhookId!: string;
  readonly storyId!: string | null;
  readonly actorId!: string | null;

  @Field(() => String, { description: 'The header webhook-id: the same in every attempt.' })
  readonly messageId!: string;

  @Field(() => WebhookEventKind, { description: 'What happened.' })
  readonly kind!: WebhookEventKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of what it happened to, by which node finds it; null for a ping.',
  })
  readonly objectId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly occurredAt!: Date;

  @Field(() => WebhookDeliveryState, { description: 'How far it has come.' })
  readonly state!: WebhookDeliveryState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered or given up.' })
  readonly settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was given up; null where it was not.' })
  readonly reason!: string | null;
}

@ObjectType('WebhookAttempt', { description: 'One try to deliver.' })
export class WebhookAttemptType {
  @Field(() => Int, { description: 'Counts from 1, and goes on where a delivery is tried anew.' })
  readonly number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  readonly startedAt!: Date;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  readonly duration!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null where none came.' })
  readonly status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; null where it did not.' })
  readonly error!: string | null;

  @Field(() => String, { nullable: true, description: 'How the body of the answer begins; null where it was empty.' })
  readonly response!: string | null;
}

export const WebhookDeliveryConnection = Connection<WebhookDeliveryType>(() => WebhookDeliveryType, 'WebhookDelivery');
export const WebhookAttemptConnection = Connection<WebhookAttemptType>(() => WebhookAttemptType, 'WebhookAttempt');
