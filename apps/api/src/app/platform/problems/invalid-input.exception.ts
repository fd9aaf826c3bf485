import { BadRequestException } from '@nestjs/common';
import type { ProblemErrorDto } from './problem.dto';

/** The request says something that the API cannot take; each wrong field is named, all of them at once. */
export class InvalidInputException extends BadRequestException {
  constructor(readonly errors: readonly ProblemErrorDto[]) {
    super(
      errors
        .map(({ pointer, parameter, detail }) => `${parameter ?? (pointer?.slice(1) || 'body')} ${detail}`)
        .join('; '),
    );
  }
}
