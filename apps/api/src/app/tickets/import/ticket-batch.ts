import type { ValidRow } from './row-checker';

/**
 * Maximum number of rows in a batch: enough to be fast, and few enough that other requests wait only briefly for the connection of the
 * embedded database.
 */
const MAX_ROWS = 250;

/** Maximum length of the text in a batch, in UTF-16 code units, so that a batch of long texts takes no longer than one of many rows. */
const MAX_TEXT = 250_000;

/** Rows that are stored in one statement. */
export class TicketBatch {
  readonly rows: ValidRow[] = [];
  private text = 0;

  add(row: ValidRow): void {
    this.rows.push(row);
    this.text += row.ticket.title.length + row.ticket.description.length;
  }

  get isFull(): boolean {
    return this.rows.length >= MAX_ROWS || this.text >= MAX_TEXT;
  }
}
