import type { IncomingHttpHeaders } from 'node:http';
import { HttpException, HttpStatus } from '@nestjs/common';
import { isSchemaMissing } from '../database/missing-schema';
import { isConflict } from '../database/retry-conflict';
import {
  UNAVAILABLE_TEXTS,
  isDatabaseUnavailable,
  isOutcomeUnknown,
  unavailableReason,
} from '../database/database-unavailable';
import { traceIdOf } from '../logging/trace-id';
import { cutText } from '../validation/cut-text';
import { ContentEncodingException } from './content-encoding.exception';
import { InvalidInputException } from './invalid-input.exception';
import { MalformedJsonException } from './malformed-json.exception';
import { MediaTypeException } from './media-type.exception';
import type { ProblemDto } from './problem.dto';
import { ProblemException } from './problem.exception';
import { TooManyRequestsException } from './too-many-requests.exception';
import { DISK_LOW, INVALID_INPUT, MALFORMED_JSON, type ProblemKind, generalDetail, problemKind } from './problem-kinds';

/** The value of Retry-After, in seconds. */
const RETRY_AFTER_SECONDS = 5;

/** Maximum length of `detail`, in UTF-16 code units. It may repeat names of the request. */
const MAX_DETAIL_LENGTH = 2000;

/** Maximum length of the path in `instance`, in UTF-16 code units before percent-encoding. */
const MAX_PATH_LENGTH = 2000;

/** The parts of a request that its problem document contains. */
export interface FailedRequest {
  readonly id: string;
  readonly url: string;
  readonly method?: string;
  readonly headers?: IncomingHttpHeaders;
}

/** The response to a failed request. */
export interface Problem {
  readonly document: ProblemDto;
  readonly headers: Readonly<Record<string, string>>;
}

/** Describes an exception to the client: client errors in full, server errors without internals. */
export function toProblem(exception: unknown, request: FailedRequest): Problem {
  const status = statusOf(exception);
  const kind = kindOf(exception, status);
  const traceId = traceIdOf({ headers: request.headers ?? {} });
  const document: ProblemDto = {
    ...kind,
    status,
    detail: cutText(detailOf(exception, status, request), MAX_DETAIL_LENGTH),
    instance: pathOf(request.url),
    request_id: request.id,
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(exception instanceof InvalidInputException && { errors: [...exception.errors] }),
    ...(exception instanceof ProblemException && exception.extensions),
  };
  return { document, headers: headersOf(exception, status) };
}

/** A 415 names what the operation takes (RFC 9110, 15.5.16). */
function headersOf(exception: unknown, status: number): Record<string, string> {
  if (status === 503) return { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  if (exception instanceof TooManyRequestsException) return { 'Retry-After': String(exception.retryAfter) };
  if (status === 408) return { Connection: 'close' }; // the rest of the request would be read as the next one
  if (status !== 415) return {};
  if (exception instanceof ContentEncodingException) return { 'Accept-Encoding': 'identity' };
  return { Accept: exception instanceof MediaTypeException ? exception.accepted.join(', ') : 'application/json' };
}

/** The path as a URI reference: percent-encodes characters that a URI does not allow. */
function pathOf(url: string): string {
  const path = url.slice(0, MAX_PATH_LENGTH).toWellFormed().split('?', 1)[0] ?? '';
  return path.replace(/%(?![\da-f]{2})|[^\x21-\x7e]|["<>[\\\]^`{|}]/gi, encodeURIComponent);
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (isDatabaseUnavailable(exception) || isConflict(exception) || isSchemaMissing(exception))
    return HttpStatus.SERVICE_UNAVAILABLE;
  const statusCode = statusCodeOf(exception);
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? statusCode
    : HttpStatus.INTERNAL_SERVER_ERROR;
}

/** The status of Fastify's own errors. */
function statusCodeOf(exception: unknown): number | undefined {
  const { statusCode } = (exception ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function kindOf(exception: unknown, status: number): ProblemKind {
  if (exception instanceof InvalidInputException) return INVALID_INPUT;
  if (exception instanceof MalformedJsonException) return MALFORMED_JSON;
  if (exception instanceof ProblemException || exception instanceof TooManyRequestsException) return exception.kind;
  return unavailableReason(exception) === 'disk_full' ? DISK_LOW : problemKind(status);
}

function detailOf(exception: unknown, status: number, { method }: FailedRequest): string {
  if (exception instanceof HttpException && exception.cause === undefined && (status < 500 || status === 503))
    return exception.message;
  if (isConflict(exception)) return 'Concurrent changes prevented this one. Try again in a few seconds';
  if (isSchemaMissing(exception)) return 'The database lacks tables of this version. Nothing was stored';
  const reason = unavailableReason(exception);
  if (!reason) return generalDetail(status);
  const advice = isChange(method) ? outcomeOf(exception) : RETRY;
  return `${UNAVAILABLE_TEXTS[reason]}. ${advice}`;
}

const RETRY = 'Try again in a few seconds';

const isChange = (method = 'GET'): boolean => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);

/** The outcome of a change, in words. */
function outcomeOf(exception: unknown): string {
  return isOutcomeUnknown(exception)
    ? 'The change may have been stored: check before you try again'
    : `Nothing was stored. ${RETRY}`;
}
