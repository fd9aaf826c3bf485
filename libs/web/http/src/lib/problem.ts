import { HttpErrorResponse } from '@angular/common/http';

/** A failed request. Templates choose the message by its status. */
export interface Problem {
  /** HTTP status; 0 if there was no response. */
  readonly status: number;
  /** Problem type, such as `/problems/step-up-required`. */
  readonly type?: string;
  /** Id of the request in the server's log. */
  readonly requestId?: string;
  /** The server's description of the failure. */
  readonly detail?: string;
  /** Delay before another attempt, in seconds, from the server. */
  readonly retryAfter?: number;
  /** Validation errors; empty for any other failure. */
  readonly errors: readonly FieldProblem[];
}

/** A validation error of one field. */
export interface FieldProblem {
  /** JSON pointer of the field: `/title`. */
  readonly pointer?: string;
  /** Name of the query parameter. */
  readonly parameter?: string;
  readonly detail: string;
  /** Position of an error in a text, in UTF-16 code units. */
  readonly position?: number;
  /** The text with the error corrected. */
  readonly suggestion?: string;
}

/** Reads a failed request (RFC 9457). Accepts any thrown value and never throws. */
export function toProblem(error: unknown): Problem {
  const response = responseIn(error);
  const body: unknown = response?.error;
  return {
    status: response?.status ?? 0,
    type: response?.status && isObject(body) && typeof body['type'] === 'string' ? body['type'] : undefined,
    requestId: isObject(body) && typeof body['request_id'] === 'string' ? body['request_id'] : undefined,
    detail: isObject(body) && typeof body['detail'] === 'string' ? body['detail'] : undefined,
    retryAfter: Number(response?.headers.get('retry-after')) || undefined,
    errors: isObject(body) && Array.isArray(body['errors']) ? body['errors'].filter(isFieldProblem) : [],
  };
}

/** Finds the response in an error. A resource may wrap it as the cause of another error. */
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
