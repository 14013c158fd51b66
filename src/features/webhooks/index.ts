export { WebhookWorker } from './delivery/webhook-worker.js';
export { WebhookDeliveriesService } from './webhook-deliveries.service.js';
export { WebhooksModule } from './webhooks.module.js';
export { WebhooksService } from './webhooks.service.js';
