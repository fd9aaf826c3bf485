import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DeliveryState } from '@docket/domain';
import { Icon } from '@docket/web/ui';
import { PEOPLE_ICONS } from '../people-icons';

/** State of a delivery, with an icon. */
@Component({
  selector: 'docket-delivery-state-text',
  imports: [Icon],
  template: `
    @switch (shown()) {
      @case ('sent') {
        <docket-icon name="check" [size]="18" /> Delivered
      }
      @case ('pending') {
        <docket-icon [path]="waiting" [size]="18" /> Waiting
      }
      @case ('retrying') {
        <docket-icon name="warning" [size]="18" /> Trying again
      }
      @case ('dead') {
        <docket-icon name="error" [size]="18" /> Given up
      }
    }
  `,
  host: { '[class]': 'shown()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      white-space: nowrap;
      color: var(--mat-sys-on-surface-variant);
    }

    :host(.sent) {
      color: var(--docket-status-resolved);
    }

    :host(.retrying) {
      color: var(--docket-priority-high);
    }

    :host(.dead) {
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryStateText {
  readonly state = input.required<DeliveryState>();
  /** Number of attempts so far. All attempts of a pending delivery have failed. */
  readonly tries = input(0);
  protected readonly shown = computed(() =>
    this.state() === 'pending' && this.tries() > 0 ? 'retrying' : this.state(),
  );
  protected readonly waiting = PEOPLE_ICONS.schedule;
}
