import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import type { RequesterForm } from './requester-form';

/** The fields that name a requester: the email address and the name. */
@Component({
  selector: 'docket-requester-fields',
  imports: [MatError, MatFormField, MatInput, ReactiveFormsModule],
  templateUrl: './requester-fields.html',
  styleUrl: './requester-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterFields {
  readonly form = input.required<RequesterForm>();
  readonly isReadOnly = input(false, { transform: booleanAttribute });
  /** Whether the fields say that they may stay empty. */
  readonly isOptional = input(false, { transform: booleanAttribute });
  protected readonly nameLimit = REQUESTER_NAME_MAX_LENGTH;
}
