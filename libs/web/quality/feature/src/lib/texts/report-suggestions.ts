import { type Quality, type SuggestionFilter, toSuggestionParams } from '@docket/web/quality/data';

/** Which suggestions of a report a figure counts. */
export type FigureFilter = Partial<
  Pick<
    SuggestionFilter,
    'field' | 'provider' | 'team' | 'surface' | 'role' | 'call' | 'confidence' | 'outcome' | 'suggested' | 'chosen'
  >
>;

/** Query parameters of the page of suggestions. */
export type SuggestionParams = Record<string, string | null>;

/**
 * The query parameters of the page with the suggestions behind a figure. The report does not say its team.
 * @param figure may measure another field, provider or team than the report
 */
export function suggestionParams(
  { from, to, provider, field }: Pick<Quality, 'from' | 'to' | 'provider' | 'field'>,
  team: number | undefined,
  figure: FigureFilter,
): SuggestionParams {
  return toSuggestionParams({ from, to, provider, field, team, ...figure });
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The days of a week that belong to a report. Its weeks begin on Mondays, and are cut at its ends. */
export function weekOf(report: Quality, monday: string): Quality {
  const sunday = new Date(Date.parse(monday) + 6 * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return {
    ...report,
    from: monday < report.from ? report.from : monday,
    to: sunday > report.to ? report.to : sunday,
  };
}
