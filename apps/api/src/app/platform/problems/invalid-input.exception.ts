import { BadRequestException } from '@nestjs/common';
import type { ProblemErrorDto } from './problem.dto';

/** Maximum size of the errors in a problem document, in bytes of JSON. The first error is always there. */
const MAX_BYTES = 32_768;

/** The input is invalid. Lists all invalid fields and parameters, as far as they fit into {@link MAX_BYTES}. */
export class InvalidInputException extends BadRequestException {
  readonly errors: readonly ProblemErrorDto[];

  constructor(errors: readonly ProblemErrorDto[]) {
    const listed = withinBytes(errors);
    super(
      listed
        .map(({ pointer, parameter, position, detail }) => {
          const place = position === undefined ? '' : ` at position ${position}:`;
          return `${parameter ?? (pointer?.slice(1) || 'body')}${place} ${detail}`;
        })
        .join('; '),
    );
    this.errors = listed;
  }
}

function withinBytes(errors: readonly ProblemErrorDto[]): readonly ProblemErrorDto[] {
  let bytes = 0;
  const end = errors.findIndex((error, index) => {
    bytes += Buffer.byteLength(JSON.stringify(error));
    return index > 0 && bytes > MAX_BYTES;
  });
  return end < 0 ? errors : errors.slice(0, end);
}
