import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { User } from '@docket/web/people/data/users';
import { Icon } from '@docket/web/ui';
import { PEOPLE_ICONS } from '../people-icons';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** State of a user, with an icon. For an invited person, also the remaining time of the invitation. */
@Component({
  selector: 'docket-user-state-text',
  imports: [Icon],
  template: `
    @switch (state()) {
      @case ('active') {
        <docket-icon name="check" [size]="18" /> Active
      }
      @case ('invited') {
        <docket-icon [path]="icons.mail" [size]="18" />
        <span>
          @if (hoursLeft() > 1) {
            Invited, {{ hoursLeft() }} h left
          } @else {
            Invited, less than 1 h left
          }
        </span>
      }
      @case ('no-link') {
        <docket-icon [path]="icons.mail" [size]="18" /> Invited, no link
      }
      @case ('expired') {
        <docket-icon [path]="icons.schedule" [size]="18" /> Invitation expired
      }
      @case ('deactivated') {
        <docket-icon name="close" [size]="18" /> Deactivated
      }
    }
  `,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      vertical-align: middle;
      color: var(--mat-sys-on-surface-variant);
    }

    :host(.active) {
      color: var(--docket-status-resolved);
    }

    :host(.expired) {
      color: var(--docket-priority-high);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserStateText {
  readonly user = input.required<User>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  protected readonly icons = PEOPLE_ICONS;
  private readonly timeLeft = computed(() => Date.parse(this.user().invitation_expires_at ?? '') - this.now());
  /** Remaining hours, rounded up. Allows for a minute by which the page's clock is late. */
  protected readonly hoursLeft = computed(() => Math.ceil((this.timeLeft() - MINUTE) / HOUR));
  protected readonly state = computed(() => {
    const { state, invitation_expires_at } = this.user();
    if (state !== 'invited') return state;
    if (!invitation_expires_at) return 'no-link';
    return this.timeLeft() > 0 ? 'invited' : 'expired';
  });
}
