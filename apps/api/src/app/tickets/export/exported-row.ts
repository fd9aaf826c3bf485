import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ExportForm } from './export-batches';
import { Ticket } from '../model/ticket.entity';
import { type TicketPageRow, type TicketRow, hasDescription, selectTicketPage, toTicketRow } from '../model/ticket-row';

/** A ticket with all of its fields. */
export interface ExportedRow extends TicketRow {
  readonly external_id: string | null;
}

/** A row of {@link selectExported}. */
export type ExportedPageRow = TicketPageRow & Pick<ExportedRow, 'external_id'>;

const BY_ID = [['ticket.id', 'ASC']] as const;

/** Selects tickets by id, up to 1 MB of text. */
export function selectExported(manager: EntityManager): SelectQueryBuilder<Ticket> {
  const tickets = selectTicketPage(manager.createQueryBuilder(Ticket, 'ticket'), BY_ID);
  return tickets.addSelect('ticket.externalId', 'external_id').orderBy('ticket.id');
}

/** The form of a CSV export: rows. */
export const EXPORTED_ROWS: ExportForm<readonly ExportedRow[]> = {
  select: selectExported,
  async read(read, { sql, parameters }) {
    const found = await read.query<ExportedPageRow>(sql, parameters);
    const fitting = fittingRows(found);
    return { content: fitting, rows: fitting.length, found: found.length, lastId: fitting.at(-1)?.id ?? null };
  },
};

/** The tickets whose texts fit. */
export function fittingRows(rows: readonly ExportedPageRow[]): ExportedRow[] {
  const fitting: ExportedRow[] = [];
  for (const row of rows) {
    if (!hasDescription(row)) break;
    fitting.push(Object.assign(toTicketRow(row), { external_id: row.external_id }));
  }
  return fitting;
}
