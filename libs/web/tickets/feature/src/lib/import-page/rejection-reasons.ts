import type { ImportError } from '@docket/web/tickets/data/imports';
import { FIELD_TEXTS } from './field-texts';

type FieldError = ImportError['errors'][number];

/** A reason, and the number of rows rejected for it. */
export interface RejectionReason {
  readonly text: string;
  readonly rows: number;
  /** Position of the first row: its number in a JSON document, which may be one line, or its line in another file. */
  readonly first: { readonly kind: 'line' | 'row'; readonly number: number };
}

/** Formats the error of a field as a sentence without full stop: "Priority must be one of low, medium, high, critical". */
export function fieldErrorText({ pointer, detail }: FieldError): string {
  const name = pointer?.split('/').at(-1) ?? '';
  const subject = Object.entries(FIELD_TEXTS).find(([field]) => field === name)?.[1].name;
  return `${subject ?? (name || 'The row')} ${withoutParameter(detail)}`;
}

/** Groups rejected rows by reason, the most frequent first. A row counts for each of its reasons. */
export function rejectionReasons(errors: readonly ImportError[]): RejectionReason[] {
  const reasons = new Map<string, RejectionReason>();
  for (const { line, row, errors: fieldErrors } of errors) {
    const place =
      row === undefined ? ({ kind: 'line', number: line } as const) : ({ kind: 'row', number: row } as const);
    for (const text of new Set(fieldErrors.map(fieldErrorText).map(withoutQuotes))) {
      const reason = reasons.get(text);
      reasons.set(text, { text, rows: (reason?.rows ?? 0) + 1, first: reason?.first ?? place });
    }
  }
  return [...reasons.values()].sort((one, other) => other.rows - one.rows);
}

/**
 * Removes the full stop and the parameter name from a detail of the API, because people choose the value in a field. The API names the
 * parameter after a semicolon.
 */
export function withoutParameter(detail: string): string {
  const [text = detail] = detail.split(';', 1);
  return text
    .replace(/, or date_order must say it.*$/, '')
    .trim()
    .replace(/\.$/, '');
}

/** Replaces quoted values, so that rows with different values share a reason. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '"…"');
}
