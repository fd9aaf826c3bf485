import { computed, signal } from '@angular/core';
import { FormControl, Validators } from '@angular/forms';

/** A property of a draft: its form control, and the source of its value. A suggestion never replaces the user's choice. */
export class PropertyChoice<T extends string> {
  readonly control = new FormControl<T | null>(null, Validators.required);
  private readonly setBy = signal<'none' | 'suggestion' | 'user'>('none');

  readonly isSuggested = computed(() => this.setBy() === 'suggestion');
  readonly isChosen = computed(() => this.setBy() === 'user');

  /** Sets a suggested value, unless the user has chosen one. */
  suggest(value: T): void {
    if (this.isChosen()) return;
    this.control.setValue(value);
    this.setBy.set('suggestion');
  }

  /** Marks the value as the user's choice, even if it equals the suggestion. */
  choose(): void {
    this.setBy.set('user');
  }

  /** Sets a value that the user chose earlier. */
  restore(value: T | null): void {
    if (value === null) return;
    this.control.setValue(value);
    this.choose();
  }

  /** Keeps a suggested value, without its mark. */
  unmark(): void {
    if (this.isSuggested()) this.setBy.set('none');
  }

  /** Whether {@link unmark} kept the value, so that it is not the user's choice. */
  isKept(): boolean {
    return this.setBy() === 'none' && this.control.value !== null;
  }

  reset(): void {
    this.control.reset();
    this.setBy.set('none');
  }
}
