import { type FileRow, FileSplitter, readCsvValues } from '@docket/import-rows';
import type { ImportError } from '@docket/web/tickets/data/imports';
import { fieldErrorText } from './rejection-reasons';

/** The file, its encoding, and its rejected rows. */
export interface RejectedSource {
  readonly content: Blob;
  readonly encoding: string;
  /** Name of the title column, if a person chose it. */
  readonly title?: string;
  readonly errors: readonly ImportError[];
}

/** Maximum size of the rows in the file of rejected rows, in bytes. Later rows have only their line and their errors. */
const MAX_BYTES = 50_000_000;

/** Makes spreadsheets read a CSV file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rejected rows by position, as CSV values or as one JSON text. */
interface FoundRows {
  readonly header: readonly string[];
  readonly rows: ReadonlyMap<number, readonly string[]>;
}

/**
 * Creates a CSV file of the rejected rows: their line, their errors, and their values under the column names of the file, so that they can
 * be corrected and imported again. The values are missing if the file can no longer be read.
 */
export async function toRejectedFile(source: RejectedSource): Promise<Blob> {
  const { header, rows } = await findRows(source).catch((): FoundRows => ({ header: [], rows: new Map() }));
  const isNumbered = source.errors.some(({ row }) => row !== undefined);
  const lines = source.errors.map((error) => [
    `${placeOf(error)}`,
    error.errors.map(fieldErrorText).join('; '),
    ...(rows.get(placeOf(error)) ?? []),
  ]);
  const table = [[isNumbered ? 'import_row' : 'import_line', 'import_errors', ...header], ...lines];
  return new Blob([BYTE_ORDER_MARK, ...table.map((values) => `${values.map(quote).join(',')}\r\n`)], {
    type: 'text/csv',
  });
}

/** Position of a row: its number in a JSON document, which may be one line, or its line in another file. */
function placeOf({ line, row }: Pick<FileRow, 'line' | 'row'>): number {
  return row ?? line;
}

async function findRows({ content, encoding, title, errors }: RejectedSource): Promise<FoundRows> {
  const splitter = new FileSplitter({ encoding, title });
  const wanted = new Set(errors.map(placeOf));
  const rows = new Map<number, string[]>();
  let header: string[] | undefined;
  let bytes = 0;
  const add = (row: FileRow) => {
    const separator = splitter.format?.format === 'csv' ? (splitter.format.separator ?? ',') : undefined;
    if (row.isHeader && separator !== undefined) header = valuesOf(row, separator);
    const place = placeOf(row);
    if (row.isHeader || !wanted.has(place)) return;
    bytes += row.bytes?.length ?? 0;
    if (bytes <= MAX_BYTES) rows.set(place, valuesOf(row, separator));
    wanted.delete(place);
  };
  const reader = content.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done && wanted.size > 0; chunk = await reader.read()) {
    for (const row of splitter.push(chunk.value)) add(row);
  }
  if (wanted.size > 0) for (const row of splitter.end()) add(row);
  await reader.cancel();
  return { header: header ?? ['row'], rows };
}

/** Values of a CSV row; the whole row if it cannot be split or is JSON. */
function valuesOf({ bytes, dialect }: FileRow, separator: string | undefined): string[] {
  const text = new TextDecoder().decode(bytes);
  const values = separator === undefined ? text : readCsvValues(text, separator, dialect);
  return typeof values === 'string' ? [text] : values;
}

function quote(value: string): string {
  return /["\r\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
