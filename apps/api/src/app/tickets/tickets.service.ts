import { Injectable, NotFoundException, PreconditionFailedException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, Repository } from 'typeorm';
import { retryConflict } from '../platform/database/retry-conflict';
import { Ticket } from './model/ticket.entity';
import { type TicketRow, ticketsOf } from './model/ticket-row';

/** What a ticket is filed with. */
export type TicketFields = Pick<Ticket, 'title' | 'description' | 'category' | 'priority'> &
  Partial<Pick<Ticket, 'status'>>;

/** What can be changed of a ticket. */
export type TicketChanges = Partial<TicketFields>;

const CHANGEABLE = ['title', 'description', 'category', 'priority', 'status'] as const;

@Injectable()
export class TicketsService {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  /** Files a ticket. One INSERT, which returns what the database filled in. */
  async create({ title, description, category, priority, status = 'open' }: TicketFields): Promise<TicketRow> {
    const { raw } = await retryConflict(() =>
      this.tickets
        .createQueryBuilder()
        .insert()
        .values({ title, description, category, priority, status })
        .returning('*')
        .updateEntity(false)
        .execute(),
    );
    return (raw as [TicketRow])[0];
  }

  /** @throws NotFoundException when there is no such ticket */
  async find(id: number): Promise<TicketRow> {
    const [ticket] = await ticketsOf(this.tickets.createQueryBuilder('ticket').where('ticket.id = :id', { id }));
    if (!ticket) throw new NotFoundException(`Ticket ${id} does not exist`);
    return ticket;
  }

  /**
   * One UPDATE of the named columns only, so two people changing different fields never undo each other's work. A ticket that
   * already is as asked is not touched: its version and its time of change stay.
   * @param versions the versions that may be changed; any when it is left out
   * @throws NotFoundException when there is no such ticket
   * @throws PreconditionFailedException when the ticket has another version
   */
  async update(id: number, changes: TicketChanges, versions?: readonly number[]): Promise<TicketRow> {
    const given = CHANGEABLE.filter((column) => changes[column] !== undefined);
    const changed = given.length ? await this.change(id, changes, given, versions) : undefined;
    if (changed) return changed;
    const ticket = await this.find(id);
    if (versions && !versions.includes(ticket.version)) {
      throw new PreconditionFailedException(`Ticket ${id} has changed since it was read`);
    }
    return ticket;
  }

  /** The ticket as changed; `undefined` when there is nothing to change, or nothing that may be. */
  private async change(
    id: number,
    changes: TicketChanges,
    columns: readonly (typeof CHANGEABLE)[number][],
    versions?: readonly number[],
  ): Promise<TicketRow | undefined> {
    const update = this.tickets
      .createQueryBuilder()
      .update()
      .set({
        ...Object.fromEntries(columns.map((column) => [column, changes[column]])),
        version: () => 'version + 1',
        updatedAt: () => 'clock_timestamp()', // and not now(): after waiting for another writer, that would be before his change
      })
      .where('id = :id', { id })
      .andWhere(
        new Brackets((differs) =>
          columns.forEach((column) =>
            differs.orWhere(`${column} <> :new_${column}`, { [`new_${column}`]: changes[column] }),
          ),
        ),
      )
      .returning('*');
    if (versions) update.andWhere('version = ANY(:versions)', { versions });
    const { raw } = await retryConflict(() => update.execute());
    return (raw as TicketRow[])[0];
  }
}
