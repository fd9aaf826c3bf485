import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';
import type { NewTicket } from '../model/new-ticket';
import { TicketWriter } from '../write/ticket-writer';
import type { ValidRow } from './row-checker';

/** The rows of a batch by their outcome. */
export interface BatchOutcome {
  readonly imported: readonly ValidRow[];
  /** Rows of tickets that were imported before. */
  readonly alreadyImported: readonly ValidRow[];
  /** Rows whose external id belongs to another ticket. */
  readonly conflicting: readonly ValidRow[];
}

/** Stores rows once: a row whose external id is stored changes nothing. */
@Injectable()
export class ImportedTickets {
  constructor(
    private readonly writer: TicketWriter,
    private readonly transactions: Transactions,
  ) {}

  /** Stores the rows of a batch, all that are new or none. In one transaction, so that nothing fails after the rows are stored. */
  store(actor: Actor, rows: readonly ValidRow[]): Promise<BatchOutcome> {
    const hasExternalIds = rows.some(({ ticket }) => ticket.externalId != null);
    return hasExternalIds ? this.transactions.run(() => this.storeNew(actor, rows)) : this.storeNew(actor, rows);
  }

  private async storeNew(actor: Actor, rows: readonly ValidRow[]): Promise<BatchOutcome> {
    const fresh = await this.notStored(rows.map(({ ticket }) => ticket));
    const skipped = new Set(fresh.length ? await this.writer.createMany(actor, fresh) : []);
    const imported = new Set(fresh.filter((ticket) => !skipped.has(ticket)));
    const known = rows.filter(({ ticket }) => !imported.has(ticket));
    const same = await this.storedBefore(known.map(({ ticket }) => ticket));
    return {
      imported: rows.filter(({ ticket }) => imported.has(ticket)),
      alreadyImported: known.filter(({ ticket }) => same.has(ticket)),
      conflicting: known.filter(({ ticket }) => !same.has(ticket)),
    };
  }

  /**
   * The tickets whose external ids are not stored, the first one of each id. An insert that the database skips would use up a number
   * of a ticket: people would see gaps after each import of the same file.
   */
  private async notStored(tickets: readonly NewTicket[]): Promise<readonly NewTicket[]> {
    const ids = tickets.flatMap(({ externalId }) => externalId ?? []);
    if (!ids.length) return tickets;
    const stored = await this.transactions.statement((manager) =>
      manager.query<{ id: string }[]>('SELECT external_id AS id FROM tickets WHERE external_id = ANY($1)', [ids]),
    );
    const taken = new Set(stored.map(({ id }) => id));
    return tickets.filter(({ externalId }) => {
      if (externalId == null) return true;
      const isFree = !taken.has(externalId);
      taken.add(externalId);
      return isFree;
    });
  }

  /**
   * The tickets that the stored ones with their external ids come from: with the same title or the same time, because people
   * change titles, and many files have no times. Ids of two sources may be the same by chance.
   */
  private async storedBefore(tickets: readonly NewTicket[]): Promise<ReadonlySet<NewTicket>> {
    if (!tickets.length) return new Set();
    const ids = tickets.map(({ externalId }) => externalId);
    const stored = await this.transactions.statement((manager) =>
      manager.query<{ id: string; title: string; time: number }[]>(
        `SELECT external_id AS id, title, (extract(epoch FROM created_at) * 1000)::float8 AS time
         FROM tickets WHERE external_id = ANY($1)`,
        [ids],
      ),
    );
    const byId = new Map(stored.map((row) => [row.id, row]));
    return new Set(
      tickets.filter(({ externalId, title, createdAt }) => {
        const row = byId.get(externalId ?? '');
        return row?.title === title || (row && Math.round(row.time) === createdAt?.getTime());
      }),
    );
  }
}
