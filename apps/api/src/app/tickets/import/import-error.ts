import {
  BadRequestException,
  ForbiddenException,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { UNAVAILABLE_TEXTS, isOutcomeUnknown, unavailableReason } from '../../platform/database/database-unavailable';
import { isConflict } from '../../platform/database/retry-conflict';
import { DISK_LOW } from '../../platform/problems/problem-kinds';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { ImportFile } from './import-file';
import { ImportStoppedException } from './import-stopped.exception';
import type { ImportReport } from './import-report';

/**
 * Adds the number of stored rows to the error that ends an import, so that the client knows where to continue. Returns other errors
 * unchanged.
 */
export function toImportError(error: unknown, { content, signal }: ImportFile, report: ImportReport): unknown {
  if (signal.aborted || content.errored) {
    return new BadRequestException(`The upload ended before the end of the file. ${report.progress()}`);
  }
  if (error instanceof ImportStoppedException) {
    return new ServiceUnavailableException(`${error.message}. ${report.progress()}`);
  }
  if (error instanceof UnauthorizedException)
    return new UnauthorizedException(`${error.message}. ${report.progress()}`);
  if (error instanceof ForbiddenException) return new ForbiddenException(`${error.message}. ${report.progress()}`);
  const reason = unavailableReason(error);
  if (reason) {
    const next = isOutcomeUnknown(error) ? '. The next rows may have been stored, too' : '';
    const detail = `${UNAVAILABLE_TEXTS[reason]}. ${report.progress()}${next}`;
    return reason === 'disk_full'
      ? new ProblemException(503, DISK_LOW, detail)
      : new ServiceUnavailableException(detail);
  }
  if (isConflict(error)) {
    return new ServiceUnavailableException(`Concurrent changes ended the import. ${report.progress()}`);
  }
  return error;
}
