import { HttpException, HttpStatus } from '@nestjs/common';
import { type ProblemKind, problemKind } from './problem-kinds';

/** A sender has made too many attempts. */
export class TooManyRequestsException extends HttpException {
  /** @param retryAfter seconds until the next attempt is allowed */
  constructor(
    detail: string,
    readonly retryAfter: number,
    readonly kind: ProblemKind = problemKind(HttpStatus.TOO_MANY_REQUESTS),
  ) {
    super(detail, HttpStatus.TOO_MANY_REQUESTS);
  }
}
