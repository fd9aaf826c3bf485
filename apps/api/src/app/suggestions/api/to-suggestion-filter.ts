import type { SuggestionFilter } from '../list/suggestion-filter';
import type { Provider } from '../quality/quality-range';
import type { ListSuggestionsDto } from './list-suggestions.dto';
import { DAYS_MAX, toQualityRange } from './to-quality-range';

/** The suggestions of one ticket may be older than the default range of the figures. */
export function toSuggestionFilter(query: ListSuggestionsDto, provider: Provider): SuggestionFilter {
  const { ticket_id: ticketId, outcome, surface, role, suggested, chosen, final } = query;
  const range = toQualityRange(query, provider, ticketId === undefined ? {} : { days: DAYS_MAX });
  return { ...range, ticketId, outcome, surface, role, suggested, chosen, final };
}
