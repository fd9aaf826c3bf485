import type { SuggestionPage } from '../list/suggestion-list';
import type { ListSuggestionsDto } from './list-suggestions.dto';

/** The Link header (RFC 8288) of a page: the next one, with the same filters. */
export function nextLink({ next }: SuggestionPage, query: ListSuggestionsDto): Record<string, string> {
  if (next === undefined) return {};
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | undefined][]) {
    if (value !== undefined && name !== 'cursor') search.set(name, String(value));
  }
  search.set('cursor', next);
  return { Link: `</api/suggestions?${search.toString()}>; rel="next"` };
}
