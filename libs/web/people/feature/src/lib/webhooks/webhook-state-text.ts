import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Webhook } from '@docket/web/people/data/webhooks';
import { Icon } from '@docket/web/ui';
import { LogTimePipe } from './log-time-pipe';

/** State of a webhook, with an icon and the reason. */
@Component({
  selector: 'docket-webhook-state-text',
  imports: [Icon, LogTimePipe],
  template: `
    @switch (state()) {
      @case ('on') {
        <docket-icon name="check" [size]="18" /> On
      }
      @case ('failing') {
        <docket-icon name="warning" [size]="18" />
        @if (webhook().failing_since; as since) {
          <span>Failing since {{ since | docketLogTime }}</span>
        } @else {
          Failing
        }
      }
      @case ('off') {
        <docket-icon name="close" [size]="18" />
        @switch (webhook().off_reason) {
          @case ('gone') {
            <span>Off: the receiver answered 410</span>
          }
          @case ('failing') {
            <span>Off: nothing was delivered for 5 days</span>
          }
          @default {
            Off
          }
        }
      }
    }
  `,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      color: var(--mat-sys-on-surface-variant);
    }

    :host(.on) {
      color: var(--docket-status-resolved);
    }

    :host(.failing) {
      color: var(--docket-priority-high);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookStateText {
  readonly webhook = input.required<Webhook>();
  /** Failing from the first failure on. The API reports `failing` only after hours of failures. */
  protected readonly state = computed(() => {
    const { state, failing_since } = this.webhook();
    return state === 'on' && failing_since ? 'failing' : state;
  });
}
