import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Delivery } from '@docket/web/people/data/webhooks';
import { AgeText, Icon } from '@docket/web/ui';
import { DeliveryStateText } from '../webhooks/delivery-state-text';
import { DeliveryTypeNamePipe } from '../webhooks/delivery-type-name-pipe';
import { LogTimePipe } from '../webhooks/log-time-pipe';
import { DeliveryDetails } from './delivery-details';

/** A delivery in a webhook's log. Its details open below it. */
@Component({
  selector: 'docket-delivery-row',
  imports: [AgeText, DeliveryDetails, DeliveryStateText, DeliveryTypeNamePipe, Icon, LogTimePipe, RouterLink],
  templateUrl: './delivery-row.html',
  styleUrl: './delivery-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryRow {
  readonly delivery = input.required<Delivery>();
  readonly webhookId = input.required<number>();
  /** Whether the webhook is off. */
  readonly isOff = input(false);
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Emits after the delivery was sent again. */
  readonly sentAgain = output();
  /** The delivery after it was sent again, until the log has loaded. */
  protected readonly current = linkedSignal(() => this.delivery());
  protected readonly isOpen = signal(false);
  protected readonly detailsId = computed(() => `delivery-${this.delivery().id}`);
  /** Time of the next attempt. Undefined if it is already due, or if there is none. */
  protected readonly nextAt = computed(() => {
    const { next_at } = this.current();
    return next_at && !this.isOff() && Date.parse(next_at) > this.now() ? next_at : undefined;
  });

  protected show(delivery: Delivery): void {
    this.current.set(delivery);
    this.sentAgain.emit();
  }
}
