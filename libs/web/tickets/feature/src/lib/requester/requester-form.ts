import { FormControl, FormGroup, type ValidatorFn } from '@angular/forms';
import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import { maxCodePoints } from '../new-ticket-page/code-points';

/** Maximum length of an email address, in characters (RFC 5321, 4.5.3.1.3). */
const EMAIL_MAX_LENGTH = 254;

/** A rough check of email addresses; the API validates them completely. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** Form for a requester. */
export type RequesterForm = FormGroup<{ email: FormControl<string>; name: FormControl<string> }>;

/** A requester as typed. */
export interface TypedRequester {
  /** In lower case, as the API stores it. */
  readonly email: string;
  /** Undefined if the field is empty. */
  readonly name?: string;
}

/** Creates the form. Both fields may be empty. A name requires an email address, which identifies a requester in the API. */
export function requesterForm({ email = '', name = '' }: Partial<TypedRequester> = {}): RequesterForm {
  const form = new FormGroup({
    email: new FormControl(email, { nonNullable: true, validators: [emailAddress] }),
    name: new FormControl(name, { nonNullable: true, validators: [maxCodePoints(REQUESTER_NAME_MAX_LENGTH)] }),
  });
  form.controls.name.valueChanges.subscribe(() => form.controls.email.updateValueAndValidity());
  return form;
}

/** The requester in the fields; undefined if they are empty. */
export function typedRequester(form: RequesterForm): TypedRequester | undefined {
  const email = form.controls.email.value.trim().normalize('NFC').toLowerCase();
  const name = form.controls.name.value.trim();
  if (email === '') return undefined;
  return name === '' ? { email } : { email, name };
}

const emailAddress: ValidatorFn = ({ value, parent }) => {
  const email = String(value).trim();
  const name = parent?.get('name')?.value as string | undefined;
  if (email === '') return name?.trim() ? { required: true } : null;
  return EMAIL.test(email) && email.length <= EMAIL_MAX_LENGTH ? null : { email: true };
};
