import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { ErrorStateMatcher } from '@angular/material/core';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption } from '@angular/material/select';
import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import { RequestersApi } from '@docket/web/tickets/data';
import { ErrorOnLeaving } from './error-on-leaving';
import type { KnownRequester } from './known-requester';
import type { RequesterForm } from './requester-form';

/** Fields for the email address and the name of a requester. The address is completed from known people. */
@Component({
  selector: 'docket-requester-fields',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatError, MatFormField, MatInput, MatOption, ReactiveFormsModule],
  viewProviders: [{ provide: ErrorStateMatcher, useClass: ErrorOnLeaving }],
  templateUrl: './requester-fields.html',
  styleUrl: './requester-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterFields {
  readonly form = input.required<RequesterForm>();
  readonly known = input.required<KnownRequester>();
  readonly isReadOnly = input(false, { transform: booleanAttribute });
  /** Whether the labels say that the fields are optional. */
  readonly isOptional = input(false, { transform: booleanAttribute });
  /** The text typed into the field for the address. */
  protected readonly typed = signal<string | undefined>(undefined);
  private readonly completed = inject(RequestersApi).completions(this.typed);
  /** Known people, unless the address is typed completely. */
  protected readonly matching = computed(() => {
    const { typed = '', found = [] } = this.completed() ?? {};
    return found.some(({ email }) => email === typed.trim().toLowerCase()) ? [] : found;
  });
  protected readonly nameLimit = REQUESTER_NAME_MAX_LENGTH;
}
