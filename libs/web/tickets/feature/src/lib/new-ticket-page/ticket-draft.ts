import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, Validators } from '@angular/forms';
import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH, type TicketCategory, type TicketPriority } from '@docket/domain';
import type { NewTicket, Suggestion, TicketText } from '@docket/web/tickets/data';
import { countCodePoints, maxCodePoints } from './code-points';
import { LabelChoice } from './label-choice';

/** A ticket that is being written. */
@Injectable()
export class TicketDraft {
  readonly category = new LabelChoice<TicketCategory>();
  readonly priority = new LabelChoice<TicketPriority>();
  readonly form = inject(NonNullableFormBuilder).group({
    title: ['', [Validators.required, Validators.pattern(/\S/), maxCodePoints(TITLE_MAX_LENGTH)]],
    description: ['', [Validators.required, Validators.pattern(/\S/), maxCodePoints(DESCRIPTION_MAX_LENGTH)]],
    category: this.category.control,
    priority: this.priority.control,
  });

  private readonly title = toSignal(this.form.controls.title.valueChanges, { initialValue: '' });
  /** In code points and without white space at the ends, as it is stored. */
  readonly titleLength = computed(() => countCodePoints(this.title().trim()));
  readonly isSuggested = computed(() => this.category.isSuggested() || this.priority.isSuggested());
  /** Then nothing is left to suggest. */
  readonly isChosen = computed(() => this.category.isChosen() && this.priority.isChosen());

  /** What is written so far, as far as it can be sent. */
  text(): TicketText {
    const { title, description } = this.form.controls;
    return title.valid ? { title: title.value, description: description.value } : { description: description.value };
  }

  /** True when something would be lost with the draft. */
  holdsText(): boolean {
    const { title, description } = this.form.getRawValue();
    return (title + description).trim() !== '';
  }

  /** The ticket to file, or `undefined` while something is missing or wrong; the fields then say what. */
  ticket(): NewTicket | undefined {
    this.form.markAllAsDirty();
    for (const field of Object.values(this.form.controls)) field.updateValueAndValidity(); // drops what the API said before
    const { title, description, category, priority } = this.form.getRawValue();
    if (this.form.invalid || !category || !priority) return undefined;
    return { title: title.trim(), description, category, priority };
  }

  /** Fills in what the user has not chosen. */
  suggest({ suggested_category, suggested_priority }: Suggestion): void {
    this.category.suggest(suggested_category);
    this.priority.suggest(suggested_priority);
  }

  clear(): void {
    this.form.reset();
    this.category.reset();
    this.priority.reset();
  }
}
