import { DestroyRef, inject, signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type Attempt, DeliveriesApi, type Delivery } from '@docket/web/people/data/webhooks';
import { isStepUpRequired } from '../step-up/step-up';

/** Polling interval of the log, in ms. */
const INTERVAL_MS = 700;
/** Maximum wait for the outcome, in ms. An attempt takes at most 15 s. */
const TIMEOUT_MS = 20_000;

/** Outcome of a delivery. */
export interface SendResult {
  readonly delivery: Delivery;
  /** The attempt. Absent if there was none in time. */
  readonly attempt?: Attempt;
}

/** Sends a delivery and waits until the log has its outcome. Create in an injection context; its destruction ends the wait. */
export class SentDelivery {
  private readonly api = inject(DeliveriesApi);
  private readonly sending = signal(false);
  private readonly outcome = signal<SendResult | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);
  private isDestroyed = false;
  readonly isSending = this.sending.asReadonly();
  readonly result = this.outcome.asReadonly();
  /** Reason why nothing was sent, or why the outcome is unknown. */
  readonly problem = this.failure.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isDestroyed = true));
  }

  /** Sends a delivery. Does nothing while one is being sent. */
  async send(webhookId: number, start: () => Promise<Delivery>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.outcome.set(undefined);
    this.failure.set(undefined);
    try {
      this.outcome.set(await this.waitForOutcome(webhookId, await start()));
    } catch (error) {
      if (!isStepUpRequired(error)) this.failure.set(toProblem(error));
    } finally {
      this.sending.set(false);
    }
  }

  private async waitForOutcome(webhookId: number, started: Delivery): Promise<SendResult> {
    const deadline = Date.now() + TIMEOUT_MS;
    let delivery = started;
    while (!this.isDestroyed && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
      if (this.isDestroyed) break;
      delivery = await this.api.read(webhookId, started.id);
      const [attempt] = delivery.attempts;
      if (attempt && attempt.at !== started.attempts[0]?.at) return { delivery, attempt };
    }
    return { delivery };
  }
}
