import { PROPERTY_DEFAULTS, PROPERTY_NAMES } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { actorSetting, asActor } from '../../history';
import type { Actor } from '../../platform/context/actor';
import { currentContext } from '../../platform/context/work-context';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { Transactions } from '../../platform/database/transactions';
import type { NewTicket, TicketChanges, TicketFields } from '../model/new-ticket';
import { Ticket } from '../model/ticket.entity';
import { TICKET_ROW_COLUMNS, type TicketRow, selectTicketById } from '../model/ticket-row';

/** Columns that have a value in every ticket. */
const BASIC_COLUMNS = ['title', 'description', ...PROPERTY_NAMES] as const;

/** The fields that people set, with their columns. */
const WRITABLE_COLUMNS = {
  ...(Object.fromEntries(BASIC_COLUMNS.map((name) => [name, name])) as Record<(typeof BASIC_COLUMNS)[number], string>),
  requesterId: 'requester_id',
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  tags: 'tags',
} as const satisfies Record<keyof TicketFields, string>;
const WRITABLE_FIELDS = Object.keys(WRITABLE_COLUMNS) as readonly (keyof TicketFields)[];

/** A constant SQL text: building it with the query builder costs as much as running it. */
const INSERT = `
  INSERT INTO tickets (${Object.values(WRITABLE_COLUMNS).join(', ')})
  SELECT ${BASIC_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, ${['integer', 'integer', 'integer', 'text[]']
    .map((type, index) => `$${BASIC_COLUMNS.length + index + 1}::${type}`)
    .join(', ')}
  WHERE ${asActor(`$${WRITABLE_FIELDS.length + 1}`)}
  RETURNING ${TICKET_ROW_COLUMNS}`;

/** One array parameter per column instead of one parameter per value: ten times as fast for a batch. */
const INSERT_MANY = `
  INSERT INTO tickets (${BASIC_COLUMNS.join(', ')}, created_at, updated_at, external_id, requester_id, assignee_id, team_id, tags)
  SELECT ${BASIC_COLUMNS.join(', ')}, coalesce(created_at, now()), coalesce(updated_at, created_at, now()), external_id,
    requester_id, assignee_id, team_id, string_to_array(tags, ',')
  FROM unnest(${[
    ...BASIC_COLUMNS.map(() => 'text'),
    'timestamptz',
    'timestamptz',
    'text',
    'integer',
    'integer',
    'integer',
    'text',
  ]
    .map((type, index) => `$${index + 1}::${type}[]`)
    .join(
      ', ',
    )}) AS row (${BASIC_COLUMNS.join(', ')}, created_at, updated_at, external_id, requester_id, assignee_id, team_id, tags)
  WHERE ${asActor(`$${BASIC_COLUMNS.length + 8}`)}`;

/** Skips tickets whose external id exists, even if another transaction stores it at the same time. */
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

  constructor(
    private readonly transactions: Transactions,
    private readonly bell: ChangeBell,
  ) {}

  /** Files a ticket. A single INSERT; RETURNING gives the generated columns. */
  async create(actor: Actor, fields: TicketFields): Promise<TicketRow> {
    const row: Partial<TicketFields> = { ...PROPERTY_DEFAULTS, tags: [], ...defined(fields) };
    const values = [...WRITABLE_FIELDS.map((field) => row[field] ?? null), actorSetting(actor)];
    const [ticket] = await this.transactions.statement((manager) => manager.query<[TicketRow]>(INSERT, values));
    this.announce('Ticket created', actor, { ticket_id: ticket.id });
    return ticket;
  }

  /**
   * Inserts imported or sample tickets in their order, all or none. `updatedAt` defaults to `createdAt`, and `createdAt` to now.
   * @returns the tickets that were not inserted, because a ticket with their external id exists
   */
  async createMany(actor: Actor, tickets: readonly NewTicket[]): Promise<readonly NewTicket[]> {
    const rows = tickets.map((ticket) => ({ ...PROPERTY_DEFAULTS, ...defined(ticket) }));
    const parameters = [
      ...BASIC_COLUMNS.map((column) => rows.map((row) => row[column])),
      tickets.map(({ createdAt }) => createdAt?.toISOString() ?? null),
      tickets.map(({ updatedAt }) => updatedAt?.toISOString() ?? null),
      tickets.map(({ externalId }) => externalId ?? null),
      tickets.map(({ requesterId }) => requesterId ?? null),
      tickets.map(({ assigneeId }) => assigneeId ?? null),
      tickets.map(({ teamId }) => teamId ?? null),
      tickets.map(({ tags = [] }) => tags.join(',')), // no tag contains a comma
      actorSetting(actor),
    ];
    const hasExternalIds = tickets.some(({ externalId }) => externalId != null);
    const inserted = await this.transactions.statement((manager) =>
      manager.query<{ external_id: string | null }[]>(hasExternalIds ? INSERT_NEW : INSERT_MANY, parameters),
    );
    const skipped = hasExternalIds ? notInserted(tickets, new Set(inserted.map((row) => row.external_id))) : [];
    this.announce('Tickets created', actor, { tickets: tickets.length - skipped.length });
    return skipped;
  }

  /**
   * Changes the given columns in one UPDATE, so concurrent changes of different fields do not overwrite each other. Sending
   * current values changes nothing: `updated_at` and the version stay.
   * @param versions the versions that may be changed; undefined for any
   */
  async update(actor: Actor, id: number, changes: TicketChanges, versions?: readonly number[]): Promise<TicketUpdate> {
    const fields = WRITABLE_FIELDS.filter((field) => changes[field] !== undefined);
    if (!fields.length) return this.unchangedOutcome(id, versions);
    const result = await this.transactions.statement((manager) => {
      const update = manager
        .createQueryBuilder()
        .update(Ticket)
        .set({
          ...Object.fromEntries(fields.map((field) => [field, changes[field]])),
          version: () => 'version + 1',
          updatedAt: () => 'clock_timestamp()', // Not now(): after a lock wait it predates the other writer's commit.
        })
        .where('id = :id', { id })
        .andWhere(asActor(':actor'), { actor: actorSetting(actor) })
        .andWhere(
          new Brackets((whereChanged) =>
            fields.forEach((field) =>
              whereChanged.orWhere(`${WRITABLE_COLUMNS[field]} IS DISTINCT FROM :new_${field}`, {
                [`new_${field}`]: changes[field],
              }),
            ),
          ),
        )
        .returning(TICKET_ROW_COLUMNS);
      if (versions) update.andWhere('version = ANY(:versions)', { versions });
      return update.execute();
    });
    const [ticket] = result.raw as TicketRow[];
    if (!ticket) return this.unchangedOutcome(id, versions);
    this.announce('Ticket changed', actor, { ticket_id: id, columns: fields.map((field) => WRITABLE_COLUMNS[field]) });
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

  /** Logs a write and rings the bell. An outer transaction may still roll it back. */
  private announce(message: string, { kind }: Actor, details: Record<string, unknown>): void {
    this.transactions.afterCommit(() => this.bell.ring());
    this.logger.debug({ msg: message, actor: kind, request_id: currentContext()?.requestId, ...details });
  }
}

/** The fields that are not undefined, so that an absent field does not replace a default. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The tickets whose external id was not inserted. Of two with the same id, only the first was inserted. */
function notInserted(tickets: readonly NewTicket[], insertedIds: Set<string | null>): readonly NewTicket[] {
  return tickets.filter(({ externalId }) => externalId != null && !insertedIds.delete(externalId));
}
