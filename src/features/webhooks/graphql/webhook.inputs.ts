import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsProse, IsWords, MAX_LIST, MAX_NAME, MAX_PROSE } from '../../../graphql/validation/words.js';
import { WebhookDeliveryType } from './webhook-delivery.type.js';
import { WebhookDeliveryState, WebhookEventKind } from './webhook-event-kind.js';
import { WebhookType } from './webhook.type.js';

const ADDRESS =
  'Where events are sent to: a public https address. Others, http among them, only where the operator allows them (GAINSAY_WEBHOOK_ALLOW).';

@InputType({ description: 'An address that is to be told of what happens.' })
export class WebhookCreateInput {
  @Field(() => String, { description: `What administrators call it: at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => UrlScalar, { description: ADDRESS })
  @IsHttpUrl()
  readonly url!: string;

  @Field(() => [WebhookEventKind], { description: 'What it is told of: at least one kind.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LIST)
  @IsEnum(WebhookEventKind, { each: true })
  readonly kinds!: WebhookEventKind[];

  @Field(() => ID, {
    nullable: true,
    description: 'Only of what happens in this story. Absent: in any, and outside of all.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;
}

@InputType({ description: 'What to change of a webhook; what is absent stays.' })
export class WebhookUpdateInput {
  @Field(() => String, { nullable: true, description: `What administrators call it: at most ${MAX_NAME} characters.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: ADDRESS })
  @IsOptional()
  @IsHttpUrl()
  readonly url?: string | null;

  @Field(() => [WebhookEventKind], { nullable: true, description: 'What it is told of: at least one kind.' })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LIST)
  @IsEnum(WebhookEventKind, { each: true })
  readonly kinds?: WebhookEventKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is told nothing. What waits is given up then, and can be replayed once it is told again.',
  })
  @IsOptional()
  @IsBoolean()
  readonly disabled?: boolean | null;

  @Field(() => String, { nullable: true, description: `Why it is disabled: at most ${MAX_PROSE} characters.` })
  @IsOptional()
  @IsProse()
  @MaxLength(MAX_PROSE)
  readonly disabledReason?: string | null;
}

@ArgsType()
export class WebhookUpdateArgs {
  @Field(() => ID, { description: 'The webhook.' })
  @IsGlobalId()
  readonly id!: string;

  @Field(() => Int, { description: 'The version that the change was made on.' })
  @IsInt()
  readonly expectedVersion!: number;

  @Field(() => WebhookUpdateInput, { description: 'What to change.' })
  @ValidateNested()
  @Type(() => WebhookUpdateInput)
  readonly input!: WebhookUpdateInput;
}

@ArgsType()
export class WebhookDeliveryArgs extends ForwardArgs {
  @Field(() => WebhookDeliveryState, { nullable: true, description: 'Only those that have come so far.' })
  @IsOptional()
  @IsEnum(WebhookDeliveryState)
  readonly state?: WebhookDeliveryState | null;
}

@ObjectType({ description: 'A webhook with its secret, which is told this once.' })
export class NewWebhook {
  @Field(() => WebhookType, { description: 'The webhook.' })
  readonly webhook!: WebhookType;

  @Field(() => String, {
    description: 'What deliveries are signed with: whsec_ and base64, as libraries for Standard Webhooks take it.',
  })
  readonly secret!: string;
}

@ObjectType({ description: 'Outcome of making a webhook, or a new secret for one.' })
export class NewWebhookPayload {
  @Field(() => NewWebhook, { nullable: true, description: 'The webhook and its secret; null where it was refused.' })
  readonly newWebhook?: NewWebhook;

  @Field(() => [UserErrorType], { description: 'Why it was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of changing or deleting a webhook.' })
export class WebhookPayload {
  @Field(() => WebhookType, { nullable: true, description: 'The webhook; null where the change was refused.' })
  readonly webhook?: WebhookType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of having one delivery made.' })
export class WebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { nullable: true, description: 'The delivery; null where it was refused.' })
  readonly webhookDelivery?: WebhookDeliveryType;

  @Field(() => [UserErrorType], { description: 'Why it was refused; empty where it was not.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'What of a webhook is tried anew.' })
export class WebhookReplay {
  @Field(() => WebhookType, { description: 'The webhook.' })
  readonly webhook!: WebhookType;

  @Field(() => Int, { description: 'How many deliveries that had been given up are tried anew.' })
  readonly replayed!: number;
}

@ObjectType({ description: 'Outcome of having all that was given up tried anew.' })
export class WebhookReplayPayload {
  @Field(() => WebhookReplay, { nullable: true, description: 'What is tried anew; null where it was refused.' })
  readonly webhookReplay?: WebhookReplay;

  @Field(() => [UserErrorType], { description: 'Why it was refused; empty where it was not.' })
  readonly userErrors!: UserErrorType[];
}
