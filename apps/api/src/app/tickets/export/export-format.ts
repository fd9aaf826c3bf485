import { createHash } from 'node:crypto';
import { CSV_HEADER, toCsvRow } from './csv-rows';
import type { ExportForm } from './export-batches';
import { type ExportedRow, EXPORTED_ROWS } from './exported-row';
import { TICKET_LINES, type TicketLines } from './ticket-lines';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Media types with charset. */
export const EXPORT_MEDIA_TYPES = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
} satisfies Record<ExportFormat, string>;

/** Lets Excel detect UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the text of one export. */
export interface ExportWriter<T> {
  /** The text before the first ticket. */
  readonly start: string;
  write(batch: T): string | Buffer;
  /** The text after the last ticket. Call it once. */
  end(): string;
}

/** Writes one JSON object per line. The last line marks the export as complete and contains the SHA-256 of the preceding bytes. */
class NdjsonWriter implements ExportWriter<TicketLines> {
  readonly start = '';
  private readonly hash = createHash('sha256');
  private rows = 0;

  write({ bytes, rows }: TicketLines): Buffer {
    this.rows += rows;
    this.hash.update(bytes);
    return bytes;
  }

  end(): string {
    return `${JSON.stringify({ _docket: { rows: this.rows, sha256: this.hash.digest('hex') } })}\n`;
  }
}

class CsvWriter implements ExportWriter<readonly ExportedRow[]> {
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

/** The reader and the writer of an export. */
interface Exporting<T> {
  readonly form: ExportForm<T>;
  readonly writer: ExportWriter<T>;
}

/**
 * Calls a function with the reader and writer of a format.
 * @param isForExcel applies to CSV only
 */
export function inFormat<R>(format: ExportFormat, isForExcel: boolean, start: <T>(exporting: Exporting<T>) => R): R {
  return format === 'csv'
    ? start({ form: EXPORTED_ROWS, writer: new CsvWriter(isForExcel) })
    : start({ form: TICKET_LINES, writer: new NdjsonWriter() });
}
