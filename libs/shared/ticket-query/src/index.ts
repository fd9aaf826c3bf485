export { type QueryCompletion, completeTicketQuery } from './lib/complete-ticket-query';
export { removeTerms, removeValue, replaceSpan, setQueryValues } from './lib/edit-ticket-query';
export { formatTicketQuery, formatValue } from './lib/format-ticket-query';
export { nameKey } from './lib/name-key';
export { nearestWord } from './lib/nearest-word';
export { nodesOf, parseTicketQuery } from './lib/parse-ticket-query';
export type {
  ParsedQuery,
  PlacedValue,
  QueryCorrection,
  QueryError,
  QueryTerm,
  QueryToken,
  Span,
} from './lib/parsed-query';
export { QUERY_KEYS, QUERY_MAX_LENGTH, type QueryKey, isPropertyKey, wordsOf } from './lib/query-keys';
export type { DayRange, QueryFilter, QueryNode, QueryValue } from './lib/query-node';
export { hasOpenQuote } from './lib/quotation';
export { quoteSearch } from './lib/quote-search';
