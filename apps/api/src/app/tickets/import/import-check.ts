import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import type { ImportCheckDto, ImportPreviewDto } from './import-check.dto';
import { DESCRIPTION_PREVIEW_LENGTH } from './import-check.dto';
import { ImportErrors } from './import-errors';
import type { ImportResultDto } from './import-result.dto';
import type { FileReading } from './file-reading';
import type { ValidRow } from './row-checker';

/** Maximum number of rows that a check reads. */
const MAX_ROWS = 1000;

const MAX_TICKETS = 20;

/** An invalid row. */
interface InvalidRow {
  readonly line: number;
  readonly errors: ProblemErrorDto[];
}

/**
 * Reads the first rows of a file without storing them.
 * @param isPartial whether the file is only the first part of one. Its last row may be cut off, so it is left out if it is invalid.
 */
export async function checkFile(file: FileReading, isPartial: boolean): Promise<ImportResultDto> {
  const valid: ValidRow[] = [];
  const invalid: InvalidRow[] = [];
  let lastLine = 0;
  let isReadToEnd = true;
  read: for await (const rows of file.rows()) {
    for (const row of rows) {
      if (valid.length + invalid.length === MAX_ROWS) {
        isReadToEnd = false;
        break read;
      }
      if ('errors' in row) invalid.push(row);
      else valid.push(row);
      lastLine = row.line;
    }
  }
  if (isPartial && isReadToEnd && invalid.at(-1)?.line === lastLine) invalid.pop();
  for (const { defaulted } of valid) file.reading.countDefaults(defaulted);
  const errors = new ImportErrors();
  for (const row of invalid) errors.add(row.line, row.errors);
  const check: ImportCheckDto = {
    rows: valid.length + invalid.length,
    importable: valid.length,
    tickets: valid.slice(0, MAX_TICKETS).map(toPreview),
  };
  return {
    imported: 0,
    rejected: invalid.length,
    errors: errors.toDto(),
    reading: file.understood(true),
    check,
  };
}

function toPreview({ line, ticket }: ValidRow): ImportPreviewDto {
  const { title, description, category, priority, status = 'open', createdAt, externalId } = ticket;
  return {
    line,
    title,
    description: [...description.slice(0, 2 * DESCRIPTION_PREVIEW_LENGTH)]
      .slice(0, DESCRIPTION_PREVIEW_LENGTH)
      .join(''),
    category,
    priority,
    status,
    ...(createdAt && { created_at: createdAt.toISOString() }),
    ...(externalId != null && { external_id: externalId }),
  };
}
