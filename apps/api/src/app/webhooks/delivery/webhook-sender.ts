import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';
import { Dispatcher } from './dispatcher';
import { DueDeliveries, type DueDelivery, type Outcome } from './due-deliveries';
import { delayAfter } from './retry-schedule';
import { traceParentOf } from './trace-parent';
import type { FailedWebhook } from './webhook-health';
import { WebhookNotices } from './webhook-notices';
import { type Attempt, WebhookRequest } from './webhook-request';
import { WebhookSecrets } from './webhook-secrets';

/** Minimum time between two reads of the feed, in milliseconds, so that a burst of changes costs one read. */
const INTERVAL_MS = 200;

/** Time until the next read while a running transaction delays events, in milliseconds. The bell does not ring when it ends. */
const UNSETTLED_MS = 1000;

/** Maximum number of concurrent deliveries of a process. */
const AT_ONCE = 20;

/** Time between two warnings about a missing SECRET_KEY, in milliseconds. */
const WARNING_INTERVAL_MS = 60 * 60_000;

/** The receiver refuses further deliveries (RFC 9110, 15.5.11). */
const GONE = 410;

/** Delivers ticket events to webhooks in the background. All processes share the work; each delivery is sent by one of them. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly stopping = new AbortController();
  private readonly sending = new Set<Promise<void>>();
  private reads?: RepeatedRead;
  private warnedAt = -Infinity;

  constructor(
    private readonly bell: ChangeBell,
    private readonly dispatcher: Dispatcher,
    private readonly due: DueDeliveries,
    private readonly requests: WebhookRequest,
    private readonly secrets: WebhookSecrets,
    private readonly notices: WebhookNotices,
  ) {}

  onApplicationBootstrap(): void {
    this.reads = new RepeatedRead(this.bell, { name: 'webhooks', intervalMs: INTERVAL_MS, read: () => this.pass() });
  }

  /** Aborts running attempts, which then do not count. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.reads?.stop();
    await this.reads?.idle();
    await Promise.all(this.sending);
  }

  /** Starts a pass soon. Call it after the commit. */
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
      this.warnOfKey();
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

  /** Warns at most once an hour: a busy desk has several passes a second. */
  private warnOfKey(): void {
    if (Date.now() - this.warnedAt < WARNING_INTERVAL_MS) return;
    this.warnedAt = Date.now();
    this.logger.warn('Deliveries of webhooks wait: SECRET_KEY is not set, so nothing can sign them');
  }

  private start(delivery: DueDelivery): void {
    const sending = this.send(delivery)
      .catch((error: unknown) => this.logger.warn(`A delivery failed here, and is tried again: ${String(error)}`))
      .finally(() => {
        this.sending.delete(sending);
        this.wake(); // a slot is free again
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
      traceparent: traceParentOf(id),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': this.secrets.sign(signed, id, at, body),
    };
    const attempt = await this.requests.send(new URL(url), headers, body, this.stopping.signal);
    if (attempt.status === undefined && this.stopping.signal.aborted) return this.due.release(delivery);
    const failed = await this.due.finish(delivery, attempt, outcomeOf(attempt, tries));
    if (!failed) return;
    this.logger.warn(`Webhook ${webhook_id} ${stateText(failed)}`);
    this.notices.tell(failed, attempt);
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
