import { PROPERTY_NAMES } from '@docket/domain';
import type { SelectQueryBuilder } from 'typeorm';
import type { Ticket } from '../model/ticket.entity';
import {
  everydayPair,
  hasDigit,
  hasIndexedWord,
  hasRareCharacter,
  longestWords,
  pairWithNeighbour,
} from '../query/search-terms';
import { whereContains, whereCreatedBetween, whereMatchesSearch, whereProperties } from '../query/ticket-conditions';
import { filteredProperties } from '../query/ticket-filter';
import type { TicketQuery } from '../query/ticket-query';
import type { SearchForm, SearchText } from './search-text';

/** A range of UTC days, `first` and `last` included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** The number of a ticket's day since 1970-01-01, and of the block of 32 days that it belongs to. */
const DAY = "((ticket.created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";
const DAY_KEYS = `(ARRAY[${DAY}, (${DAY} >> 5) + 10000000])`;
const PROPERTY_KEYS = `(ARRAY[${PROPERTY_NAMES.map((name) => `ticket.${name}`).join(', ')}])`;
/** The index looks up each key on its own, so a search passes at most this number: 32 blocks are almost three years. */
const MAX_DAY_KEYS = 32;

/** Whether the search index narrows a search by more than its days. */
export function isIndexed({ hasProperties }: TicketQuery, { form, terms }: SearchText): boolean {
  if (!form.keys) return false;
  return hasProperties || hasIndexedWord(terms) || hasKeys(form, terms) || everydayPair(terms) !== undefined;
}

/** Whether the keys of the index narrow a search. */
function hasKeys(form: SearchForm, terms: readonly string[]): boolean {
  return hasRareCharacter(terms) || (form.hasDigitKeys === true && hasDigit(terms));
}

/**
 * Applies a search on some days, with the expressions of the search index. PostgreSQL looks up the terms that have keys in the
 * index, and checks the other terms on the tickets that it finds.
 */
export function whereFoundByIndex(
  builder: SelectQueryBuilder<Ticket>,
  query: TicketQuery,
  { form, terms }: SearchText,
  days: DaySpan,
): SelectQueryBuilder<Ticket> {
  whereCreatedBetween(builder, { createdFrom: days.first, createdTo: days.last }, 'prevent');
  builder.andWhere(`${form.text} IS NOT NULL`); // the index contains only these
  const dayKeys = dayKeysOf(days);
  if (dayKeys) builder.andWhere(`${DAY_KEYS} && :dayKeys::int[]`, { dayKeys });
  for (const name of filteredProperties(query.filter)) {
    builder.andWhere(`${PROPERTY_KEYS} && :${name}::text[]`, { [name]: query.filter[name] });
  }
  // A key does not name its property, so two properties could share a value.
  whereProperties(builder, query.filter, 'prevent');
  if (hasIndexedWord(terms)) {
    const words = longestWords(terms) ?? terms;
    words.forEach((word, index) => whereContains(builder, form.text, `word${index}`, word, 'allow'));
    return words === terms ? builder : whereMatchesSearch(builder, form.text, terms);
  }
  // Only without an indexed word: with one, PostgreSQL rechecks all conditions on each ticket, and computing these keys takes 50 µs.
  const keys = `${form.keys}(${form.text})`;
  const pair = everydayPair(terms);
  if (hasRareCharacter(terms) || (hasKeys(form, terms) && !pair)) {
    // Spaces around each term: otherwise everyday characters at its ends would form keys that the index lacks.
    builder.andWhere(`${keys} @> ${form.keys}(:characters)`, {
      characters: `  ${terms.join('  ')}  `,
    });
  } else if (pair) {
    builder.andWhere(`(${form.text} ~ :pairWithNeighbour OR ${keys} @> ARRAY[:pair])`, {
      pairWithNeighbour: pairWithNeighbour(pair),
      pair,
    });
  }
  return whereMatchesSearch(builder, form.text, terms);
}

/** The keys of all days of a span, and perhaps of some around them; undefined if there are too many. */
function dayKeysOf({ first, last }: DaySpan): number[] | undefined {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (to - from < MAX_DAY_KEYS) return integers(from, to);
  const [fromBlock, toBlock] = [from >> 5, to >> 5];
  return toBlock - fromBlock < MAX_DAY_KEYS ? integers(fromBlock + 10_000_000, toBlock + 10_000_000) : undefined;
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function integers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
