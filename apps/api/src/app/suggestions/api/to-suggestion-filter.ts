import type { SuggestionFilter } from '../list/suggestion-filter';
import { CONFIDENCES, type ListSuggestionsDto } from './list-suggestions.dto';
import { DAYS_MAX, toQualityRange } from './to-quality-range';

/** The suggestions of one ticket may be older than the default range of the figures. */
export function toSuggestionFilter(query: ListSuggestionsDto, hasModel: boolean): SuggestionFilter {
  const { ticket_id: ticketId, outcome, surface, role, call, confidence, suggested, chosen, final } = query;
  const confidenceTenth = confidence === undefined ? undefined : CONFIDENCES.indexOf(confidence);
  const range = toQualityRange(query, hasModel, ticketId === undefined ? {} : { days: DAYS_MAX });
  return { ...range, ticketId, outcome, surface, role, call, confidenceTenth, suggested, chosen, final };
}
