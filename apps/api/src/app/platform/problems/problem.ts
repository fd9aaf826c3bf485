import { HttpException, HttpStatus } from '@nestjs/common';
import { isConflict } from '../database/retry-conflict';
import { isDatabaseUnavailable } from '../database/database-unavailable';
import { InvalidInputException } from './invalid-input.exception';
import { MalformedJsonException } from './malformed-json.exception';
import type { ProblemDto } from './problem.dto';
import { INVALID_INPUT, MALFORMED_JSON, type ProblemKind, problemKind } from './problem-kinds';

/** Seconds after which a client may find the database back. */
const RETRY_AFTER = 5;

/** The request that failed, as far as a problem document tells of it. */
export interface FailedRequest {
  readonly id: string;
  readonly url: string;
}

/** The answer to a request that failed. */
export interface Problem {
  readonly document: ProblemDto;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a client hears of an exception: what it did wrong, in full; what went wrong here, in one sentence that gives nothing away. */
export function toProblem(exception: unknown, request: FailedRequest): Problem {
  const status = statusOf(exception);
  const kind = kindOf(exception, status);
  const document: ProblemDto = {
    ...kind,
    status,
    detail: detailOf(exception, status),
    instance: pathOf(request.url),
    request_id: request.id,
    ...(exception instanceof InvalidInputException && { errors: [...exception.errors] }),
  };
  return { document, headers: status === 503 ? { 'Retry-After': String(RETRY_AFTER) } : {} };
}

/** The path, with whatever may not stand in a URI reference escaped. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/%(?![\da-f]{2})|[^!-~]|["<>[\\\]^`{|}]/gi, encodeURIComponent);
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (isDatabaseUnavailable(exception) || isConflict(exception)) return HttpStatus.SERVICE_UNAVAILABLE;
  const given = statusCodeOf(exception);
  return given !== undefined && given >= 400 && given < 500 ? given : HttpStatus.INTERNAL_SERVER_ERROR;
}

/** The status that Fastify's own errors carry. */
function statusCodeOf(exception: unknown): number | undefined {
  const { statusCode } = (exception ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function kindOf(exception: unknown, status: number): ProblemKind {
  if (exception instanceof InvalidInputException) return INVALID_INPUT;
  if (exception instanceof MalformedJsonException) return MALFORMED_JSON;
  return problemKind(status);
}

/** Only our own words, never those of a library: they may quote the request, or tell how the API is built. */
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  408: 'The request did not arrive in time',
  413: 'The body is larger than the API takes',
  414: 'The URL is too long',
  415: 'The body must be of a type that this operation takes, as its Content-Type says',
  431: 'The headers are too large',
  503: 'The database is not available at the moment. Try again in a few seconds',
};

function detailOf(exception: unknown, status: number): string {
  if (exception instanceof HttpException && exception.cause === undefined && (status < 500 || status === 503))
    return exception.message;
  return DETAILS[status] ?? 'An unexpected error happened. The log tells more, under the request id';
}
