import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { avatarColour } from '../avatar-colour';
import { initialsOf } from '../initials';

/** Initials of a person, in a constant colour. Decorative: the name is next to it. */
@Component({
  selector: 'docket-avatar',
  template: `{{ initials() }}`,
  host: {
    'aria-hidden': 'true',
    '[style.background]': `colour() && 'var(--docket-avatar-' + colour() + '-surface)'`,
    '[style.color]': `colour() && 'var(--docket-avatar-' + colour() + ')'`,
  },
  styles: `
    :host {
      display: grid;
      flex: none;
      place-items: center;
      width: 2rem;
      height: 2rem;
      border-radius: 50%;
      background: var(--mat-sys-surface-variant);
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.75rem;
      font-weight: 600;
      line-height: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  /** Id of an active user. Other avatars are grey. */
  readonly userId = input<number>();
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly colour = computed(() => avatarColour(this.userId()));
}
