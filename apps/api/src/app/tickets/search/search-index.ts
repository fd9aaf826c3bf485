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
import {
  whereContains,
  whereCreatedBetween,
  whereMatchesSearch,
  whereProperties,
  whereRelations,
  whereTags,
} from '../query/ticket-conditions';
import { type TicketFilter, filteredProperties } from '../query/ticket-filter';
import type { TicketQuery } from '../query/ticket-query';
import type { SearchForm, SearchText } from './search-text';

/** A range of UTC days, `first` and `last` included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** The number of a ticket's day since 1970-01-01, and of the block of 32 days that it belongs to. */
const DAY = "((ticket.created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";
export const DAY_KEYS = `(ARRAY[${DAY}, (${DAY} >> 5) + 10000000])`;
const PROPERTIES = PROPERTY_NAMES.map((name) => `ticket.${name}`);
const PROPERTY_KEYS = `(ARRAY[${PROPERTIES.join(', ')}])`;

/** The letter before the id in the key of each relation. */
const RELATION_LETTERS = { assignees: 'a', teams: 't', requesters: 'r' } as const;
const RELATION_COLUMNS = { assignees: 'assignee_id', teams: 'team_id', requesters: 'requester_id' } as const;
const RELATION_NAMES = ['assignees', 'teams', 'requesters'] as const;
const RELATIONS = RELATION_NAMES.map(
  (name) => `'${RELATION_LETTERS[name]}' || COALESCE(ticket.${RELATION_COLUMNS[name]}, 0)::text`,
);
/** The keys of the properties and of the relations, in one column of the index. */
const FACET_KEYS = `(ARRAY[${[...PROPERTIES, ...RELATIONS].join(', ')}])`;

/** Maximum number of day keys in a search, because the index looks up each of them separately: 32 blocks are almost three years. */
const MAX_DAY_KEYS = 32;

/** Whether the search index narrows a search by more than its days. */
export function isIndexed({ filter, hasProperties }: TicketQuery, { form, terms }: SearchText): boolean {
  if (!form.keys) return false;
  const hasFacets = hasProperties || (form.hasRelations === true && hasRelationKeys(filter));
  return hasFacets || hasIndexedWord(terms) || hasKeys(form, terms) || everydayPair(terms) !== undefined;
}

function hasRelationKeys(filter: TicketFilter): boolean {
  return filter.tags !== undefined || RELATION_NAMES.some((name) => filter[name] !== undefined);
}

/** Whether the index has keys that narrow a search. */
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
  builder.andWhere(`${form.text} IS NOT NULL`); // the index contains only folded texts
  const dayKeys = dayKeysOf(days);
  if (dayKeys) builder.andWhere(`${DAY_KEYS} && :dayKeys::int[]`, { dayKeys });
  whereFacets(builder, query.filter, form);
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

/**
 * Applies the filter by properties and relations as far as the index has their keys. The remaining conditions are checked on the tickets.
 */
function whereFacets(builder: SelectQueryBuilder<Ticket>, filter: TicketFilter, { hasRelations }: SearchForm): void {
  const facets = hasRelations ? FACET_KEYS : PROPERTY_KEYS;
  for (const name of filteredProperties(filter)) {
    builder.andWhere(`${facets} && :${name}::text[]`, { [name]: filter[name] });
  }
  if (hasRelations) {
    for (const name of RELATION_NAMES) {
      const keys = filter[name]?.map((id) => `${RELATION_LETTERS[name]}${id}`);
      if (keys) builder.andWhere(`${facets} && :${name}Keys::text[]`, { [`${name}Keys`]: keys });
    }
    whereTags(builder, filter.tags);
  }
  // A key does not name its property, so two properties could share a value.
  whereRelations(whereProperties(builder, filter, 'prevent'), filter, 'prevent');
}

/** The keys of all days in a range, possibly with some days around it; undefined if there are too many. */
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
