import {
  type FileRow,
  type JsonSizeError,
  OBJECT_MAX_NAMES,
  ROW_MAX_VALUES,
  bulkAction,
  fitOf,
  jsonSizeError,
} from '@docket/import-rows';
import { flattened, withFirstNames } from './flattened';
import { checkColumns, checkHeaderLength, surplusError } from './header-row';
import { loneRecord } from './lone-record';
import { type ParsedRow, type RowReader, invalidRow, isBlank, rowError, rowText } from './read-row';
import { richText } from './rich-text';

/** Numbers that may lose digits when parsed: those of 16 digits and more, such as ids, and those with an exponent. */
const LONG_NUMBER = /\d(?:e|\d{15})/i;

const NO_NUMBER = /NaN|Infinity/;
const TEXT_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*(?:"|$)|-?\b(?:NaN|Infinity)\b/gs;

/** Members that may contain the name of a column, if columns are objects. */
const NAMES = ['name', 'key', 'field', 'display_name', 'displayName', 'label', 'title', 'id'];

/**
 * The error for a column-oriented document such as `{"title": {"0": "A", "1": "B"}, "status": {…}}`, whose first ticket is complete only at
 * the end.
 */
const COLUMNS_OF_VALUES =
  'must be one ticket, and is an object with the values of each column: export a list of tickets instead, in pandas with orient="records"';

const SIZE_ERRORS: Readonly<Record<JsonSizeError, string>> = {
  too_many_names: `must be one ticket, with at most ${OBJECT_MAX_NAMES.toLocaleString('en')} names in an object`,
  too_many_values: `must be one ticket, with at most ${ROW_MAX_VALUES.toLocaleString('en')} values`,
};

/** The only name in the last line of a complete export of Docket. */
const END_OF_EXPORT = '_docket';

/** Reads rows that are JSON objects, or lists of values that follow a list of column names. */
export class JsonReader implements RowReader {
  columns: readonly string[] | undefined;
  /** The id from the preceding action line in the bulk format of Elasticsearch. */
  private nextId: string | number | undefined;

  read(row: FileRow): ParsedRow | undefined {
    const problem = rowError(row) ?? sizeError(row);
    if (problem) return invalidRow(row.line, problem);
    const value = parseJson(withoutComma(rowText(row)));
    if (value === undefined) return invalidRow(row.line, 'must be valid JSON');
    if (Array.isArray(value) && (this.columns ?? row.isHeader)) return this.readList(row, value);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || this.columns)
      return invalidRow(row.line, this.columns ? 'must be a list' : 'must be an object');
    return this.readObject(row, withFirstNames(value as Record<string, unknown>));
  }

  /** A file without rows is valid, so this checks nothing. */
  end(): void {
    return;
  }

  private readObject({ line }: FileRow, object: Readonly<Record<string, unknown>>): ParsedRow | undefined {
    const action = bulkAction(object);
    const id = this.nextId;
    this.nextId = action?.id;
    if (action || isEndOfExport(object)) return undefined;
    if (hasColumns(object)) return invalidRow(line, COLUMNS_OF_VALUES);
    const fields = flattened(loneRecord(object));
    return { line, fields: id === undefined ? fields : { _id: id, ...fields } };
  }

  /** @throws InvalidInputException if the first list cannot be the columns */
  private readList(row: FileRow, list: readonly unknown[]): ParsedRow | undefined {
    if (!this.columns) {
      checkHeaderLength(row);
      this.columns = checkColumns(list.map(nameOf));
      return undefined;
    }
    if (list.every(isBlank)) return undefined;
    const surplus = surplusError(list, this.columns);
    return surplus
      ? invalidRow(row.line, surplus)
      : { line: row.line, values: list.map((value) => richText(value) ?? value) };
  }
}

/** The reason why a row is too large to be parsed: parsing would block other requests. */
function sizeError({ bytes }: FileRow): string | undefined {
  const error = bytes && jsonSizeError(bytes);
  return error && SIZE_ERRORS[error];
}

/** Whether an object is the last line of an export of Docket: `{"_docket": {"rows": 124, "sha256": "…"}}`. */
function isEndOfExport(object: Readonly<Record<string, unknown>>): boolean {
  const end = object[END_OF_EXPORT];
  return Object.keys(object).length === 1 && typeof end === 'object' && end !== null && 'rows' in end;
}

/** Whether the members of an object are columns, each with the values of several tickets. */
function hasColumns(object: Readonly<Record<string, unknown>>): boolean {
  const isColumn = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  const hasValues = (value: unknown) => Object.keys(value as object)[0] === '0';
  return (
    Object.values(object).every((value) => isColumn(value) && hasValues(value)) &&
    Object.keys(object).some((name) => fitOf(name)?.field === 'title')
  );
}

/** Removes the comma that some programs write after each line, as in a list. */
function withoutComma(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(',') ? trimmed.slice(0, -1) : text;
}

/** The name of a column: a text, or a member of an object. */
function nameOf(column: unknown): string {
  if (typeof column === 'string' || typeof column === 'number') return String(column);
  if (typeof column !== 'object' || column === null) return '';
  const members = column as Record<string, unknown>;
  const name = NAMES.map((one) => members[one]).find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : '';
}

/** Parses JSON. A number that JavaScript cannot represent exactly becomes its text: otherwise two long ids could become equal. */
function parseJson(text: string): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
  } catch {
    // undefined stands for invalid JSON, which has no such value; the line number locates the error
    return NO_NUMBER.test(text) ? parseJson(withoutNoNumbers(text)) : undefined;
  }
}

/** Replaces Python's missing numbers, such as NaN, by null outside of strings. Returns an empty text if there are none. */
function withoutNoNumbers(text: string): string {
  const replaced = text.replaceAll(TEXT_OR_NO_NUMBER, (part) => (part.startsWith('"') ? part : 'null'));
  return replaced === text ? '' : replaced;
}

function exactNumber(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const text = context?.source ?? '';
  return text === String(value) ? value : text;
}
