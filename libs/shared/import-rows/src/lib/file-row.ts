/** Format of an import file: one JSON object per line, values with a header row, or JSON of any form. */
export type RowFormat = 'ndjson' | 'csv' | 'json';

/** Maximum length of a row, in bytes. The longest description fits, even if each character is two escapes of 6 bytes. */
export const ROW_MAX_BYTES = 1_572_864;

/**
 * Why a row cannot be read: its length exceeds {@link ROW_MAX_BYTES}, or the file ends inside one of its quoted values or inside a JSON
 * document.
 */
export type RowError = 'too_long' | 'quote_not_closed' | 'document_not_closed';

/** An unparsed row of a file: a line of NDJSON, a row of CSV, or an element of a JSON document. */
export interface FileRow {
  /** First line of the row; the first line of the file is 1. */
  readonly line: number;
  /** Byte range in the text of the file in UTF-8, including the line break of a line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Content without the line break, in UTF-8 unless the file has invalid bytes there; undefined if it is too long. */
  readonly bytes?: Uint8Array;
  readonly error?: RowError;
}

/** Bytes that arrive in parts. Keeps none of them once they are more than a row may have. */
export class RowBytes {
  /** The first byte, even of a row that is too long. */
  first: number | undefined;
  private parts: Uint8Array[] = [];
  private length = 0;

  append(part: Uint8Array): void {
    if (this.length === 0) this.first = part[0];
    this.length += part.length;
    if (this.length > ROW_MAX_BYTES) this.parts = [];
    else if (part.length) this.parts.push(part);
  }

  /** Returns the bytes, or undefined if they are too long, and starts again. */
  take(): Uint8Array | undefined {
    const bytes = this.length > ROW_MAX_BYTES ? undefined : concat(this.parts);
    this.clear();
    return bytes;
  }

  clear(): void {
    this.parts = [];
    this.length = 0;
    this.first = undefined;
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
