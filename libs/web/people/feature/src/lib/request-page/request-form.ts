import type { Problem } from '@docket/web/http';
import type { NewRequest } from '@docket/web/people/data';
import { formText } from '../fields/form-text';

/** Fields of the form, in order. */
export const REQUEST_FIELDS = ['title', 'description', 'email', 'name'] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** Errors of fields. An empty text stands for a missing value. */
export type RequestErrors = Partial<Record<RequestField, string>>;

export function readRequest(form: EventTarget | null): NewRequest {
  const name = formText(form, 'name').trim();
  return {
    title: formText(form, 'title').trim(),
    description: formText(form, 'description'),
    email: formText(form, 'email').trim(),
    ...(name && { name }),
  };
}

/** Checks only for missing values; the API enforces the other rules. */
export function missingIn({ title, description, email }: NewRequest): RequestErrors {
  return {
    ...(!title && { title: '' }),
    ...(!description.trim() && { description: '' }),
    ...(!email && { email: '' }),
  };
}

export function errorsOf({ errors }: Problem): RequestErrors {
  return Object.fromEntries(
    errors.flatMap(({ pointer, detail }) => {
      const field = REQUEST_FIELDS.find((name) => pointer === `/${name}`);
      return field ? [[field, detail]] : [];
    }),
  );
}
