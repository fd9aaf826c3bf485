import type { SelectQueryBuilder } from 'typeorm';
import {
  everydayPair,
  hasIndexedWord,
  hasRareCharacter,
  longestWords,
  pairBeside,
  searchTerms,
} from '../query/search-terms';
import { LABEL_COLUMNS, type TicketFilter, hasLabels, keepDays, keepText, keepTexts } from '../query/ticket-filter';
import type { Ticket } from '../model/ticket.entity';

/** Days in a row, `first` and `last` as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** The number of a ticket's day, the first of 1970 being 0, and that of the 32 days that it belongs to. */
const DAY = "((ticket.created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";
const DAY_KEYS = `(ARRAY[${DAY}, (${DAY} >> 5) + 10000000])`;
const LABELS = '(ARRAY[ticket.category, ticket.priority, ticket.status])';
/** Each key is looked for apart, so that the index is not asked for more days than so many 32 have: almost three years. */
const MOST_DAY_KEYS = 32;

/** Whether the index of searches knows anything of a search but the days. */
export function isKnown(filter: TicketFilter): boolean {
  const terms = searchTerms(filter.search ?? '');
  return hasLabels(filter) || hasIndexedWord(terms) || hasRareCharacter(terms) || everydayPair(terms) !== undefined;
}

/**
 * Keeps what a search finds on some days, in the words of the index of searches. Of the texts it is asked for those that it
 * knows; the others are checked on what it has found.
 */
export function keepFound(
  query: SelectQueryBuilder<Ticket>,
  filter: TicketFilter,
  days: DaySpan,
): SelectQueryBuilder<Ticket> {
  keepDays(query, { created_from: days.first, created_to: days.last }, 'checked');
  const dayKeys = dayKeysOf(days);
  if (dayKeys) query.andWhere(`${DAY_KEYS} && :dayKeys::int[]`, { dayKeys });
  for (const column of LABEL_COLUMNS) {
    if (filter[column]) query.andWhere(`${LABELS} && :${column}::text[]`, { [column]: filter[column] });
  }
  const terms = searchTerms(filter.search ?? '');
  if (hasIndexedWord(terms)) {
    const words = longestWords(terms) ?? terms;
    words.forEach((word, index) => keepText(query, `word${index}`, word, 'indexed'));
    return words === terms ? query : keepTexts(query, filter);
  }
  // Only without a word: after one, PostgreSQL checks all conditions again on each ticket, and these keys take 50 µs to make.
  const keys = 'ticket_search_keys(ticket.search_text)';
  const pair = everydayPair(terms);
  if (hasRareCharacter(terms)) {
    // Between spaces, so that none of their ends looks like a pair that stands alone.
    query.andWhere(`${keys} @> ticket_search_keys(ticket_search_text(:characters))`, {
      characters: `  ${terms.join('  ')}  `,
    });
  } else if (pair) {
    query.andWhere(`(ticket.search_text ~ :pairBeside OR ${keys} @> ARRAY[:pair])`, {
      pairBeside: pairBeside(pair),
      pair,
    });
  }
  return keepTexts(query, filter);
}

/** The keys of all these days, and perhaps of some beside them; `undefined` when that would be too many. */
function dayKeysOf({ first, last }: DaySpan): number[] | undefined {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (to - from < MOST_DAY_KEYS) return numbers(from, to);
  const [fromBlock, toBlock] = [from >> 5, to >> 5];
  return toBlock - fromBlock < MOST_DAY_KEYS ? numbers(fromBlock + 10_000_000, toBlock + 10_000_000) : undefined;
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
