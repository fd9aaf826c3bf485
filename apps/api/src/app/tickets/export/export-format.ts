import { createHash } from 'node:crypto';
import { toExportedTicketDto } from './exported-ticket.dto';
import { CSV_HEADER, toCsvRow } from './csv-rows';
import type { ExportedRow } from './exported-row';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media types, with the encoding of the text. */
export const EXPORT_MEDIA_TYPES = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
} satisfies Record<ExportFormat, string>;

/** Tells Excel that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the text of one export. */
export interface ExportWriter {
  /** The text before the first ticket. */
  readonly start: string;
  write(tickets: readonly ExportedRow[]): string;
  /** The text after the last ticket. Call it once. */
  end(): string;
}

/** One JSON object a line. The last one says that the export is complete, with the SHA-256 of the bytes before it. */
class NdjsonWriter implements ExportWriter {
  readonly start = '';
  private readonly hash = createHash('sha256');
  private rows = 0;

  write(tickets: readonly ExportedRow[]): string {
    const lines = tickets.map((ticket) => `${JSON.stringify(toExportedTicketDto(ticket))}\n`).join('');
    this.rows += tickets.length;
    this.hash.update(lines);
    return lines;
  }

  end(): string {
    return `${JSON.stringify({ _docket: { rows: this.rows, sha256: this.hash.digest('hex') } })}\n`;
  }
}

class CsvWriter implements ExportWriter {
  readonly start: string;

  constructor(private readonly isForExcel: boolean) {
    this.start = (isForExcel ? BYTE_ORDER_MARK : '') + CSV_HEADER;
  }

  write(tickets: readonly ExportedRow[]): string {
    return tickets.map((ticket) => toCsvRow(ticket, this.isForExcel)).join('');
  }

  end(): string {
    return '';
  }
}

/** @param isForExcel applies to CSV only */
export function exportWriter(format: ExportFormat, isForExcel: boolean): ExportWriter {
  return format === 'csv' ? new CsvWriter(isForExcel) : new NdjsonWriter();
}
