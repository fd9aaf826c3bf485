import { BadRequestException, ServiceUnavailableException } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../platform/database/database-unavailable';
import { isConflict } from '../../platform/database/retry-conflict';
import type { ImportFile } from './import-file';
import type { ImportReport } from './import-report';

/**
 * What to answer when an import ends early. Better than the failure alone: it says how much of the file is in, since nobody
 * can tell otherwise where to go on. Any other error stays what it is.
 */
export function interruption(error: unknown, { content, signal }: ImportFile, report: ImportReport): unknown {
  if (signal.aborted || content.errored) {
    return new BadRequestException(`The file ended before its end was sent. ${report.progress()}`);
  }
  if (isDatabaseUnavailable(error) || isConflict(error)) {
    return new ServiceUnavailableException(`The database is not available at the moment. ${report.progress()}`);
  }
  return error;
}
