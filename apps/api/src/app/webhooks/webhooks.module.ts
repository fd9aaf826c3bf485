import { Module } from '@nestjs/common';
import { WebhooksController } from './api/webhooks.controller';
import { DeliveriesService } from './deliveries.service';
import { Dispatcher } from './delivery/dispatcher';
import { DueDeliveries } from './delivery/due-deliveries';
import { WebhookRequest } from './delivery/webhook-request';
import { WebhookSecrets } from './delivery/webhook-secrets';
import { WebhookSender } from './delivery/webhook-sender';
import { WebhookMetrics } from './webhook-metrics';
import { WebhookRetention } from './webhook-retention';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [WebhooksController],
  providers: [
    DeliveriesService,
    Dispatcher,
    DueDeliveries,
    WebhookMetrics,
    WebhookRequest,
    WebhookRetention,
    WebhookSecrets,
    WebhookSender,
    WebhooksService,
  ],
})
export class WebhooksModule {}
