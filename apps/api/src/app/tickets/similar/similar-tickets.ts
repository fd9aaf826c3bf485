import type { TicketStatus } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { TicketRow } from '../model/ticket-row';
import { applySearchPlan } from '../search/search-plan';
import { SearchFolding } from '../search/search-text';
import { TicketsService } from '../tickets.service';
import { COMPARED_CHARACTERS, type ComparedWords, comparedWords } from './compared-words';
import { findCandidates } from './find-candidates';
import { nearDays } from './near-days';
import { type Similarity, rankSimilar } from './rank-similar';
import { SampledWords } from './sampled-words';

/** A ticket, filed or not, to compare others with. */
export interface ComparedTicket {
  readonly title?: string;
  readonly description: string;
  /** The requester's normalized email address. */
  readonly requesterEmail?: string;
  /** Time of filing; defaults to now. */
  readonly createdAt?: string;
  /** Its id, if it is already filed. */
  readonly id?: number;
}

/** A row of a ticket to compare. */
export interface CandidateRow {
  readonly id: number;
  readonly title: string;
  readonly status: TicketStatus;
  readonly created_at: string;
  readonly requester: TicketRow['requester'];
  /** Folded title and description. */
  readonly text: string;
  readonly isOfSameRequester: boolean;
  readonly isOfSameDays: boolean;
}

/** Minimum number of distinct words. A text with fewer of them is not compared. */
const MIN_WORDS = 3;
/** Maximum number of tickets whose texts are compared. */
const MAX_COMPARED = 240;
/** Maximum number of the same requester's tickets among them. */
const MAX_OF_REQUESTER = 20;
/** Number of days before and after in which another ticket of the same person is probably about the same problem. */
const SAME_DAYS = 7;
/**
 * Statement timeout, in milliseconds. A longer statement ends with 503, because similar tickets are only a hint. The embedded database has
 * no timeout.
 */
const STATEMENT_TIMEOUT_MS = 1000;

const OF_REQUESTER = `
  SELECT id FROM tickets
  WHERE requester_id = (SELECT id FROM requesters WHERE email = $1) AND id <> $2
    AND created_at BETWEEN $3::timestamptz - interval '${SAME_DAYS} days' AND $3::timestamptz + interval '${SAME_DAYS} days'
  ORDER BY created_at DESC, id DESC LIMIT ${MAX_OF_REQUESTER}`;

const CANDIDATES = `
  SELECT ticket.id, ticket.title, ticket.status, ticket.created_at,
    left(ticket.folded_text, ${COMPARED_CHARACTERS}) AS text,
    CASE WHEN requester.id IS NOT NULL THEN
      json_strip_nulls(json_build_object('id', requester.id, 'email', requester.email, 'name', requester.name))
    END AS requester,
    COALESCE(requester.email = $2, false) AS "isOfSameRequester",
    COALESCE(requester.email = $2 AND ticket.created_at BETWEEN $3::timestamptz - interval '${SAME_DAYS} days'
      AND $3::timestamptz + interval '${SAME_DAYS} days', false) AS "isOfSameDays"
  FROM tickets ticket LEFT JOIN requesters requester ON requester.id = ticket.requester_id
  WHERE ticket.id = ANY($1::int[]) AND ticket.folded_text IS NOT NULL`;

/** Finds tickets whose texts are similar. */
@Injectable()
export class SimilarTickets {
  private readonly folding = new SearchFolding();

  constructor(
    private readonly transactions: Transactions,
    private readonly sampledWords: SampledWords,
    private readonly tickets: TicketsService,
  ) {}

  /** @throws NotFoundException if the ticket does not exist */
  async ofTicket(id: number): Promise<Similarity<CandidateRow>[]> {
    const { title, description, requester, created_at: createdAt } = await this.tickets.find(id);
    return this.of({ id, title, description, createdAt, ...(requester && { requesterEmail: requester.email }) });
  }

  /** The tickets similar to another, best match first, without the ticket itself. Empty while an upgrade folds the texts. */
  of(ticket: ComparedTicket): Promise<Similarity<CandidateRow>[]> {
    return this.transactions.run(async (manager) => {
      if (!(await this.folding.isIndexed(manager))) return [];
      await manager.query(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      const words = await foldedWords(manager, ticket);
      if (words.size < MIN_WORDS) return [];
      const counts = await this.sampledWords.counts(manager, { id: ticket.id, words });
      const { createdAt = new Date().toISOString() } = ticket;
      const ofRequester = await findOfRequester(manager, ticket, createdAt);
      const days = await nearDays(manager, createdAt);
      await applySearchPlan(manager, 'search-index');
      const ids = await findCandidates(manager, { stems: [...words.keys()], excludedId: ticket.id ?? 0, days }, counts);
      const rows = await manager.query<CandidateRow[]>(CANDIDATES, [
        [...new Set([...ofRequester, ...ids])].slice(0, MAX_COMPARED),
        ticket.requesterEmail ?? null,
        createdAt,
      ]);
      return rankSimilar(words, rows, counts);
    }, 'REPEATABLE READ');
  }
}

/** Folds the text in the database, exactly like those of the tickets. */
async function foldedWords(
  manager: EntityManager,
  { title = '', description }: ComparedTicket,
): Promise<ComparedWords> {
  const [row] = await manager.query<{ folded: string }[]>(
    `SELECT ticket_folded_text($1) || E'\\u001E' || ticket_folded_text($2) AS folded`,
    [title, description.slice(0, COMPARED_CHARACTERS)],
  );
  return comparedWords(row?.folded ?? '');
}

async function findOfRequester(
  manager: EntityManager,
  { requesterEmail, id = 0 }: ComparedTicket,
  createdAt: string,
): Promise<number[]> {
  if (requesterEmail === undefined) return [];
  const rows = await manager.query<{ id: number }[]>(OF_REQUESTER, [requesterEmail, id, createdAt]);
  return rows.map((row) => row.id);
}
