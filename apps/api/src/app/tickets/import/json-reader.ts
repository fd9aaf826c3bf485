import type { FileRow } from '@docket/import-rows';
import { flattened } from './flattened';
import { type ParsedRow, type RowReader, invalidRow, rowError, rowText } from './read-row';

/** Numbers that may lose digits as a number: ids of 16 digits and more, and those with an exponent. */
const LONG_NUMBER = /\d(?:e|\d{15})/i;

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

/** Parses JSON. A number that is not exact as one becomes its text: two long ids would be the same id. */
function parseJson(text: string): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value, and the line number locates the error
  }
}

function exactNumber(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const text = context?.source ?? '';
  return text === String(value) ? value : text;
}
