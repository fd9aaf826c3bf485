import type { Problem } from '@docket/web/http';
import { formText } from '../fields/form-text';
import { isPasswordLength } from '../fields/password-length';

const FIELDS = ['name', 'email', 'password'] as const;

export type Field = (typeof FIELDS)[number];

/** An error of a field, with the API's description if the API found it. */
interface FieldError {
  readonly detail?: string;
}

export type FieldErrors = Readonly<Partial<Record<Field, FieldError>>>;

export type Administrator = Readonly<Record<Field, string>>;

export function readAdministrator(form: EventTarget | null): Administrator {
  return {
    name: formText(form, 'name').trim(),
    email: formText(form, 'email').trim(),
    password: formText(form, 'password'),
  };
}

export function checkAdministrator({ name, email, password }: Administrator): FieldErrors {
  return {
    ...(name === '' && { name: {} }),
    ...(!/\S@\S/.test(email) && { email: {} }),
    ...(!isPasswordLength(password) && { password: {} }),
  };
}

/** The API's validation errors by field. Other errors, for example of the token, are left out. */
export function fieldErrorsOf({ errors }: Problem): FieldErrors {
  const found = errors.flatMap(({ pointer, detail }) => {
    const field = FIELDS.find((name) => pointer === `/${name}`);
    return field ? [[field, { detail }] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The topmost field with an error. */
export function firstInvalid(errors: FieldErrors): Field | undefined {
  return FIELDS.find((field) => errors[field]);
}
