import { DestroyRef, inject, signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type Attempt, DeliveriesApi, type Delivery } from '@docket/web/people/data/webhooks';
import { isStepUpRequired } from '../step-up/step-up';

/** Time between two looks at the log, in ms. */
const INTERVAL_MS = 700;
/** Time after which the page no longer waits, in ms. A try takes 15 s at most. */
const TIMEOUT_MS = 20_000;

/** What became of a delivery. */
export interface SendResult {
  readonly delivery: Delivery;
  /** The try. Absent if there was none in time. */
  readonly attempt?: Attempt;
}

/** Sends a delivery, and waits until the log has the outcome. Create it in an injection context, whose end ends the wait. */
export class SentDelivery {
  private readonly api = inject(DeliveriesApi);
  private readonly sending = signal(false);
  private readonly outcome = signal<SendResult | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);
  private isDestroyed = false;
  readonly isSending = this.sending.asReadonly();
  readonly result = this.outcome.asReadonly();
  /** Why nothing was sent, or why the outcome is not known. */
  readonly problem = this.failure.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isDestroyed = true));
  }

  /** Does nothing while a delivery is being sent. */
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
