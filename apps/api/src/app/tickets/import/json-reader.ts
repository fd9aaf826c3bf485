import type { FileRow } from '@docket/import-rows';
import { flattened } from './flattened';
import { type ParsedRow, type RowReader, invalidRow, rowError, rowText } from './read-row';

/** Reads rows that are JSON objects. */
export class JsonReader implements RowReader {
  read(row: FileRow): ParsedRow {
    const problem = rowError(row);
    return problem ? invalidRow(row.line, problem) : readObject(row.line, rowText(row));
  }

  /** A file without rows is valid. */
  end(): void {
    return;
  }
}

function readObject(line: number, text: string): ParsedRow {
  const fields = parseJson(text);
  if (fields === undefined) return invalidRow(line, 'must be valid JSON');
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return invalidRow(line, 'must be an object');
  return { line, fields: flattened(fields as Record<string, unknown>) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value, and the line number locates the error
  }
}
