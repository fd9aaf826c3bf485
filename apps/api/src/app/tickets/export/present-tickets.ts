import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { PAGE_TEXT_BYTES } from '../model/ticket-row';
import { type ExportedPageRow, type ExportedRow, fittingRows, selectExported } from './exported-row';

const SIZES = `
  SELECT id, octet_length(title) + octet_length(description) AS bytes FROM tickets WHERE id = ANY($1::int[])`;

/** The current state of tickets, for callers that list ids in an order of their own. */
@Injectable()
export class PresentTickets {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Number of leading ids whose tickets have at most 1 MB of text together, at least one. Repeated ids count each time. Reads only the
   * lengths of the texts.
   */
  async countFitting(ids: readonly number[]): Promise<number> {
    if (!ids.length) return 0;
    const sizes = await this.transactions.statement((manager) =>
      manager.query<{ id: number; bytes: number }[]>(SIZES, [[...new Set(ids)]]),
    );
    const bytesOf = new Map(sizes.map(({ id, bytes }) => [id, bytes]));
    let total = 0;
    const end = ids.findIndex((id, index) => (total += bytesOf.get(id) ?? 0) > PAGE_TEXT_BYTES && index > 0);
    return end === -1 ? ids.length : end;
  }

  /** The tickets by id. Missing tickets are left out. */
  async read(ids: readonly number[]): Promise<ReadonlyMap<number, ExportedRow>> {
    const tickets = new Map<number, ExportedRow>();
    // More than one query is needed only if texts have grown since they were counted.
    for (let rest = [...new Set(ids)]; rest.length;) {
      const rows = await this.transactions.statement((manager) =>
        selectExported(manager).where('ticket.id = ANY(:ids::int[])', { ids: rest }).getRawMany<ExportedPageRow>(),
      );
      const fitting = fittingRows(rows);
      for (const ticket of fitting) tickets.set(ticket.id, ticket);
      rest = rows.slice(fitting.length).map(({ id }) => id);
    }
    return tickets;
  }
}
