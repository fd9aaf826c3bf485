import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { tooFew } from '../texts/percent';

/** A hollow dot and "too few (n = 18)", in place of a figure. */
@Component({
  selector: 'docket-too-few',
  template: `
    @if (n() > 0) {
      <span class="dot"></span>
    }
    {{ text() }}
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      color: var(--mat-sys-on-surface-variant);
      white-space: nowrap;
    }

    .dot {
      flex: none;
      width: 0.6875rem;
      height: 0.6875rem;
      border: 1.5px dashed var(--mat-sys-primary);
      border-radius: 50%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TooFew {
  readonly n = input.required<number>();
  protected readonly text = computed(() => tooFew(this.n()));
}
