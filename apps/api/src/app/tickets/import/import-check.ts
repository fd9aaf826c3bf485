import type { Colleagues } from './colleagues';
import type { ImportCheckDto, ImportPreviewDto } from './import-check.dto';
import { DESCRIPTION_PREVIEW_LENGTH } from './import-check.dto';
import { ImportErrors } from './import-errors';
import type { ImportResultDto } from './import-result.dto';
import type { FileReading } from './file-reading';
import { withRow } from './row-adjustments';
import type { CheckedRow, RowPlace, ValidRow } from './row-checker';

/** Maximum number of rows in a check. */
const MAX_ROWS = 1000;

const MAX_TICKETS = 20;

/** Reads the first rows of a file without storing them. */
export async function checkFile(file: FileReading, colleagues: Colleagues): Promise<ImportResultDto> {
  const check: ImportCheckDto = { rows: 0, importable: 0, tickets: [] };
  const errors = new ImportErrors();
  const count = (row: ValidRow) => {
    check.importable++;
    file.reading.adjustments = withRow(file.reading.adjustments, row);
    if (check.tickets.length < MAX_TICKETS) check.tickets.push(toPreview(row));
  };
  for await (const part of file.rows()) {
    const rows = part.slice(0, MAX_ROWS - check.rows).map(({ row }) => row);
    check.rows += rows.length;
    for (const row of rows) if ('errors' in row) errors.add(row, row.errors);
    (await colleagues.assign(rows.filter(isValid))).forEach(count);
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

function isValid(row: CheckedRow & RowPlace): row is ValidRow {
  return !('errors' in row);
}

/** Names the assignee and team as in the file: a program that may import is not necessarily allowed to read the names of people. */
function toPreview({ line, ticket, requester, assignee, team }: ValidRow): ImportPreviewDto {
  const { title, description, category, priority, status = 'open', createdAt, externalId, tags = [] } = ticket;
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
    ...(requester && { requester }),
    ...(ticket.assigneeId != null && { assignee: assignee?.name || assignee?.address }),
    ...(ticket.teamId != null && { team }),
    ...(tags.length > 0 && { tags: [...tags] }),
  };
}
