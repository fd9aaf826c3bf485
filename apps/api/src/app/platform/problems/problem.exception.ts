import { HttpException } from '@nestjs/common';
import type { ProblemKind } from './problem-kinds';

/** An error with a problem type of its own, which programs recognise. */
export class ProblemException extends HttpException {
  /**
   * @param detail what happened, for people
   * @param extensions more members of the problem document (RFC 9457, 3.2)
   */
  constructor(
    status: number,
    readonly kind: ProblemKind,
    detail: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail, status);
  }
}
