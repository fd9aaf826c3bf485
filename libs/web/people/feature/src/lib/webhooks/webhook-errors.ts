import type { FieldProblem, Problem } from '@docket/web/http';
import type { CreateWebhook } from '@docket/web/people/data/webhooks';

/** Errors of a webhook's fields, in sentences. */
export interface WebhookErrors {
  readonly name?: string;
  readonly url?: string;
  readonly types?: string;
}

/** Errors of empty fields; undefined if there are none. */
export function missingFields({ name, url, types }: CreateWebhook): WebhookErrors | undefined {
  return ifAny({
    name: name === '' ? 'Enter what the webhook is for.' : undefined,
    url: url === '' || url === 'https://' ? 'Enter the address.' : undefined,
    types: types.length === 0 ? 'Choose at least one.' : undefined,
  });
}

/** The API's validation errors by field; undefined if the problem concerns none. */
export function refusedFields({ errors }: Problem): WebhookErrors | undefined {
  return ifAny({
    name: sentence('The name', errors, '/name'),
    url: sentence('The address', errors, '/url'),
    types: sentence('The list', errors, '/types'),
  });
}

function sentence(subject: string, errors: readonly FieldProblem[], pointer: string): string | undefined {
  const detail = errors.find((error) => error.pointer?.startsWith(pointer))?.detail;
  return detail && `${subject} ${detail}.`;
}

function ifAny(errors: { [field in keyof WebhookErrors]: string | undefined }): WebhookErrors | undefined {
  const found = Object.entries(errors).filter(([, error]) => error !== undefined);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
