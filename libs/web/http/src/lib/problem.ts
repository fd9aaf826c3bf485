import { HttpErrorResponse } from '@angular/common/http';

/** What went wrong with a request. The words for it stand in the templates, chosen by the status. */
export interface Problem {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Finds the request in the server's log. */
  readonly requestId?: string;
  /** What is wrong with the body, field by field: empty unless the API refused it. */
  readonly errors: readonly FieldProblem[];
}

/** One wrong field, by its JSON pointer: `/title`. */
export interface FieldProblem {
  readonly pointer?: string;
  readonly detail: string;
}

/** The only place that reads a failed request (RFC 9457). Takes whatever was thrown, and never throws. */
export function toProblem(error: unknown): Problem {
  const response = responseIn(error);
  const body: unknown = response?.error;
  return {
    status: response?.status ?? 0,
    requestId: isObject(body) && typeof body['request_id'] === 'string' ? body['request_id'] : undefined,
    errors: isObject(body) && Array.isArray(body['errors']) ? body['errors'].filter(isFieldProblem) : [],
  };
}

/** A resource wraps what it does not know in an error of its own, whose cause is the answer. */
function responseIn(error: unknown): HttpErrorResponse | undefined {
  if (error instanceof HttpErrorResponse) return error;
  return error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : undefined;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isObject(value) && typeof value['detail'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
