import { formatDays } from './days';
import { takesId, wordsOf } from './query-keys';
import type { QueryFilter, QueryNode, QueryValue } from './query-node';
import { isQuote, quoted } from './quotation';

/** Formats a query. Parsing the text returns the same nodes. */
export function formatTicketQuery(nodes: readonly QueryNode[]): string {
  return nodes.map(formatNode).join(' ');
}

export function formatNode(node: QueryNode): string {
  if (node.kind === 'word') return node.text;
  if (node.kind === 'phrase') return `"${node.text}"`;
  return `${node.negated ? '-' : ''}${node.key}:${node.values.map((value) => formatValue(node.key, value)).join(',')}`;
}

/** Formats a value for the text after its key's colon. */
export function formatValue(key: QueryFilter['key'], value: QueryValue): string {
  if (value.kind === 'text') return needsQuotes(key, value.text) ? quoted(value.text) : value.text;
  if (value.kind === 'id') return String(value.id);
  return value.kind === 'days' ? formatDays(value) : value.kind;
}

/** Whether a name needs quotes, because it would parse as several values or as another kind of value. */
function needsQuotes(key: QueryFilter['key'], text: string): boolean {
  if (/[\s,]/.test(text) || isQuote(text[0])) return true;
  if (key === 'status' || key === 'priority' || key === 'category') return false;
  return wordsOf(key).includes(text.toLowerCase()) || (takesId(key) && /^\d+$/.test(text));
}
