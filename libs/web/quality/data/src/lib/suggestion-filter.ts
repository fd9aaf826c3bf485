import type { ModelCall, SuggestedField, SuggestionProvider } from '@docket/contract';
import { FALLBACK_REASONS, type FallbackReason, PROPERTY_VALUES, oneOf } from '@docket/domain';
import { readDay, readId } from '@docket/web/http';
import { SUGGESTED_FIELDS, SUGGESTION_PROVIDERS } from './quality-filter';

/**
 * The cases of the blind accuracy, of "accepted as shown" and of the other provider; and all tickets that people sorted alone,
 * also those without a suggestion.
 */
const ROLES = ['blind', 'shown', 'compared', 'alone'] as const;

/** Requests that waited for the language model, and its paid calls of a known and of an unknown cost. */
const MODEL_CALLS = ['waited', 'priced', 'unpriced'] as const satisfies readonly ModelCall[];

const SURFACES = ['form', 'api'] as const;

/** The tenths of the confidence, by their lower ends. */
export const CONFIDENCES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Which suggestions of the ledger to list: those behind a figure of the report. An absent part matches all. */
export interface SuggestionFilter {
  /** First UTC day, YYYY-MM-DD. */
  readonly from?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly to?: string;
  readonly field: SuggestedField;
  /** By default, the API's first one. */
  readonly provider?: SuggestionProvider;
  /** `none`: tickets of no team. */
  readonly team?: number | 'none';
  readonly surface?: (typeof SURFACES)[number];
  readonly role?: (typeof ROLES)[number];
  readonly call?: (typeof MODEL_CALLS)[number];
  /** Only the cases of the calibration in this tenth of the confidence. */
  readonly confidence?: (typeof CONFIDENCES)[number];
  readonly outcome?: FallbackReason;
  /** Values of the field. */
  readonly suggested?: string;
  readonly chosen?: string;
}

/** Query parameters for a filter, the same in the API's URL and in the page's; `null` for each unset one. */
export function toSuggestionParams(filter: SuggestionFilter): Record<string, string | null> {
  const { from, to, field, provider, team, surface, role, call, confidence, outcome, suggested, chosen } = filter;
  return {
    from: from ?? null,
    to: to ?? null,
    field: field === 'category' ? null : field,
    provider: provider ?? null,
    team: team?.toString() ?? null,
    surface: surface ?? null,
    role: role ?? null,
    call: call ?? null,
    confidence: confidence?.toString() ?? null,
    outcome: outcome ?? null,
    suggested: suggested ?? null,
    chosen: chosen ?? null,
  };
}

/** The filter in query parameters. Invalid values count as unset. */
export function readSuggestionFilter(params: Readonly<Record<string, unknown>>): SuggestionFilter {
  const field = oneOf(SUGGESTED_FIELDS, params['field']) ?? 'category';
  return {
    from: readDay(params['from']),
    to: readDay(params['to']),
    field,
    provider: oneOf(SUGGESTION_PROVIDERS, params['provider']),
    team: params['team'] === 'none' ? 'none' : readId(params['team']),
    surface: oneOf(SURFACES, params['surface']),
    role: oneOf(ROLES, params['role']),
    call: oneOf(MODEL_CALLS, params['call']),
    confidence: CONFIDENCES.find((tenth) => `${tenth}` === params['confidence']),
    outcome: oneOf(FALLBACK_REASONS, params['outcome']),
    suggested: oneOf<string>(PROPERTY_VALUES[field], params['suggested']),
    chosen: oneOf<string>(PROPERTY_VALUES[field], params['chosen']),
  };
}
