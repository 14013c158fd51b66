import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar, UrlScalar } from '../../../graphql/scalars/index.js';
import { WebhookEventKind } from './webhook-event-kind.js';

@ObjectType('Webhook', {
  implements: () => [Node],
  description: 'An address that is told of what happens, by signed requests as docs/webhooks.md describes them.',
})
export class WebhookType extends Node {
  readonly __typename!: 'Webhook';
  readonly localId!: string;
  readonly storyId!: string | null;
  readonly createdById!: string;

  @Field(() => String, { description: 'What administrators call it.' })
  readonly name!: string;

  @Field(() => UrlScalar, { description: 'Where events are sent to.' })
  readonly url!: string;

  @Field(() => [WebhookEventKind], { description: 'What it is told of.' })
  readonly kinds!: WebhookEventKind[];

  @Field(() => Int, { description: 'Goes up with every change that an administrator makes.' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  readonly updatedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is told nothing; null while it is told.' })
  readonly disabledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is told nothing; null while it is told.' })
  readonly disabledReason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when every attempt has failed; null where the last one did not.',
  })
  readonly failingSince!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when deliveries are signed with the secret before the present one, too; null where they are not.',
  })
  readonly previousSecretUntil!: Date | null;
}

export const WebhookConnection = Connection<WebhookType>(() => WebhookType, 'Webhook');
