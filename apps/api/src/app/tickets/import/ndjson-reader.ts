import type { FileRow } from '@docket/import-rows';
import { type ParsedRow, type RowReader, rowError, invalidRow } from './read-row';

/** Reads NDJSON: each row is a JSON object. */
export class NdjsonReader implements RowReader {
  read(rows: readonly FileRow[]): ParsedRow[] {
    return rows.map((row) => {
      const problem = rowError(row);
      return problem ? invalidRow(row.line, problem) : readLine(row.line, row.bytes ?? new Uint8Array());
    });
  }

  /** An empty file is valid: it has no rows. */
  end(): void {
    return;
  }
}

function readLine(line: number, bytes: Uint8Array): ParsedRow {
  const fields = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  if (fields === undefined) return invalidRow(line, 'must be valid JSON');
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return invalidRow(line, 'must be an object');
  return { line, fields: fields as Record<string, unknown> };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value, and the line number locates the error
  }
}
