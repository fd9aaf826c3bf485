import { PROPERTY_DEFAULTS, PROPERTY_NAMES } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Brackets } from 'typeorm';
import type { Actor } from '../../platform/context/actor';
import { currentContext } from '../../platform/context/work-context';
import { Transactions } from '../../platform/database/transactions';
import type { NewTicket, TicketChanges, TicketFields } from '../model/new-ticket';
import { Ticket } from '../model/ticket.entity';
import { TICKET_ROW_COLUMNS, type TicketRow, selectTicketById } from '../model/ticket-row';

/** The columns that people set. */
const WRITABLE_COLUMNS = ['title', 'description', ...PROPERTY_NAMES] as const;

const INSERTED_COLUMNS = WRITABLE_COLUMNS.join(', ');

/** A constant text: building it with the query builder costs as much as running it. */
const INSERT = `
  INSERT INTO tickets (${INSERTED_COLUMNS}) VALUES (${WRITABLE_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})
  RETURNING ${TICKET_ROW_COLUMNS}`;

/** One parameter for each column, not for each value: ten times as fast for a batch. */
const INSERT_MANY = `
  INSERT INTO tickets (${INSERTED_COLUMNS}, created_at, updated_at, external_id)
  SELECT ${INSERTED_COLUMNS}, coalesce(created_at, now()), coalesce(updated_at, created_at, now()), external_id
  FROM unnest(${[
    ...WRITABLE_COLUMNS.map((_, index) => `$${index + 1}::text[]`),
    `$${WRITABLE_COLUMNS.length + 1}::timestamptz[]`,
    `$${WRITABLE_COLUMNS.length + 2}::timestamptz[]`,
    `$${WRITABLE_COLUMNS.length + 3}::text[]`,
  ].join(', ')}) AS row (${INSERTED_COLUMNS}, created_at, updated_at, external_id)`;

/** Skips tickets whose external id exists, also if another transaction stores it at the same time. */
const INSERT_NEW = `${INSERT_MANY}
  ON CONFLICT (external_id) WHERE external_id IS NOT NULL DO NOTHING
  RETURNING external_id`;

/** The outcome of an update. */
export type TicketUpdate =
  | { readonly outcome: 'changed' | 'unchanged'; readonly ticket: TicketRow }
  | { readonly outcome: 'version_mismatch' }
  | { readonly outcome: 'missing' };

/**
 * The only class of the API that writes tickets. Every method takes the actor, joins the running transaction if there is one, and
 * retries after a conflict with a concurrent transaction.
 */
@Injectable()
export class TicketWriter {
  private readonly logger = new Logger('Tickets');

  constructor(private readonly transactions: Transactions) {}

  /** Files a ticket. A single INSERT; RETURNING gives the generated columns. */
  async create(actor: Actor, fields: TicketFields): Promise<TicketRow> {
    const row = { ...PROPERTY_DEFAULTS, ...defined(fields) };
    const values = WRITABLE_COLUMNS.map((column) => row[column]);
    const [ticket] = await this.transactions.statement((manager) => manager.query<[TicketRow]>(INSERT, values));
    this.log('Ticket created', actor, { ticket_id: ticket.id });
    return ticket;
  }

  /**
   * Inserts imported or sample tickets in their order, all or none. `updatedAt` defaults to `createdAt`, and `createdAt` to now.
   * @returns the tickets that were not inserted, because a ticket with their external id exists
   */
  async createMany(actor: Actor, tickets: readonly NewTicket[]): Promise<readonly NewTicket[]> {
    const rows = tickets.map((ticket) => ({ ...PROPERTY_DEFAULTS, ...defined(ticket) }));
    const parameters = [
      ...WRITABLE_COLUMNS.map((column) => rows.map((row) => row[column])),
      tickets.map(({ createdAt }) => createdAt?.toISOString() ?? null),
      tickets.map(({ updatedAt }) => updatedAt?.toISOString() ?? null),
      tickets.map(({ externalId }) => externalId ?? null),
    ];
    const hasExternalIds = tickets.some(({ externalId }) => externalId != null);
    const inserted = await this.transactions.statement((manager) =>
      manager.query<{ external_id: string | null }[]>(hasExternalIds ? INSERT_NEW : INSERT_MANY, parameters),
    );
    const skipped = hasExternalIds ? notInserted(tickets, new Set(inserted.map((row) => row.external_id))) : [];
    this.log('Tickets created', actor, { tickets: tickets.length - skipped.length });
    return skipped;
  }

  /**
   * Changes the given columns in one UPDATE, so concurrent changes of different fields do not overwrite each other. Sending
   * current values changes nothing: `updated_at` and the version stay.
   * @param versions the versions that may be changed; undefined for any
   */
  async update(actor: Actor, id: number, changes: TicketChanges, versions?: readonly number[]): Promise<TicketUpdate> {
    const columns = WRITABLE_COLUMNS.filter((column) => changes[column] !== undefined);
    if (!columns.length) return this.unchangedOutcome(id, versions);
    const result = await this.transactions.statement((manager) => {
      const update = manager
        .createQueryBuilder()
        .update(Ticket)
        .set({
          ...Object.fromEntries(columns.map((column) => [column, changes[column]])),
          version: () => 'version + 1',
          updatedAt: () => 'clock_timestamp()', // Not now(): after a lock wait it predates the other writer's commit.
        })
        .where('id = :id', { id })
        .andWhere(
          new Brackets((whereChanged) =>
            columns.forEach((column) =>
              whereChanged.orWhere(`${column} IS DISTINCT FROM :new_${column}`, { [`new_${column}`]: changes[column] }),
            ),
          ),
        )
        .returning(TICKET_ROW_COLUMNS);
      if (versions) update.andWhere('version = ANY(:versions)', { versions });
      return update.execute();
    });
    const [ticket] = result.raw as TicketRow[];
    if (!ticket) return this.unchangedOutcome(id, versions);
    this.log('Ticket changed', actor, { ticket_id: id, columns });
    return { outcome: 'changed', ticket };
  }

  /** The outcome of an update that changed no row. */
  private async unchangedOutcome(id: number, versions: readonly number[] | undefined): Promise<TicketUpdate> {
    const ticket = await this.transactions.statement((manager) => selectTicketById(manager, id).getRawOne<TicketRow>());
    if (!ticket) return { outcome: 'missing' };
    return versions && !versions.includes(ticket.version)
      ? { outcome: 'version_mismatch' }
      : { outcome: 'unchanged', ticket };
  }

  /** Logs a statement that has run. An outer transaction may still roll it back. */
  private log(message: string, { kind }: Actor, details: Record<string, unknown>): void {
    this.logger.debug({ msg: message, actor: kind, request_id: currentContext()?.requestId, ...details });
  }
}

/** The fields with a value, so that an absent one does not replace a default. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The tickets whose external id was not inserted; of two with the same id, the first was inserted. */
function notInserted(tickets: readonly NewTicket[], insertedIds: Set<string | null>): readonly NewTicket[] {
  return tickets.filter(({ externalId }) => externalId != null && !insertedIds.delete(externalId));
}
