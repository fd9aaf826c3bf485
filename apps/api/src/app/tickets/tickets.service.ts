import { Injectable, NotFoundException, PreconditionFailedException } from '@nestjs/common';
import type { Actor } from '../platform/context/actor';
import { SqlTextCache } from '../platform/database/sql-text-cache';
import { Transactions } from '../platform/database/transactions';
import type { TicketChanges, TicketFields } from './model/new-ticket';
import { type TicketRow, selectTicketById } from './model/ticket-row';
import { TicketWriter } from './write/ticket-writer';

@Injectable()
export class TicketsService {
  private readonly sqlTexts: SqlTextCache;

  constructor(
    private readonly transactions: Transactions,
    private readonly writer: TicketWriter,
  ) {
    this.sqlTexts = new SqlTextCache(transactions);
  }

  create(actor: Actor, fields: TicketFields): Promise<TicketRow> {
    return this.writer.create(actor, fields);
  }

  /** @throws NotFoundException if the ticket does not exist */
  async find(id: number): Promise<TicketRow> {
    const [ticket] = await this.sqlTexts.query<TicketRow>('by id', { id }, () =>
      selectTicketById(this.transactions.manager, id),
    );
    if (!ticket) throw notFound(id);
    return ticket;
  }

  /**
   * Changes the given fields.
   * @param versions the versions that may be changed; undefined for any
   * @throws NotFoundException if the ticket does not exist
   * @throws PreconditionFailedException if the ticket has another version
   */
  async update(actor: Actor, id: number, changes: TicketChanges, versions?: readonly number[]): Promise<TicketRow> {
    const update = await this.writer.update(actor, id, changes, versions);
    if (update.outcome === 'missing') throw notFound(id);
    if (update.outcome === 'version_mismatch') {
      throw new PreconditionFailedException(`Ticket ${id} has changed since it was read`);
    }
    return update.ticket;
  }
}

function notFound(id: number): NotFoundException {
  return new NotFoundException(`Ticket ${id} does not exist`);
}
