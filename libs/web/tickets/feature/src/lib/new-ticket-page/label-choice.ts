import { computed, signal } from '@angular/core';
import { FormControl, Validators } from '@angular/forms';

/** One label of a ticket that is being written: its control, and who filled it. What the user chose is never touched. */
export class LabelChoice<T extends string> {
  readonly control = new FormControl<T | null>(null, Validators.required);
  private readonly filledBy = signal<'nobody' | 'suggestion' | 'user'>('nobody');

  readonly isSuggested = computed(() => this.filledBy() === 'suggestion');
  readonly isChosen = computed(() => this.filledBy() === 'user');

  /** Fills in a suggestion, unless the user has chosen. */
  suggest(label: T): void {
    if (this.isChosen()) return;
    this.control.setValue(label);
    this.filledBy.set('suggestion');
  }

  /** From now on the label is the user's, even where it is the one that was suggested. */
  choose(): void {
    this.filledBy.set('user');
  }

  reset(): void {
    this.control.reset();
    this.filledBy.set('nobody');
  }
}
