import { BadRequestException, ServiceUnavailableException } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../platform/database/database-unavailable';
import { isConflict } from '../../platform/database/retry-conflict';
import type { ImportFile } from './import-file';
import type { ImportReport } from './import-report';

/**
 * Adds the number of stored rows to the error that ends an import early, so that the client knows where to continue. Returns any
 * other error unchanged.
 */
export function toImportError(error: unknown, { content, signal }: ImportFile, report: ImportReport): unknown {
  if (signal.aborted || content.errored) {
    return new BadRequestException(`The upload ended before the end of the file. ${report.progress()}`);
  }
  if (isDatabaseUnavailable(error) || isConflict(error)) {
    return new ServiceUnavailableException(`The database is not available at the moment. ${report.progress()}`);
  }
  return error;
}
