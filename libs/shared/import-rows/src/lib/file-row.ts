import type { CsvDialect } from '#import-rows/csv/csv-dialect';

/** Format of an import file: one JSON object per line, values with a header row, or JSON of any form. */
export type RowFormat = 'ndjson' | 'csv' | 'json';

/** Maximum length of a row, in bytes. The longest description fits, even if each character is two escapes of 6 bytes. */
export const ROW_MAX_BYTES = 1_572_864;

/**
 * Reason why a row cannot be read: it exceeds {@link ROW_MAX_BYTES}, or the file ends inside one of its quoted values or inside a JSON
 * document.
 */
export type RowError = 'too_long' | 'object_too_long' | 'quote_not_closed' | 'document_not_closed';

const EMPTY = new Uint8Array();

/** An unparsed row of a file: a line of NDJSON, a row of CSV, or an element of a JSON document. */
export interface FileRow {
  /** First line of the row; the first line of the file is 1. */
  readonly line: number;
  /** Number of the row in a JSON document, from 1. A whole document may be one line. */
  readonly row?: number;
  /** Byte range in the text of the file in UTF-8, including the line break of a line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Content without the line break, in UTF-8 except for invalid bytes of the file; undefined if it is too long. */
  readonly bytes?: Uint8Array;
  readonly error?: RowError;
  /** Whether the row names the columns: the header row of CSV, or a list before rows of JSON that are lists. */
  readonly isHeader?: boolean;
  /** Quoting rules of CSV, if not those of RFC 4180. */
  readonly dialect?: CsvDialect;
}

/** The bytes of a row, which arrive in parts of any size. Drops them once they exceed {@link ROW_MAX_BYTES}. */
export class RowBytes {
  /** The first byte, even of a row that is too long. */
  first: number | undefined;
  private length = 0;
  /** The only part so far, or a copy of all parts with spare capacity. */
  private bytes: Uint8Array = EMPTY;
  private isCopy = false;

  append(part: Uint8Array): void {
    const start = this.length;
    this.length += part.length;
    if (start === 0) {
      this.first = part[0];
      this.bytes = part;
    } else if (this.length <= ROW_MAX_BYTES && part.length) {
      if (!this.isCopy || this.bytes.length < this.length) this.grow(start);
      this.bytes.set(part, start);
    }
    if (this.length > ROW_MAX_BYTES) this.bytes = EMPTY;
  }

  /** Copies the bytes so far; undefined if they are too long. */
  copyAll(): Uint8Array | undefined {
    return this.copy(0, this.length);
  }

  /** Copies a range of the bytes so far; undefined if they are too long. */
  copy(start: number, end: number): Uint8Array | undefined {
    return this.length > ROW_MAX_BYTES ? undefined : this.bytes.slice(start, end);
  }

  /** Returns and clears the bytes; undefined if they are too long. */
  take(): Uint8Array | undefined {
    const bytes = this.length > ROW_MAX_BYTES ? undefined : this.bytes.subarray(0, this.length);
    this.clear();
    return bytes;
  }

  clear(): void {
    this.first = undefined;
    this.length = 0;
    this.bytes = EMPTY;
    this.isCopy = false;
  }

  private grow(filled: number): void {
    const copy = new Uint8Array(Math.min(2 * this.length, ROW_MAX_BYTES));
    copy.set(this.bytes.subarray(0, filled));
    this.bytes = copy;
    this.isCopy = true;
  }
}

/** Joins parts. A single part is not copied. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    result.set(part, position);
    position += part.length;
  }
  return result;
}
