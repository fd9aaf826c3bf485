import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { DeliveryState } from '@docket/domain';
import { Icon } from '@docket/web/ui';
import { PEOPLE_ICONS } from '../people-icons';

/** The state of a delivery, with a symbol. */
@Component({
  selector: 'docket-delivery-state-text',
  imports: [Icon],
  template: `
    @switch (state()) {
      @case ('sent') {
        <docket-icon name="check" [size]="18" /> Delivered
      }
      @case ('pending') {
        <docket-icon [path]="waiting" [size]="18" /> Waiting
      }
      @case ('dead') {
        <docket-icon name="error" [size]="18" /> Given up
      }
    }
  `,
  host: { '[class]': 'state()' },
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

    :host(.dead) {
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryStateText {
  readonly state = input.required<DeliveryState>();
  protected readonly waiting = PEOPLE_ICONS.schedule;
}
