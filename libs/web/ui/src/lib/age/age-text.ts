import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { formatExactTime, toAge } from './age';

/** A short age. The tooltip and screen readers give the exact local time with its zone. */
@Component({
  selector: 'docket-age-text',
  templateUrl: './age-text.html',
  styles: ':host { white-space: nowrap; font-variant-numeric: tabular-nums; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgeText {
  /** RFC 3339. */
  readonly time = input.required<string>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** "3 h ago" instead of "3 h", for use in a sentence. */
  readonly ago = input(false, { transform: booleanAttribute });
  /** "Now" instead of "now" or "just now", for a separate cell. */
  readonly capital = input(false, { transform: booleanAttribute });
  protected readonly age = computed(() => toAge(this.time(), this.now()));
  protected readonly exact = computed(() => formatExactTime(this.time()));
}
