import { registerEnumType } from '@nestjs/graphql';

export enum WebhookEventKind {
  CLAIM_CREATED = 'CLAIM_CREATED',
  CLAIM_STATUS_CHANGED = 'CLAIM_STATUS_CHANGED',
  CLAIM_CHANGED = 'CLAIM_CHANGED',
  CONTRADICTION_RAISED = 'CONTRADICTION_RAISED',
  CONTRADICTION_SETTLED = 'CONTRADICTION_SETTLED',
  CONTRADICTION_CHANGED = 'CONTRADICTION_CHANGED',
  IMPORT_ENDED = 'IMPORT_ENDED',
  PING = 'PING',
}

registerEnumType(WebhookEventKind, {
  name: 'WebhookEventKind',
  description:
    'What a webhook is told of. One event tells all that one transaction did to an object, by the first kind below that fits.',
  valuesMap: {
    CLAIM_CREATED: { description: 'A claim was made.' },
    CLAIM_STATUS_CHANGED: { description: 'A claim was submitted, published, retracted or the like.' },
    CLAIM_CHANGED: { description: 'Something else of a claim changed: its value, its rank, its citations.' },
    CONTRADICTION_RAISED: { description: 'A contradiction was found, or stands again.' },
    CONTRADICTION_SETTLED: { description: 'A contradiction was resolved or dismissed, or has lapsed.' },
    CONTRADICTION_CHANGED: { description: 'Something else of a contradiction changed.' },
    IMPORT_ENDED: { description: 'An import of many lines has dealt with the last one. It belongs to no story.' },
    PING: { description: 'Somebody tries the webhook out. Every webhook is told.' },
  },
});

export enum WebhookDeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  DEAD = 'DEAD',
}

registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'How far a delivery has come.',
  valuesMap: {
    WAITING: { description: 'It has not been tried, or is going to be tried again.' },
    DELIVERED: { description: 'The receiver has answered with a status of 200 to 299.' },
    DEAD: { description: 'It was given up, until somebody has it tried anew.' },
  },
});
