import { seededRandom } from './realistic-tickets.mts';

const TERMS = {
  frequent: ['the', 'error', 'nothing happens', '"same result"', 'confirmation', 'timeout after'],
  common: ['refund', 'zürich', 'ÜBERWEISUNG', 'printer stuck', '"video call"', 'dilara safari', 'ink', 'ort'],
  rare: ['DK-1a2', 'e-m', 'dk-zz', 'DK-q7', '"error 404"', 'warranty izmir kofi'],
  absent: ['xylophone', '退款單', 'qqjxw', '"no such phrase here"', 'refund qqjxw'],
  /** Frequent, but only in old tickets: a scan from the newest ticket finds no match for a long time. */
  old: ['basement', '"old terminal"', 'basement invoice'],
};
const SHORT = ['7', 'a', 'e-', 'q', 'qj', 'zü', 'xq', '€', '字', 'ok', 'tn', 'kc', 'wx', '42', '退款'];
/** Frequent words in combinations that no ticket contains, and a frequent character. The index excludes few tickets. */
const HARD = ['"ing the ing"', '"out result and"', 'the and for you with that this have not are', '...'];
const PROPERTY_FILTERS = [
  '',
  'status=open',
  'status=closed,resolved',
  'category=billing&priority=critical',
  'category=technical,account&priority=low,medium&status=closed',
  'category=general&priority=critical&status=in_progress',
];
const OLDER = `created_to=${new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10)}`;
const FILTERS = [...PROPERTY_FILTERS, OLDER, `status=closed&${OLDER}`];

/** Kinds of search texts. */
export type SearchKind = keyof typeof TERMS;
export const SEARCH_KINDS = Object.keys(TERMS) as SearchKind[];

/** API paths for every term of a kind with every combination of properties and days. */
export function searches(kind: SearchKind): string[] {
  return TERMS[kind].flatMap((term) => FILTERS.map((filters) => path({ search: term }, filters)));
}

/** API paths of the searches for which the index excludes few tickets, with every combination of properties and days. */
export function hardSearches(): string[] {
  return HARD.flatMap((term) => FILTERS.map((filters) => path({ search: term }, filters)));
}

/** API paths of searches for one or two characters. */
export function shortSearches(): string[] {
  return SHORT.map((search) => path({ search }));
}

/** Lists without a search: every combination of properties and days, from the start and from several cursors, shuffled. */
export function lists(days: readonly string[], cursors: readonly string[]): string[] {
  const random = seededRandom(1);
  const places = ['', ...cursors.map((cursor) => `cursor=${cursor}`)];
  return PROPERTY_FILTERS.flatMap((filter) =>
    ['', ...days].flatMap((between) => places.map((at) => path({}, filter, between, at))),
  )
    .map((each) => ({ each, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ each }) => each);
}

function path(named: Record<string, string>, ...parts: readonly string[]): string {
  const query = [new URLSearchParams(named).toString(), ...parts].filter(Boolean).join('&');
  return `/api/tickets/?limit=50&${query}`;
}
