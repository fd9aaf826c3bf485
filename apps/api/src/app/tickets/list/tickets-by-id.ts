import { Injectable } from '@nestjs/common';
import { SqlTextCache } from '../../platform/database/sql-text-cache';
import { Transactions } from '../../platform/database/transactions';
import { Ticket } from '../model/ticket.entity';
import { type TicketPageRow, type TicketRow, hasDescription, selectTicketPage, toTicketRow } from '../model/ticket-row';

/** The tickets of a list of ids. */
export interface FoundById {
  /** In the order of the requested ids. */
  readonly tickets: readonly TicketRow[];
  /** Number of ids that have a ticket. */
  readonly total: number;
  /** Ids without a ticket, up to {@link rest}. */
  readonly missing: readonly number[];
  /** The remaining ids, whose tickets do not fit on the page (`PAGE_TEXT_BYTES`). */
  readonly rest: readonly number[];
}

const IN_THE_ORDER_OF_IDS = [['array_position(:ids::int[], ticket.id)', 'ASC']] as const;

/** Reads tickets by their ids. */
@Injectable()
export class TicketsById {
  private readonly sqlTexts: SqlTextCache;

  constructor(private readonly transactions: Transactions) {
    this.sqlTexts = new SqlTextCache(transactions);
  }

  /** @param ids without duplicates */
  async find(ids: readonly number[]): Promise<FoundById> {
    const rows = await this.sqlTexts.query<TicketPageRow>('by ids', { ids }, () => {
      const { manager } = this.transactions;
      const tickets = manager.createQueryBuilder(Ticket, 'ticket').where('ticket.id = ANY(:ids::int[])', { ids });
      return selectTicketPage(tickets, IN_THE_ORDER_OF_IDS).orderBy(...IN_THE_ORDER_OF_IDS[0]);
    });
    const tickets = rows.filter(hasDescription).map(toTicketRow);
    const firstBeyond = rows[tickets.length];
    const end = firstBeyond ? ids.indexOf(firstBeyond.id) : ids.length;
    const found = new Set(tickets.map(({ id }) => id));
    return {
      tickets,
      total: rows.length,
      missing: ids.slice(0, end).filter((id) => !found.has(id)),
      rest: ids.slice(end),
    };
  }
}
