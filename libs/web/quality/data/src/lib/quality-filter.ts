import type { SuggestedField, SuggestionProvider } from '@docket/contract';
import { oneOf } from '@docket/domain';
import { readId } from '@docket/web/http';

/** Lengths of the measured range, in days up to today. The ledger keeps 400. */
export const QUALITY_DAYS = [7, 30, 90, 365] as const;
export type QualityDays = (typeof QUALITY_DAYS)[number];

export const SUGGESTED_FIELDS = ['category', 'priority'] as const satisfies readonly SuggestedField[];
export const SUGGESTION_PROVIDERS = ['gemini', 'local'] as const satisfies readonly SuggestionProvider[];

/** The range, and which suggestions of it are measured. */
export interface QualityFilter {
  readonly days: QualityDays;
  readonly field: SuggestedField;
  /** Only tickets that were filed for this team. */
  readonly team?: number;
  /** By default, the API's first one. */
  readonly provider?: SuggestionProvider;
}

export const DEFAULT_QUALITY: QualityFilter = { days: 30, field: 'category' };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The filter in the page's query parameters. Invalid values count as unset. */
export function readQualityFilter({ days, field, team, provider }: Readonly<Record<string, unknown>>): QualityFilter {
  return {
    days: QUALITY_DAYS.find((length) => `${length}` === days) ?? DEFAULT_QUALITY.days,
    field: oneOf(SUGGESTED_FIELDS, field) ?? DEFAULT_QUALITY.field,
    team: readId(team),
    provider: oneOf(SUGGESTION_PROVIDERS, provider),
  };
}

/** The page's query parameters for a filter; `null` for each default value. */
export function toQualityParams({ days, field, team, provider }: QualityFilter): Record<string, string | null> {
  return {
    days: days === DEFAULT_QUALITY.days ? null : `${days}`,
    field: field === DEFAULT_QUALITY.field ? null : field,
    team: team?.toString() ?? null,
    provider: provider ?? null,
  };
}

/** The API's query parameters for a filter. The range ends today, in UTC, by the clock of the server. */
export function toQualityRequest(filter: QualityFilter, now = Date.now()): Record<string, string> {
  const { days, ...others } = toQualityParams(filter);
  const from = new Date(now - (filter.days - 1) * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const set = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...(days !== null && { from }), ...Object.fromEntries(set) };
}
