import { Module } from '@nestjs/common';
import { AdministratorMail, SecurityLog } from '../people';
import { DeliveriesController } from './api/deliveries.controller';
import { WebhooksController } from './api/webhooks.controller';
import { DeliveriesService } from './deliveries.service';
import { Dispatcher } from './delivery/dispatcher';
import { DueDeliveries } from './delivery/due-deliveries';
import { FutureDeliveries } from './delivery/future-deliveries';
import { WebhookHealth } from './delivery/webhook-health';
import { WebhookNotices } from './delivery/webhook-notices';
import { WebhookRequest } from './delivery/webhook-request';
import { WebhookSecrets } from './delivery/webhook-secrets';
import { WebhookSender } from './delivery/webhook-sender';
import { RemovedWebhooks } from './removed-webhooks';
import { WebhookAudit } from './webhook-audit';
import { WebhookMetrics } from './webhook-metrics';
import { WebhookRetention } from './webhook-retention';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    AdministratorMail,
    DeliveriesService,
    Dispatcher,
    DueDeliveries,
    FutureDeliveries,
    RemovedWebhooks,
    SecurityLog,
    WebhookAudit,
    WebhookHealth,
    WebhookMetrics,
    WebhookNotices,
    WebhookRequest,
    WebhookRetention,
    WebhookSecrets,
    WebhookSender,
    WebhooksService,
  ],
})
export class WebhooksModule {}
