import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';
import type { NewTicket } from '../model/new-ticket';
import { Requesters } from '../../requesters';
import { TicketWriter } from '../write/ticket-writer';
import { Colleagues } from './colleagues';
import type { ValidRow } from './row-checker';

/** The rows of a batch, by outcome. */
export interface BatchOutcome {
  readonly imported: readonly ValidRow[];
  /** Rows of tickets that were imported before. */
  readonly alreadyImported: readonly ValidRow[];
  /** Rows whose external id belongs to another ticket. */
  readonly conflicting: readonly ValidRow[];
}

/** Stores rows idempotently: a row whose external id is stored already changes nothing. */
@Injectable()
export class ImportedTickets {
  constructor(
    private readonly writer: TicketWriter,
    private readonly transactions: Transactions,
    private readonly requesters: Requesters,
    private readonly colleagues: Colleagues,
  ) {}

  /** Stores the new rows of a batch, all or nothing. Runs in one transaction, so that nothing can fail after the rows are stored. */
  store(actor: Actor, rows: readonly ValidRow[]): Promise<BatchOutcome> {
    const hasReferences = rows.some(
      ({ ticket, requester, assignee, team }) =>
        ticket.externalId != null || requester || assignee || team !== undefined,
    );
    return hasReferences ? this.transactions.run(() => this.storeNew(actor, rows)) : this.storeNew(actor, rows);
  }

  private async storeNew(actor: Actor, named: readonly ValidRow[]): Promise<BatchOutcome> {
    const rows = await this.colleagues.assign(named);
    const fresh = await this.notStored(rows);
    const tickets = await this.withRequesters(fresh);
    const skipped = new Set(tickets.length ? await this.writer.createMany(actor, tickets) : []);
    const imported = new Set(fresh.filter((_, index) => !skipped.has(tickets[index] as NewTicket)));
    const known = rows.filter((row) => !imported.has(row));
    const same = await this.storedBefore(known.map(({ ticket }) => ticket));
    return {
      imported: [...imported],
      alreadyImported: known.filter(({ ticket }) => same.has(ticket)),
      conflicting: known.filter(({ ticket }) => !same.has(ticket)),
    };
  }

  /** The tickets of rows, with the ids of their requesters. Creates new requesters. */
  private async withRequesters(rows: readonly ValidRow[]): Promise<readonly NewTicket[]> {
    const ids = await this.requesters.idsOfAll(rows.flatMap(({ requester }) => requester ?? []));
    return rows.map(({ ticket, requester }) =>
      requester ? { ...ticket, requesterId: ids.get(requester.email) } : ticket,
    );
  }

  /**
   * The rows whose external ids are not stored yet, the first of each id. Skipping duplicates in the INSERT would use up ticket numbers,
   * which leaves gaps after each import of the same file.
   */
  private async notStored(rows: readonly ValidRow[]): Promise<readonly ValidRow[]> {
    const ids = rows.flatMap(({ ticket }) => ticket.externalId ?? []);
    if (!ids.length) return rows;
    const stored = await this.transactions.statement((manager) =>
      manager.query<{ id: string }[]>('SELECT external_id AS id FROM tickets WHERE external_id = ANY($1)', [ids]),
    );
    const taken = new Set(stored.map(({ id }) => id));
    return rows.filter(({ ticket: { externalId } }) => {
      if (externalId == null) return true;
      const isFree = !taken.has(externalId);
      taken.add(externalId);
      return isFree;
    });
  }

  /**
   * The tickets that were imported before: a stored ticket has the same external id, and the same title or the same time. People change
   * titles, here and in the source, and many files have no times. Equal ids of two sources may be a coincidence.
   */
  private async storedBefore(tickets: readonly NewTicket[]): Promise<ReadonlySet<NewTicket>> {
    if (!tickets.length) return new Set();
    const stored = await this.transactions.statement((manager) =>
      manager.query<{ id: string; title: string; time: number }[]>(
        `SELECT external_id AS id, title, (extract(epoch FROM created_at) * 1000)::float8 AS time
         FROM tickets WHERE external_id = ANY($1)`,
        [tickets.map(({ externalId }) => externalId)],
      ),
    );
    const byId = new Map(stored.map((row) => [row.id, row]));
    const isSame = ({ externalId, title, createdAt }: NewTicket) => {
      const row = byId.get(externalId ?? '');
      return row?.title === title || (row && Math.round(row.time) === createdAt?.getTime());
    };
    const others = tickets.filter((ticket) => !isSame(ticket));
    const renamed = await this.renamedHere(others);
    return new Set(tickets.filter((ticket) => isSame(ticket) || renamed.has(ticket)));
  }

  /** The tickets whose titles are those of stored tickets before somebody changed them in Docket. */
  private async renamedHere(tickets: readonly NewTicket[]): Promise<ReadonlySet<NewTicket>> {
    if (!tickets.length) return new Set();
    const renamed = await this.transactions.statement((manager) =>
      manager.query<{ row: number }[]>(
        `SELECT named.row::int FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS named (id, title, row) WHERE EXISTS (
           SELECT FROM tickets AS ticket JOIN ticket_events AS event ON event.ticket_id = ticket.id
           WHERE ticket.external_id = named.id AND event.kind = 'ticket.changed' AND event.change->'title'->>0 = named.title
         )`,
        [tickets.map(({ externalId }) => externalId), tickets.map(({ title }) => title)],
      ),
    );
    const rows = new Set(renamed.map(({ row }) => row));
    return new Set(tickets.filter((_, index) => rows.has(index + 1)));
  }
}
