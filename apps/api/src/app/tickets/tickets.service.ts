import { Injectable, NotFoundException, PreconditionFailedException } from '@nestjs/common';
import type { Actor } from '../platform/context/actor';
import { SqlTextCache } from '../platform/database/sql-text-cache';
import { Transactions } from '../platform/database/transactions';
import type { Assignment, TicketChanges, TicketFields } from './model/new-ticket';
import { type TicketRow, selectTicketById } from './model/ticket-row';
import { type NamedAssignment, TicketReferences } from './ticket-references';
import { TicketWriter } from './write/ticket-writer';

@Injectable()
export class TicketsService {
  private readonly sqlTexts: SqlTextCache;

  constructor(
    private readonly transactions: Transactions,
    private readonly writer: TicketWriter,
    private readonly references: TicketReferences,
  ) {
    this.sqlTexts = new SqlTextCache(transactions);
  }

  /** @throws InvalidInputException if the assignee or the team does not exist */
  create(actor: Actor, fields: TicketFields, named: NamedAssignment = {}): Promise<TicketRow> {
    return this.assigning(actor, named, (assignment) => this.writer.create(actor, { ...fields, ...assignment }));
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
   * @throws InvalidInputException if the assignee or the team does not exist
   */
  async update(
    actor: Actor,
    id: number,
    changes: TicketChanges,
    named: NamedAssignment = {},
    versions?: readonly number[],
  ): Promise<TicketRow> {
    return this.assigning(actor, named, async (assignment) => {
      const update = await this.writer.update(actor, id, { ...changes, ...assignment }, versions);
      if (update.outcome === 'missing') throw notFound(id);
      if (update.outcome === 'version_mismatch') {
        throw new PreconditionFailedException(`Ticket ${id} has changed since it was read`);
      }
      return update.ticket;
    });
  }

  /** Resolves the relations and writes the ticket in one transaction. A write without relations stays a single statement. */
  private assigning<T>(
    actor: Actor,
    named: NamedAssignment,
    write: (assignment: Assignment) => Promise<T>,
  ): Promise<T> {
    const isNamed = Object.values(named).some((value) => value !== undefined);
    return isNamed ? this.transactions.run(async () => write(await this.references.resolve(actor, named))) : write({});
  }
}

function notFound(id: number): NotFoundException {
  return new NotFoundException(`Ticket ${id} does not exist`);
}
