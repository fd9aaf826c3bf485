import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DeliveriesApi, type Delivery } from '@docket/web/people/data/webhooks';
import { LogTimePipe } from '../webhooks/log-time-pipe';
import { AttemptText } from './attempt-text';
import { readableJson } from './readable-json';
import { SendOutcome } from './send-outcome';
import { SentDelivery } from './sent-delivery';

/** Maximum number of attempts of a delivery that the API returns. */
const ATTEMPTS_SHOWN = 10;

/** Attempts and body of a delivery, and a button to send it again. */
@Component({
  selector: 'docket-delivery-details',
  imports: [AttemptText, LogTimePipe, MatButton, SendOutcome],
  templateUrl: './delivery-details.html',
  styleUrl: './delivery-details.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryDetails {
  private readonly api = inject(DeliveriesApi);
  readonly delivery = input.required<Delivery>();
  readonly webhookId = input.required<number>();
  /** Whether the webhook is off, so that nothing can be sent. */
  readonly isOff = input(false);
  /** Emits the delivery after it was sent again. */
  readonly sentAgain = output<Delivery>();
  protected readonly sent = new SentDelivery();
  protected readonly body = computed(() => readableJson(this.delivery().body));
  protected readonly hasMore = computed(() => this.delivery().attempts.length === ATTEMPTS_SHOWN);

  protected async sendAgain(): Promise<void> {
    await this.sent.send(this.webhookId(), () => this.api.redeliver(this.webhookId(), this.delivery().id));
    const result = this.sent.result();
    if (result) this.sentAgain.emit(result.delivery);
  }
}
