import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import type { KnownRequester } from './known-requester';
import type { RequesterForm } from './requester-form';

/** Fields for the email address and the name of a requester. */
@Component({
  selector: 'docket-requester-fields',
  imports: [MatError, MatFormField, MatInput, ReactiveFormsModule],
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
  protected readonly nameLimit = REQUESTER_NAME_MAX_LENGTH;
}
