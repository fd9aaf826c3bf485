import { PRESENCE_LASTS_MS, type Presence } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../platform/access/authenticator';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { Transactions } from '../../platform/database/transactions';

/** Maximum number of tabs in which a person is present. Another tab replaces the one that has been silent for the longest time. */
const MAX_TABS = 10;

/** Maximum number of rows that are read, one per person and ticket. Further ones are not shown. */
const READ_LIMIT = 1000;

const IS_PRESENT = `presence.seen_at > now() - interval '${PRESENCE_LASTS_MS} milliseconds'`;

/** Stores nothing if the ticket does not exist or the session has just ended. */
const ENTER = `
  WITH tabs AS MATERIALIZED (
    SELECT tab, ticket_id, doing, ${IS_PRESENT} AS is_present FROM presence WHERE user_id = $1
  ), oldest AS (
    DELETE FROM presence WHERE user_id = $1 AND tab IN (
      SELECT tab FROM presence WHERE user_id = $1 AND tab <> $2 ORDER BY seen_at DESC, tab OFFSET ${MAX_TABS - 1})
  ), entered AS (
    INSERT INTO presence (user_id, tab, ticket_id, doing, session)
    SELECT $1, $2, tickets.id, $4, sessions.token_hash FROM tickets, sessions WHERE tickets.id = $3 AND token_hash = $5
    ON CONFLICT (user_id, tab) DO UPDATE
      SET ticket_id = excluded.ticket_id, doing = excluded.doing, session = excluded.session, seen_at = clock_timestamp()
    RETURNING tab
  )
  SELECT EXISTS (SELECT FROM entered) AS exists,
    NOT EXISTS (SELECT FROM tabs WHERE tab = $2 AND ticket_id = $3 AND doing = $4 AND is_present) AS is_news`;

const READ = `
  SELECT presence.ticket_id, users.id, users.name,
    CASE WHEN bool_or(presence.doing = 'replying') THEN 'replying' ELSE 'reading' END AS doing,
    extract(epoch FROM min(presence.seen_at) - now())::float8 * 1000 + ${PRESENCE_LASTS_MS} AS ends_in
  FROM presence JOIN users ON users.id = presence.user_id
  WHERE ${IS_PRESENT} AND users.state = 'active'
  GROUP BY presence.ticket_id, users.id ORDER BY presence.ticket_id, doing DESC, users.id LIMIT ${READ_LIMIT}`;

/** Skips locked rows, which are being renewed. */
const DELETE_OLD = `
  DELETE FROM presence WHERE (user_id, tab) IN (
    SELECT user_id, tab FROM presence WHERE seen_at < now() - interval '10 minutes' LIMIT 10000 FOR UPDATE SKIP LOCKED)`;

/** A person who has a ticket open. */
export interface PresentPerson {
  readonly ticket_id: number;
  /** The id of the person. */
  readonly id: number;
  readonly name: string;
  readonly doing: Presence;
  /** Time until the first of the person's tabs in the ticket expires unless it is renewed, in milliseconds. */
  readonly ends_in: number;
}

/** The people who have tickets open, as their tabs report every few seconds. */
@Injectable()
export class PresentPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly bell: ChangeBell,
  ) {}

  /** @returns false if the ticket does not exist */
  async enter({ userId, tokenHash }: SignedIn, tab: string, ticketId: number, doing: Presence): Promise<boolean> {
    const [entered] = await this.transactions.statement((manager) =>
      manager.query<[{ exists: boolean; is_news: boolean }]>(ENTER, [userId, tab, ticketId, doing, tokenHash]),
    );
    if (entered.exists && entered.is_news) this.bell.ring();
    return entered.exists;
  }

  /** Records that the tab has no ticket open. */
  async leave({ userId }: SignedIn, tab: string): Promise<void> {
    const [, left]: [unknown[], number] = await this.transactions.statement((manager) =>
      manager.query('DELETE FROM presence WHERE user_id = $1 AND tab = $2', [userId, tab]),
    );
    if (left) this.bell.ring();
  }

  /** Everyone present, sorted by ticket; within a ticket, people who are replying come first. */
  read(): Promise<PresentPerson[]> {
    return this.transactions.statement((manager) => manager.query<PresentPerson[]>(READ));
  }

  /** Deletes the rows of tabs that disappeared without leaving. */
  async deleteOld(): Promise<void> {
    await this.transactions.statement((manager) => manager.query(DELETE_OLD));
  }
}
