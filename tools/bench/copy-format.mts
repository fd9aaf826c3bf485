import type { RealisticTicket } from './realistic-tickets.mts';

const ROWS_PER_BLOCK = 500;

/** Encodes tickets in the text format of COPY: title, description, category, priority, status, created_at. */
export function* copyText(tickets: Iterable<RealisticTicket>): Generator<string> {
  yield* blocks(tickets, (ticket) => `${fieldsOf(ticket).map(escape).join('\t')}\n`);
}

/** Encodes tickets in the CSV format of COPY, with the same columns. */
export function* copyCsv(tickets: Iterable<RealisticTicket>): Generator<string> {
  yield* blocks(tickets, (ticket) => `${fieldsOf(ticket).map(quote).join(',')}\n`);
}

function* blocks(tickets: Iterable<RealisticTicket>, encode: (ticket: RealisticTicket) => string): Generator<string> {
  let block = '';
  let rows = 0;
  for (const ticket of tickets) {
    block += encode(ticket);
    if (++rows % ROWS_PER_BLOCK === 0) {
      yield block;
      block = '';
    }
  }
  if (block) yield block;
}

function fieldsOf({ title, description, category, priority, status, createdAt }: RealisticTicket): string[] {
  return [title, description, category, priority, status, createdAt.toISOString()];
}

function escape(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r');
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
