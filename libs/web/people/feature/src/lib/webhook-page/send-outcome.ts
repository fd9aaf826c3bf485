import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '@docket/web/ui';
import { LogTimePipe } from '../webhooks/log-time-pipe';
import { WebhookProblem } from '../webhooks/webhook-problem';
import { AttemptText } from './attempt-text';
import type { SentDelivery } from './sent-delivery';

/** Outcome of a delivery sent from this page. */
@Component({
  selector: 'docket-send-outcome',
  imports: [AttemptText, Icon, LogTimePipe, WebhookProblem],
  template: `
    <div role="status">
      @if (sent().isSending()) {
        <p>Waiting for the answer of the receiver…</p>
      } @else if (sent().result(); as result) {
        <p [class]="result.delivery.state">
          @if (result.attempt; as attempt) {
            <docket-icon [name]="isDelivered() ? 'check' : 'error'" [size]="18" />
            <span>
              @if (isDelivered()) {
                Delivered.
              } @else {
                Not delivered.
              }
              <docket-attempt-text [attempt]="attempt" />.
              @if (result.delivery.next_at; as next) {
                Next try: {{ next | docketLogTime }}.
              }
            </span>
          } @else {
            <span>There is no outcome yet. The log will have it.</span>
          }
        </p>
      }
    </div>
    @if (sent().problem(); as problem) {
      <docket-webhook-problem [problem]="problem" />
    }
  `,
  styles: `
    :host {
      display: block;
    }

    p {
      display: flex;
      gap: 0.5rem;
      margin: 0 0 0.75rem;
      padding: 0.625rem 0.75rem;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 0.5rem;
      background: var(--mat-sys-surface);
      overflow-wrap: anywhere;
    }

    span {
      min-width: 0;
    }

    docket-webhook-problem {
      margin-bottom: 0.75rem;
    }

    .sent docket-icon {
      color: var(--docket-status-resolved);
    }

    .pending docket-icon,
    .dead docket-icon {
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendOutcome {
  readonly sent = input.required<SentDelivery>();
  protected readonly isDelivered = computed(() => this.sent().result()?.delivery.state === 'sent');
}
