import { generator } from './believable-tickets.mts';

const TERMS = {
  frequent: ['the', 'error', 'nothing happens', '"same result"', 'confirmation', 'timeout after'],
  common: ['refund', 'zürich', 'ÜBERWEISUNG', 'printer stuck', '"video call"', 'dilara safari', 'ink', 'ort'],
  rare: ['DK-1a2', 'dk-zz', 'DK-q7', '"error 404"', 'warranty izmir kofi'],
  absent: ['xylophone', 'qqjxw', '"no such phrase here"', 'refund qqjxw'],
};
const SHORT = ['a', 'e-', 'q', 'qj', 'zü', 'xq', 'API', '€', '字', 'ok'].filter((term) => [...term].length < 3);
const FILTERS = [
  '',
  '&status=open',
  '&status=closed,resolved',
  '&category=billing&priority=critical',
  '&category=technical,account&priority=low,medium&status=closed',
  '&category=general&priority=critical&status=in_progress',
];

/** Every kind of term with every mix of filters, shuffled, as paths of the API. */
export function searches(seed = 1): string[] {
  const random = generator(seed);
  const terms = Object.values(TERMS).flat();
  return terms
    .flatMap((term) => FILTERS.map((filter) => `/api/tickets/?search=${encodeURIComponent(term)}${filter}`))
    .map((path) => ({ path, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ path }) => path);
}

/** Searches for one or two characters, for which no index helps. */
export function shortSearches(): string[] {
  return SHORT.map((term) => `/api/tickets/?search=${encodeURIComponent(term)}`);
}

/** Lists without a search, one of each mix of filters. */
export function filteredLists(): string[] {
  return FILTERS.map((filter) => `/api/tickets/?limit=50${filter}`);
}
