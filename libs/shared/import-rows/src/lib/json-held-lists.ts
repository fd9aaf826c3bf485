import { fitOf } from '#import-rows/columns/column-fit';
import type { FileRow } from '#import-rows/file-row';

/** Maximum size of the lists that wait for the names of their columns. */
const HELD_MAX_BYTES = 4_194_304;

/** Estimated overhead of a row, in bytes. */
const ROW_BYTES = 200;

/**
 * Buffers lists that precede the names of their columns in an object: `{"data": [[1, "A"]], "columns": ["id", "title"]}`. Beyond 4 MB, the
 * first list names the columns, as in a spreadsheet.
 */
export class JsonHeldLists {
  isHolding = false;
  private rows: FileRow[] = [];
  private bytes = 0;

  /** Passes a row on, or buffers it. Buffering starts at a first list that names no title. */
  *pass(row: FileRow, mayHold: boolean): Generator<FileRow> {
    if (mayHold && row.isHeader && !namesTitle(row.bytes)) this.isHolding = true;
    if (!this.isHolding) {
      yield row;
      return;
    }
    this.rows.push({ ...row, bytes: row.bytes?.slice() });
    this.bytes += ROW_BYTES + (row.bytes?.length ?? 0);
    if (this.bytes > HELD_MAX_BYTES) yield* this.release();
  }

  /** Returns the buffered rows, after the header row if there is one. */
  *release(header?: FileRow): Generator<FileRow> {
    const { rows } = this;
    this.isHolding = false;
    this.rows = [];
    this.bytes = 0;
    if (header) yield header;
    for (const row of rows) yield header ? { ...row, isHeader: false } : row;
  }
}

function namesTitle(bytes: Uint8Array = new Uint8Array()): boolean {
  try {
    const values = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
    return values.some((value) => typeof value === 'string' && fitOf(value)?.field === 'title');
  } catch {
    return false;
  }
}
