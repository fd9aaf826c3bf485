import type { SuggestionFilter } from '@docket/web/quality/data';
import { DayPipe } from '@docket/web/ui';
import { tenthText } from '../calibration/calibration-points';
import { labelText } from '../confusion/confusion-matrix';
import { FALLBACK_TEXTS } from '../fallbacks/fallback-texts';
import { SURFACE_NAMES } from '../groups/groups';
import { providerName } from './comparisons';

const ROLE_TEXTS = {
  blind: 'hidden from people',
  shown: 'shown to people',
  compared: 'compared with the other provider',
  alone: 'sorted by people alone',
} as const;
export const CALL_TEXTS = {
  waited: 'waited for the model',
  priced: 'priced calls',
  unpriced: 'calls of unknown cost',
} as const;

/** "28 Oct 2026 to 26 Nov 2026 · Gemini · hidden from people · suggested Billing · chosen Account" */
export function filterSummary(filter: SuggestionFilter): string {
  const { from, to, field, provider, team, surface, role, call, confidence, outcome, suggested, chosen } = filter;
  const parts = [
    daysText(from, to),
    provider && providerName(provider),
    team !== undefined && (team === 'none' ? 'no team' : 'one team'),
    surface && SURFACE_NAMES[surface],
    role && ROLE_TEXTS[role],
    call && CALL_TEXTS[call],
    confidence !== undefined && `own model ${tenthText(confidence)} sure`,
    outcome && FALLBACK_TEXTS[outcome].toLowerCase(),
    suggested && `suggested ${labelText(field, suggested)}`,
    chosen && `chosen ${labelText(field, chosen)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The days of a filter. Without them, the API takes the last 30. */
export function daysText(from: string | undefined, to: string | undefined): string {
  const day = new DayPipe();
  if (from && to) return from === to ? day.transform(from) : `${day.transform(from)} to ${day.transform(to)}`;
  if (from) return `from ${day.transform(from)}`;
  return to ? `to ${day.transform(to)}` : 'last 30 days';
}
