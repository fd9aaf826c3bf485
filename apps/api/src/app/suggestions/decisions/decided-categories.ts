import type { TicketCategory } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { firstIdAt } from '../ledger/suggestion-id';

/** A ticket whose category a person decided. */
export interface DecidedCategory {
  readonly title: string;
  /** The start of the text: {@link TEXT_MAX_LENGTH} characters. */
  readonly description: string;
  readonly category: TicketCategory;
  /** When the ticket was filed with it. */
  readonly chosenAt: string;
}

/** Characters of a description that are read. More than a model reads. */
const TEXT_MAX_LENGTH = 8001;
/** Suggestions of the ledger that are looked at, the newest first: a bound for the time of a look at a large ledger. */
const LOOK_BACK = 200_000;
/** Suggestions of one statement that returns texts: 1.6 million characters at most. */
const READ_BATCH = 200;
/** Suggestions of one statement that counts. Requests run in between: the embedded database has one connection. */
const COUNT_BATCH = 5000;
/** Days between a suggestion and the ticket that is filed with it, at most: drafts may wait. */
const FILING_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Above every id. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What was suggested: the language model's suggestion, or that of the API if the model gave none. */
const SUGGESTED = `CASE WHEN page.outcome = 'answered' THEN page.category ELSE page.local_category END`;

const IS_DECIDED = `
  CASE WHEN ticket.category = page.chosen_category
  THEN page.surface = 'form' AND (page.is_blind OR ${SUGGESTED} IS DISTINCT FROM page.chosen_category)
  ELSE EXISTS (
    SELECT FROM ticket_events AS event
    WHERE event.ticket_id = ticket.id AND event.kind = 'ticket.changed' AND event.actor_kind IN ('local', 'human')
      AND event.change -> 'category' ->> 1 = ticket.category)
  END`;

const PAGE = `
  WITH page AS (
    SELECT * FROM suggestions
    WHERE chosen_at IS NOT NULL AND outcome IS NOT NULL AND id < $1 AND id >= $3
    ORDER BY id DESC LIMIT $2
  ), decided AS (
    SELECT page.id, ticket.title, left(ticket.description, ${TEXT_MAX_LENGTH}) AS description, ticket.category,
           to_char(page.chosen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "chosenAt"
    FROM page JOIN tickets AS ticket ON ticket.id = page.ticket_id
    WHERE page.chosen_at > $4 AND ${IS_DECIDED}
  )
  SELECT (SELECT min(id::text) FROM page) AS last, (SELECT count(*)::int FROM page) AS number`;

const READ_PAGE = `${PAGE}, coalesce((
  SELECT jsonb_agg(to_jsonb(decided) - 'id' ORDER BY decided.id DESC) FROM decided), '[]') AS decisions`;

const COUNT_PAGE = `${PAGE}, (SELECT count(*)::int FROM decided) AS decisions`;

const CATEGORIES_PAGE = `${PAGE}, (
  SELECT jsonb_build_object('number', count(*), 'categories', coalesce(jsonb_agg(DISTINCT category), '[]'))
  FROM decided) AS decisions`;

/** Which decisions are counted. */
export interface Counting {
  /** Stops counting there. */
  readonly atMost: number;
  /** Tickets that were filed after this time; by default all. */
  readonly since?: string;
  readonly signal?: AbortSignal;
}

interface Page<T> {
  readonly last: string | null;
  readonly number: number;
  readonly decisions: T;
}

/**
 * The categories that people decided: what a model may learn from. A suggestion that a person saw and left as it was is no decision: a
 * model that learned from it would learn from itself, or from another model, and become ever more sure of what nobody checked.
 *
 * A ticket's category, as it is now, is a decision if
 * - the ticket was filed in the form, and the suggestion was hidden from the person;
 * - or nothing or another category was suggested. What equals a suggestion does not count even if the form did not report it as shown:
 *   it may have filled the field in;
 * - or a person gave the ticket this category later. In this case, the first choice and its author do not matter.
 *
 * What programs choose or change is none. Imported tickets have no suggestion, so they are none either, and deleted ones are gone.
 */
@Injectable()
export class DecidedCategories {
  constructor(private readonly transactions: Transactions) {}

  /** All decisions, the newest first, in batches. */
  async *newest(): AsyncGenerator<readonly DecidedCategory[]> {
    for await (const { decisions } of this.pages<readonly DecidedCategory[]>(READ_PAGE, READ_BATCH)) yield decisions;
  }

  /** The number of decisions. */
  async count({ atMost, since, signal }: Counting): Promise<number> {
    let total = 0;
    for await (const { decisions } of this.pages<number>(COUNT_PAGE, COUNT_BATCH, since)) {
      total += decisions;
      if (total >= atMost) return atMost;
      signal?.throwIfAborted();
    }
    return total;
  }

  /** Whether the newest decisions, about that many, have several categories. With one, there is nothing to tell apart. */
  async haveSeveralCategories({ atMost, signal }: Omit<Counting, 'since'>): Promise<boolean> {
    const seen = new Set<TicketCategory>();
    let total = 0;
    for await (const { decisions } of this.pages<{ number: number; categories: TicketCategory[] }>(
      CATEGORIES_PAGE,
      COUNT_BATCH,
    )) {
      for (const category of decisions.categories) seen.add(category);
      total += decisions.number;
      if (seen.size > 1 || total >= atMost) break;
      signal?.throwIfAborted();
    }
    return seen.size > 1;
  }

  private async *pages<T>(sql: string, size: number, since?: string): AsyncGenerator<Page<T>> {
    const time = new Date(since ?? 0);
    const first = firstIdAt(new Date(time.getTime() - FILING_DAYS * DAY_MS));
    let before: string | null = LAST;
    for (let looked = 0; before !== null && looked < LOOK_BACK; looked += size) {
      const [page]: [Page<T>] = await this.transactions.statement((manager) =>
        manager.query<[Page<T>]>(sql, [before, size, first, time]),
      );
      yield page;
      before = page.number < size ? null : page.last;
    }
  }
}
