import { BadRequestException } from '@nestjs/common';
import type { ProblemErrorDto } from './problem.dto';

/** The input is invalid. Lists all invalid fields and parameters. */
export class InvalidInputException extends BadRequestException {
  constructor(readonly errors: readonly ProblemErrorDto[]) {
    super(
      errors
        .map(({ pointer, parameter, detail }) => `${parameter ?? (pointer?.slice(1) || 'body')} ${detail}`)
        .join('; '),
    );
  }
}
