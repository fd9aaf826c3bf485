import type { GoodRow } from './row-checker';

/** Rows that are stored together: enough to be quick, few enough that other requests wait only briefly for the one embedded connection. */
const MAX_ROWS = 250;

/** Texts that are stored together, in UTF-16 units: a statement on long texts takes no longer than one on many rows. */
const MAX_TEXT = 250_000;

/** Rows on their way into the database. */
export class TicketBatch {
  readonly rows: GoodRow[] = [];
  private text = 0;

  add(row: GoodRow): void {
    this.rows.push(row);
    this.text += row.ticket.title.length + row.ticket.description.length;
  }

  get isFull(): boolean {
    return this.rows.length >= MAX_ROWS || this.text >= MAX_TEXT;
  }
}
