import { HttpException } from '@nestjs/common';
import type { ProblemKind } from './problem-kinds';

/** An error with a problem type of its own, which programs recognise. */
export class ProblemException extends HttpException {
  /** @param detail what happened, for people */
  constructor(
    status: number,
    readonly kind: ProblemKind,
    detail: string,
  ) {
    super(detail, status);
  }
}
