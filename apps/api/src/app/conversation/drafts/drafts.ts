import type { MessageVisibility } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { eventActor } from '../../history';
import type { Actor } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';

/** An unsent message. */
export interface DraftRow {
  readonly body: string;
  /** RFC 3339 in UTC. */
  readonly updated_at: string;
}

const OF_PERSON = 'ticket_id = $1 AND visibility = $2 AND user_id IS NOT DISTINCT FROM $3::integer';

/** Returns no row if the ticket does not exist. */
const SAVE = `
  INSERT INTO drafts (ticket_id, visibility, user_id, body)
  SELECT id, $2, $3::integer, $4 FROM tickets WHERE id = $1
  ON CONFLICT (ticket_id, visibility, user_id) DO UPDATE SET body = excluded.body, updated_at = clock_timestamp()
  RETURNING body, updated_at`;

/** Stores unsent messages: one per person, ticket and visibility. In an open Docket, which has no people, everyone shares it. */
@Injectable()
export class Drafts {
  constructor(private readonly transactions: Transactions) {}

  async find(actor: Actor, ticketId: number, visibility: MessageVisibility): Promise<DraftRow | undefined> {
    const [draft] = await this.query(`SELECT body, updated_at FROM drafts WHERE ${OF_PERSON}`, actor, [
      ticketId,
      visibility,
    ]);
    return draft;
  }

  /** @returns undefined if the ticket does not exist */
  async save(
    actor: Actor,
    ticketId: number,
    visibility: MessageVisibility,
    body: string,
  ): Promise<DraftRow | undefined> {
    const [draft] = await this.query(SAVE, actor, [ticketId, visibility], body);
    return draft;
  }

  async remove(actor: Actor, ticketId: number, visibility: MessageVisibility): Promise<void> {
    await this.query(`DELETE FROM drafts WHERE ${OF_PERSON}`, actor, [ticketId, visibility]);
  }

  private query(
    sql: string,
    actor: Actor,
    ofTicket: readonly [ticketId: number, visibility: MessageVisibility],
    ...values: unknown[]
  ): Promise<DraftRow[]> {
    const parameters = [...ofTicket, eventActor(actor).id, ...values];
    return this.transactions.statement((manager) => manager.query<DraftRow[]>(sql, parameters));
  }
}
