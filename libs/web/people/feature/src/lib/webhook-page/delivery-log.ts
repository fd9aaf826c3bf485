import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { DELIVERY_STATES, type DeliveryState } from '@docket/domain';
import { lastFailure, lastValue, readLinkParameter, reloadAfterChange, toProblem } from '@docket/web/http';
import { DeliveriesApi, type LogPage } from '@docket/web/people/data/webhooks';
import { EmptyState, ErrorState, tickingNow } from '@docket/web/ui';
import { RefreshButton, StaleNotice } from '@docket/web/ui/refresh';
import { DeliveryRow } from './delivery-row';

/** The log of a webhook: its deliveries, newest first, by state. */
@Component({
  selector: 'docket-delivery-log',
  imports: [DeliveryRow, EmptyState, ErrorState, MatButton, RefreshButton, RouterLink, StaleNotice],
  templateUrl: './delivery-log.html',
  styleUrl: './delivery-log.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryLog {
  readonly webhookId = input.required<number>();
  /** Whether the webhook is off. */
  readonly isOff = input(false);
  /** Only deliveries in this state. */
  readonly state = input<DeliveryState>();
  /** Cursor of the page; undefined for the first page. */
  readonly before = input<string>();
  /** Emits when the webhook may have changed, too. */
  readonly reloaded = output();
  protected readonly now = tickingNow();
  protected readonly states = DELIVERY_STATES;
  private readonly logPage = computed<LogPage>(() => {
    const [webhookId, state, before] = [this.webhookId(), this.state(), this.before()];
    return { webhookId, ...(state && { state }), ...(before && { before }) };
  });
  private readonly resource = inject(DeliveriesApi).deliveriesResource(this.logPage);
  private readonly reloadLog = reloadAfterChange(this.resource);
  protected readonly isLoading = this.resource.isLoading;
  private readonly latest = computed(() =>
    this.resource.status() === 'resolved' && this.resource.hasValue()
      ? {
          deliveries: this.resource.value(),
          next: readLinkParameter(this.resource.headers(), 'next', 'before'),
          loadedAt: Date.now(),
        }
      : undefined,
  );
  /** The last page, until the next one has loaded. */
  protected readonly page = lastValue(this.latest);
  private readonly problem = computed(() => (this.resource.error() ? toProblem(this.resource.error()) : undefined));
  protected readonly failure = lastFailure(this.problem, this.isLoading);

  /** Reloads the log. */
  reload(): void {
    this.reloadLog();
  }

  /** Reloads the log and the webhook. */
  protected refresh(): void {
    this.reloadLog();
    this.reloaded.emit();
  }
}
