import { type Quality, type TextFilter, toTextParams } from '@docket/web/quality/data';
import type { SuggestionParams } from './report-suggestions';

/** Query parameters of the page with the summaries and drafts of a filter. */
export function toTextsPage(filter: TextFilter): SuggestionParams {
  return { list: 'texts', ...toTextParams(filter) };
}

/** The query parameters of the page with the summaries and drafts behind a figure. The report does not say its team. */
export function textParams(
  { from, to }: Pick<Quality, 'from' | 'to'>,
  team: number | undefined,
  figure: Pick<TextFilter, 'kind' | 'result' | 'call'>,
): SuggestionParams {
  return toTextsPage({ from, to, team, ...figure });
}
