import {
  type FallbackReason,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '@docket/domain';
import type { QualityRange } from '../quality/quality-range';

/** A category or a priority. */
export type Label = TicketCategory | TicketPriority;
export const LABELS: readonly Label[] = [...TICKET_CATEGORIES, ...TICKET_PRIORITIES];

/**
 * The cases of a figure of the quality report: `blind`, `acceptance` or `comparison`. Those of `alone` whose person chose a critical
 * priority are the cases of `critical.recall`.
 */
export const ROLES = ['blind', 'shown', 'compared', 'alone'] as const;
export type Role = (typeof ROLES)[number];

/** Requests that waited for the language model, those in `latency` of the quality report; and its paid calls, those in `cost`. */
export const MODEL_CALLS = ['waited', 'priced', 'unpriced'] as const;
export type ModelCall = (typeof MODEL_CALLS)[number];

export const SURFACES = ['form', 'api'] as const;
export type Surface = (typeof SURFACES)[number];

/** Restricts suggestions; an absent part restricts nothing. */
export interface SuggestionFilter extends QualityRange {
  readonly ticketId?: number;
  readonly outcome?: 'answered' | FallbackReason;
  readonly surface?: Surface;
  readonly role?: Role;
  /** Only requests with such a call of the language model. */
  readonly call?: ModelCall;
  /** Only the cases of this tenth of `calibration`: from 0, below 0.1, to 9. */
  readonly confidenceTenth?: number;
  readonly suggested?: Label;
  readonly chosen?: Label;
  readonly final?: Label;
}
