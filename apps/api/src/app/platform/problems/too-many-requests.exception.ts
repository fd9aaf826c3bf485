import { HttpException, HttpStatus } from '@nestjs/common';

/** A sender has made too many attempts. */
export class TooManyRequestsException extends HttpException {
  /** @param retryAfter seconds until the next attempt is allowed */
  constructor(
    detail: string,
    readonly retryAfter: number,
  ) {
    super(detail, HttpStatus.TOO_MANY_REQUESTS);
  }
}
