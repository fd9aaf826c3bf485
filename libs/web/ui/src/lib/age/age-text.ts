import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { ageOf, exactTime } from './age';

/** A short age; the exact local time and its zone on hover and for screen readers. */
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
  /** "3 h ago" instead of "3 h": within a sentence. */
  readonly ago = input(false, { transform: booleanAttribute });
  protected readonly age = computed(() => ageOf(this.time(), this.now()));
  protected readonly exact = computed(() => exactTime(this.time()));
}
