import type { ImportCheckDto, ImportPreviewDto } from './import-check.dto';
import { DESCRIPTION_PREVIEW_LENGTH } from './import-check.dto';
import { ImportErrors } from './import-errors';
import type { ImportResultDto } from './import-result.dto';
import type { FileReading } from './file-reading';
import type { CheckedRow, RowPlace, ValidRow } from './row-checker';

/** Maximum number of rows that a check reads. */
const MAX_ROWS = 1000;

const MAX_TICKETS = 20;

/** Reads the first rows of a file without storing them. */
export async function checkFile(file: FileReading): Promise<ImportResultDto> {
  const check: ImportCheckDto = { rows: 0, importable: 0, tickets: [] };
  const errors = new ImportErrors();
  const count = (row: CheckedRow & RowPlace) => {
    check.rows++;
    if ('errors' in row) {
      errors.add(row, row.errors);
      return;
    }
    check.importable++;
    file.reading.countDefaults(row.defaulted);
    if (check.tickets.length < MAX_TICKETS) check.tickets.push(toPreview(row));
  };
  for await (const rows of file.rows()) {
    rows.slice(0, MAX_ROWS - check.rows).forEach(count);
    if (check.rows === MAX_ROWS) break;
  }
  return {
    imported: 0,
    rejected: check.rows - check.importable,
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
