import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { surenessOf } from '@docket/domain';
import type { CalibrationBin } from '@docket/web/tickets/data';
import { SURENESS_TEXTS } from './suggestion-reason';

/** A button that shows the accuracy of the desk's own model at this confidence. Works with mouse, keyboard and touch. */
@Component({
  selector: 'docket-how-often-right',
  template: `
    <button
      type="button"
      [attr.aria-expanded]="isOpen()"
      (blur)="isOpen.set(false)"
      (click)="isOpen.set(!isOpen())"
      (keydown.escape)="close($event)"
    >
      How often is it right?
    </button>
    <span role="status">
      @if (isOpen()) {
        <span class="bubble">{{ text() }}</span>
      }
    </span>
  `,
  styleUrl: './how-often-right.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HowOftenRight {
  readonly calibration = input.required<CalibrationBin>();
  protected readonly isOpen = signal(false);
  protected readonly text = computed(() => {
    const { from, right, n } = this.calibration();
    const ofHundred = Math.round((100 * right) / n);
    return `When it said “${SURENESS_TEXTS[surenessOf(from)]}”, it was right in ${ofHundred} of 100 tickets (n\u00a0=\u00a0${n}).`;
  });

  protected close(event: Event): void {
    if (!this.isOpen()) return;
    event.preventDefault(); // otherwise, Escape would also leave the form
    this.isOpen.set(false);
  }
}
