import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';

/** The keys of the query language, in the order in which completion offers them. */
export const QUERY_KEYS = [
  'status',
  'assignee',
  'tag',
  'priority',
  'category',
  'team',
  'requester',
  'created',
] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

/** Maximum length of a query, in Unicode code points. */
export const QUERY_MAX_LENGTH = 500;

/** Maximum number of values in a query, over all keys. */
export const QUERY_MAX_VALUES = 50;

/** The keys whose values are a fixed list: the properties of a ticket. */
export function isPropertyKey(key: QueryKey): key is PropertyName {
  return PROPERTY_NAMES.some((name) => name === key);
}

/** Unquoted words that a key accepts: all values of a property, `me` and `none`. */
export function wordsOf(key: QueryKey): readonly string[] {
  if (isPropertyKey(key)) return PROPERTY_VALUES[key];
  if (key === 'assignee') return ['me', 'none'];
  return key === 'team' ? ['none'] : [];
}

/** Whether a key also takes the number of a person or a team. */
export function takesId(key: QueryKey): boolean {
  return key === 'assignee' || key === 'team';
}
