import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { StoriesModule } from '../stories/index.js';
import { DeliveryQueue } from './delivery/delivery-queue.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { WebhookAttemptsRepository } from './delivery/webhook-attempts.repository.js';
import { WebhookDisablingService } from './delivery/webhook-disabling.service.js';
import { WebhookOutboxRepository } from './delivery/webhook-outbox.repository.js';
import { WebhookRelayService } from './delivery/webhook-relay.service.js';
import { WebhookWakeService } from './delivery/webhook-wake.service.js';
import { WebhookWorker } from './delivery/webhook-worker.js';
import { WebhookAddressService } from './webhook-address.service.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookDeliveriesResolver } from './webhook-deliveries.resolver.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksResolver } from './webhooks.resolver.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [AuditModule, AuthModule, StoriesModule],
  providers: [
    DeliveryQueue,
    DeliveryService,
    WebhookAddressService,
    WebhookAttemptsRepository,
    WebhookDeliveriesRepository,
    WebhookDeliveriesResolver,
    WebhookDeliveriesService,
    WebhookDisablingService,
    WebhookOutboxRepository,
    WebhookRelayService,
    WebhookWakeService,
    WebhookWorker,
    WebhooksRepository,
    WebhooksResolver,
    WebhooksService,
  ],
  exports: [WebhookDeliveriesService, WebhookWorker, WebhooksService],
})
export class WebhooksModule {}
