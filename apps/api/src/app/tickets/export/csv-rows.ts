import { toCsvCell, withoutFormula } from '@docket/domain/csv';
import { CSV_COLUMNS, type CsvColumn } from './csv-columns';
import type { ExportedRow } from './exported-row';

/** The header row. */
export const CSV_HEADER = line(CSV_COLUMNS);

type Values = Readonly<Record<CsvColumn, string>>;

/**
 * A ticket as a CSV row (RFC 4180). Writes texts unchanged, and people and teams by name.
 * @param isForExcel prefixes a text that a spreadsheet would run as a formula with an apostrophe
 */
export function toCsvRow(ticket: ExportedRow, isForExcel: boolean): string {
  const values: Values = {
    id: String(ticket.id),
    external_id: ticket.external_id ?? '',
    title: ticket.title,
    description: ticket.description,
    category: ticket.category,
    priority: ticket.priority,
    status: ticket.status,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    requester: ticket.requester?.name ?? '',
    requester_email: ticket.requester?.email ?? '',
    assignee: ticket.assignee?.name ?? '',
    team: ticket.team?.name ?? '',
    tags: ticket.tags.join(','),
  };
  return line(CSV_COLUMNS.map((column) => (isForExcel ? withoutFormula(values[column]) : values[column])));
}

function line(values: readonly string[]): string {
  return `${values.map(toCsvCell).join(',')}\r\n`;
}
