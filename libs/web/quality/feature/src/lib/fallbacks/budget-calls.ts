import { type Quality, toSuggestionParams } from '@docket/web/quality/data';
import { DayPipe } from '@docket/web/ui';
import type { LinkedPart } from '../texts/linked-text';
import { toTextsPage } from '../texts/report-texts';

/**
 * Leads to the calls that the budget of the month has paid for: those of suggestions, and those of summaries and drafts, of all teams.
 * Empty if none was.
 * @param report ends today by the clock of the API, whose month the budget is of
 */
export function budgetCalls({ budget, to }: Pick<Quality, 'budget' | 'to'>): readonly LinkedPart[] {
  if (budget.micros === 0) return [];
  const days = { from: `${to.slice(0, 'YYYY-MM'.length)}-01`, to };
  const call = 'priced';
  return [
    { text: `Since ${new DayPipe().transform(days.from, 'short')}, of all teams: ` },
    { text: 'suggestions', link: toSuggestionParams({ ...days, field: 'category', provider: 'gemini', call }) },
    { text: ', ' },
    { text: 'drafts and summaries', link: toTextsPage({ ...days, call }) },
  ];
}
