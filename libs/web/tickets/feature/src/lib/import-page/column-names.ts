import { type FileRow, FileSplitter, readCsvValues, shortened } from '@docket/import-rows';

/** Size of the part that is read: the maximum of a header row, and ample for the first row of JSON. */
const HEAD_BYTES = 262_144;

/**
 * Reads the column names of a file that the API could not interpret, so that a person can choose the title column. They are shortened as in
 * the API's responses. Empty if there are none.
 */
export async function readColumnNames(file: Blob, encoding: string | undefined): Promise<string[]> {
  const splitter = new FileSplitter({ encoding });
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  for (const row of [...splitter.push(head), ...splitter.end()]) {
    const text = new TextDecoder().decode(row.bytes);
    if (text.trim() === '') continue;
    const isCsv = splitter.format?.format === 'csv';
    return (isCsv ? csvNames(text, splitter.format?.separator ?? ',', row) : jsonNames(text)).map(shortened);
  }
  return [];
}

function csvNames(text: string, separator: string, { dialect }: FileRow): string[] {
  const values = readCsvValues(text, separator, dialect);
  return typeof values === 'string' ? [] : values.map((name) => name.trim()).filter(Boolean);
}

/** Names as the API writes them: `fields.summary` is inside an object. A list contains the column names. */
function jsonNames(text: string): string[] {
  try {
    const row: unknown = JSON.parse(text);
    if (Array.isArray(row)) return row.flatMap((column: unknown) => nameOf(column) ?? []);
    return isRecord(row) ? namesIn(row) : [];
  } catch {
    return [];
  }
}

function nameOf(column: unknown): string | undefined {
  const name = isRecord(column) ? column['name'] : column;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function namesIn(row: Record<string, unknown>): string[] {
  return Object.entries(row).flatMap(([name, value]) =>
    isRecord(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
