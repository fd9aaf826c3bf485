import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, Validators } from '@angular/forms';
import {
  DESCRIPTION_MAX_LENGTH,
  SUGGESTION_MIN_LENGTH,
  TITLE_MAX_LENGTH,
  type TicketCategory,
  type TicketPriority,
} from '@docket/domain';
import type { NewTicket, Suggestion, TicketText } from '@docket/web/tickets/data';
import { countCodePoints, maxCodePoints } from './code-points';
import type { SavedDraft } from './draft-store';
import { KnownRequester } from '../requester/known-requester';
import { requesterForm, typedRequester } from '../requester/requester-form';
import { DraftAssignment } from './draft-assignment';
import { PropertyChoice } from './property-choice';

/** The form of a new ticket. */
@Injectable()
export class TicketDraft {
  readonly category = new PropertyChoice<TicketCategory>();
  readonly priority = new PropertyChoice<TicketPriority>();
  readonly requester = requesterForm();
  readonly known = new KnownRequester(this.requester);
  readonly assignment = new DraftAssignment();
  readonly form = inject(NonNullableFormBuilder).group({
    requester: this.requester,
    title: ['', [Validators.required, Validators.pattern(/\S/), maxCodePoints(TITLE_MAX_LENGTH)]],
    description: ['', [Validators.required, Validators.pattern(/\S/), maxCodePoints(DESCRIPTION_MAX_LENGTH)]],
    category: this.category.control,
    priority: this.priority.control,
  });

  private readonly title = toSignal(this.form.controls.title.valueChanges, { initialValue: '' });
  /** Length of the title as stored: in Unicode code points, without white space at both ends. */
  readonly titleLength = computed(() => countCodePoints(this.title().trim()));
  readonly isSuggested = computed(() => this.category.isSuggested() || this.priority.isSuggested());
  /** Whether the user has chosen both properties, so that no suggestion is needed. */
  readonly isChosen = computed(() => this.category.isChosen() && this.priority.isChosen());

  /** Text for a suggestion, without an invalid title; undefined if the description is too short or too long. */
  toText(): TicketText | undefined {
    const { title, description } = this.form.controls;
    const isTooShort = countCodePoints(description.value.trim()) < SUGGESTION_MIN_LENGTH;
    if (isTooShort || description.hasError('tooLong')) return undefined;
    return title.valid ? { title: title.value, description: description.value } : { description: description.value };
  }

  hasText(): boolean {
    const { title, description, requester } = this.form.getRawValue();
    return (title + description + requester.email + requester.name).trim() !== '';
  }

  /** Email address for finding the requester's tickets; undefined if it is invalid. */
  requesterEmail(): string | undefined {
    return this.requester.controls.email.valid ? typedRequester(this.requester)?.email : undefined;
  }

  /** Validates the form, shows its errors, and returns the ticket to file; undefined if the form is invalid. */
  toTicket(): NewTicket | undefined {
    this.form.markAllAsDirty();
    this.requester.markAllAsTouched();
    const fields = [...Object.values(this.requester.controls), ...Object.values(this.form.controls)];
    for (const field of fields) field.updateValueAndValidity(); // clears the API's errors
    const { title, description, category, priority } = this.form.getRawValue();
    if (this.form.invalid || !category || !priority) return undefined;
    const requester = this.known.toSend();
    const named = { ...(requester && { requester }), ...this.assignment.toFields() };
    return { title: title.trim(), description, category, priority, ...named };
  }

  /**
   * Sets the suggested properties that the user has not chosen.
   * @returns whether the user had chosen none of the suggested properties before
   */
  suggest({ category, priority }: Suggestion): boolean {
    this.unmark(); // a property without a suggestion keeps its value from an earlier one
    const isAlone = (category && this.category.isChosen()) || (priority && this.priority.isChosen());
    if (category) this.category.suggest(category);
    if (priority) this.priority.suggest(priority);
    return !isAlone;
  }

  /** Keeps suggested values, which belong to an earlier text, without their marks. */
  unmark(): void {
    this.category.unmark();
    this.priority.unmark();
  }

  /** Whether a value belongs to the suggestion for an earlier text. The ticket then does not measure the last suggestion. */
  keepsEarlierSuggestion(): boolean {
    return this.category.isKept() || this.priority.isKept();
  }

  /** The draft with the user's choices, without suggestions; undefined if it is empty. */
  toSaved(): SavedDraft | undefined {
    if (!this.hasText() && this.assignment.isEmpty()) return undefined;
    const { title, description, category, priority, requester } = this.form.getRawValue();
    return {
      title,
      description,
      requester,
      assignment: this.assignment.value(),
      category: this.category.isChosen() ? category : null,
      priority: this.priority.isChosen() ? priority : null,
    };
  }

  restore({ title, description, category, priority, requester, assignment }: SavedDraft): void {
    this.form.patchValue({ title, description, ...(requester && { requester }) });
    if (assignment) this.assignment.restore(assignment);
    this.category.restore(category);
    this.priority.restore(priority);
  }

  clear(): void {
    this.form.reset();
    this.assignment.reset();
    this.category.reset();
    this.priority.reset();
  }
}
