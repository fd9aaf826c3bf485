import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';
import { Dispatcher } from './dispatcher';
import { DueDeliveries, type DueDelivery, type FailedWebhook, type Outcome } from './due-deliveries';
import { delayAfter } from './retry-schedule';
import { type Attempt, WebhookRequest } from './webhook-request';
import { WebhookSecrets } from './webhook-secrets';

/** Minimum time between two looks at the feed, in milliseconds: many changes at once cost one. */
const INTERVAL_MS = 200;

/** Time until the next look for events that an older transaction holds back, in milliseconds: its end rings no bell. */
const UNSETTLED_MS = 1000;

/** Deliveries that a process sends at the same time. */
const AT_ONCE = 20;

/** The receiver wants nothing more (RFC 9110, 15.5.11). */
const GONE = 410;

/** Delivers ticket events to the webhooks, in the background. Every process does, and none sends what another one is sending. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly stopping = new AbortController();
  private readonly sending = new Set<Promise<void>>();
  private reads?: RepeatedRead;

  constructor(
    private readonly bell: ChangeBell,
    private readonly dispatcher: Dispatcher,
    private readonly due: DueDeliveries,
    private readonly requests: WebhookRequest,
    private readonly secrets: WebhookSecrets,
  ) {}

  onApplicationBootstrap(): void {
    this.reads = new RepeatedRead(this.bell, { name: 'webhooks', intervalMs: INTERVAL_MS, read: () => this.pass() });
  }

  /** Tries that are running end, and count as not made. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.reads?.stop();
    await this.reads?.idle();
    await Promise.all(this.sending);
  }

  /** Looks for something to send soon. Call it after the commit. */
  wake(): void {
    this.reads?.wake();
  }

  /** @returns the time until the next pass, in milliseconds */
  private async pass(): Promise<number> {
    try {
      return await this.sendDue();
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.warn(`Webhooks wait for the database: ${String(error)}`);
      return this.bell.pollMs;
    }
  }

  private async sendDue(): Promise<number> {
    const left = await this.dispatcher.dispatch(this.stopping.signal);
    if (left === 'nothing') return this.bell.pollMs;
    if (!this.secrets.isAvailable) {
      this.logger.warn('Deliveries of webhooks wait: SECRET_KEY is not set, so nothing can sign them');
      return this.bell.pollMs;
    }
    const free = AT_ONCE - this.sending.size;
    const deliveries = free > 0 && !this.stopping.signal.aborted ? await this.due.claim(free) : [];
    for (const delivery of deliveries) this.start(delivery);
    if (left === 'more') return 0;
    const seconds = await this.due.secondsUntilNext();
    const pauseMs = left === 'unsettled' ? UNSETTLED_MS : this.bell.pollMs;
    return Math.min(pauseMs, (seconds ?? Infinity) * 1000);
  }

  private start(delivery: DueDelivery): void {
    const sending = this.send(delivery)
      .catch((error: unknown) => this.logger.warn(`A delivery failed here, and is tried again: ${String(error)}`))
      .finally(() => {
        this.sending.delete(sending);
        this.wake(); // there is room for another one
      });
    this.sending.add(sending);
  }

  private async send(delivery: DueDelivery): Promise<void> {
    const { id, body, url, webhook_id, tries } = delivery;
    const at = new Date();
    const signed = { id: webhook_id, secret_no: delivery.secret_no, rotated_at: delivery.rotated_at };
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Docket-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': this.secrets.sign(signed, id, at, body),
    };
    const attempt = await this.requests.send(new URL(url), headers, body, this.stopping.signal);
    if (attempt.status === undefined && this.stopping.signal.aborted) return this.due.release(delivery);
    const failed = await this.due.finish(delivery, attempt, outcomeOf(attempt, tries));
    if (failed) this.logger.warn(`Webhook ${webhook_id} ${stateText(failed)}`);
  }
}

function outcomeOf({ status = 0, retryAfterMs }: Attempt, tries: number): Outcome {
  if (status >= 200 && status < 300) return { state: 'sent', isGone: false };
  const isGone = status === GONE;
  const delayMs = isGone ? undefined : delayAfter(tries, retryAfterMs);
  return delayMs === undefined ? { state: 'dead', isGone } : { state: 'pending', delayMs, isGone };
}

function stateText({ state, off_reason }: FailedWebhook): string {
  if (off_reason === 'gone') return 'is off: its receiver answered 410';
  if (off_reason === 'failing') return 'is off: no delivery has succeeded for 5 days';
  return state === 'failing' ? 'has been failing for 6 hours' : 'has failed';
}
