import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { Metrics } from '../platform/metrics/metrics';

/** Maximum count, so that reading the metric stays fast with many pending deliveries. */
const MAX_COUNTED = 100_000;

const PENDING = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM webhook_deliveries AS delivery JOIN webhooks AS webhook ON webhook.id = webhook_id
    WHERE delivery.state = 'pending' AND webhook.state <> 'off' LIMIT ${MAX_COUNTED}) AS pending`;

/** The metrics of webhooks. */
@Injectable()
export class WebhookMetrics {
  constructor(metrics: Metrics, transactions: Transactions) {
    metrics.gauge({
      name: 'docket_webhook_pending',
      help: `Deliveries that wait for their first or next try, of all webhooks that are on, up to ${MAX_COUNTED}.`,
      read: async () => {
        const [row] = await transactions.statement((manager) => manager.query<{ count: number }[]>(PENDING));
        return row?.count;
      },
    });
  }
}
