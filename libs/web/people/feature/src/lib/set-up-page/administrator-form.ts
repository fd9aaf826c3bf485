import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import type { Problem } from '@docket/web/http';
import { formText } from '../fields/form-text';

const FIELDS = ['name', 'email', 'password'] as const;

export type Field = (typeof FIELDS)[number];

/** What is wrong with a field: in the words of the API if it found out. */
interface FieldError {
  readonly detail?: string;
}

export type FieldErrors = Readonly<Partial<Record<Field, FieldError>>>;

export type Administrator = Readonly<Record<Field, string>>;

/** Length of a password as the API counts it: code points after normalization. */
export function passwordLength(password: string): number {
  return [...password.normalize('NFKC')].length;
}

export function readAdministrator(form: EventTarget | null): Administrator {
  return {
    name: formText(form, 'name').trim(),
    email: formText(form, 'email').trim(),
    password: formText(form, 'password'),
  };
}

export function checkAdministrator({ name, email, password }: Administrator): FieldErrors {
  const length = passwordLength(password);
  return {
    ...(name === '' && { name: {} }),
    ...(!/\S@\S/.test(email) && { email: {} }),
    ...((length < PASSWORD_MIN_LENGTH || length > PASSWORD_MAX_LENGTH) && { password: {} }),
  };
}

/** The API's validation errors by field. Errors elsewhere, as in the token, are left out. */
export function fieldErrorsOf({ errors }: Problem): FieldErrors {
  const found = errors.flatMap(({ pointer, detail }) => {
    const field = FIELDS.find((name) => pointer === `/${name}`);
    return field ? [[field, { detail }] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The first field with an error, from the top. */
export function firstInvalid(errors: FieldErrors): Field | undefined {
  return FIELDS.find((field) => errors[field]);
}
